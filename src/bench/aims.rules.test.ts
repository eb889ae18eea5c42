import { describe, expect, test } from "vitest";
import { type Measurement, missedAims } from "./aims.rules.ts";
import { type Figures, figuresOf } from "./figures.rules.ts";

const figures = (p50Ms: number, p99Ms: number, perSecond = 100): Figures => ({
  count: 100,
  p50Ms,
  p95Ms: p99Ms,
  p99Ms,
  perSecond,
});

const measured = (overrides: Partial<Measurement>): Measurement => ({
  name: "any",
  title: "Any",
  aim: "read",
  http: figures(5, 20),
  floor: figures(1, 3),
  statementsPerRequest: 4,
  cpuMsPerRequest: 1,
  ...overrides,
});

describe("aims", () => {
  test.each([
    ["a read at twice the floor and 3 ms", { http: figures(5, 22) }, []],
    ["a report within a second, whatever its floor", { aim: "oneSecond", http: figures(900, 1_000) }, []],
    ["a report that takes longer", { aim: "oneSecond", http: figures(900, 1_100) }, ["p95 1100 > 1000 ms"]],
    ["a read above that", { http: figures(5.2, 22.4) }, ["p50 5.2 > 5 ms", "p99 22.4 > 22 ms"]],
    [
      "a deep page a fifth slower than the first",
      { aim: "deepPage", http: figures(4.8, 20), firstPageP50Ms: 4 },
      [],
    ],
    [
      "a deep page slower than that",
      { aim: "deepPage", http: figures(5, 20), firstPageP50Ms: 4 },
      ["p50 5 > 4.8 ms (page 1 + 20 %)"],
    ],
    [
      "creations at half the floor's rate with twelve statements",
      { aim: "create", http: figures(9, 9, 50), floor: figures(1, 1, 100), statementsPerRequest: 12 },
      [],
    ],
    [
      "creations slower than that with thirteen",
      { aim: "create", http: figures(9, 9, 49), floor: figures(1, 1, 100), statementsPerRequest: 13 },
      ["statements 13 > 12", "rate 49 < 50 % of the floor"],
    ],
    [
      "an import below five thousand a second",
      { aim: "import", http: figures(1, 1, 4_999) },
      ["rate 4999 < 5000 rows/s"],
    ],
  ] as const)("%s", (_, overrides, expected) => {
    expect(missedAims(measured(overrides as Partial<Measurement>))).toEqual(expected);
  });

  test("percentiles are values that were measured", () => {
    const elapsed = Array.from({ length: 200 }, (_, index) => 200 - index);

    expect(figuresOf(elapsed)).toMatchObject({ count: 200, p50Ms: 100, p95Ms: 190, p99Ms: 198 });
    expect(figuresOf([10, 10], 10).perSecond).toBe(200);
  });
});
