import type { Figures } from "./figures.rules.ts";

/** What a measure is held to. */
export type Aim =
  | "read"
  | "deepPage"
  | "create"
  | "batch"
  | "import"
  | "oneSecond"
  | "search"
  | "deletion"
  | "indexing"
  | "check"
  | "classification"
  | "propagation";

export interface Measurement {
  /** What `--only` takes. */
  readonly name: string;
  readonly title: string;
  readonly aim: Aim;
  readonly http: Figures;
  readonly floor: Figures;
  readonly statementsPerRequest: number;
  readonly cpuMsPerRequest: number;
  /** p50 of the first page, for deep pages. */
  readonly firstPageP50Ms?: number;
  /** Anything else worth telling, such as the peak of memory. */
  readonly remark?: string;
}

/** The aims that were missed, each with its figures; none: met. */
export function missedAims(measurement: Measurement): string[] {
  const { aim, http, floor, statementsPerRequest, firstPageP50Ms } = measurement;
  const read = [
    atMost("p50", http.p50Ms, 2 * floor.p50Ms + 3, "ms"),
    atMost("p99", http.p99Ms, 4 * floor.p99Ms + 10, "ms"),
  ];
  const creation = [
    atMost("statements", statementsPerRequest, 12, ""),
    atLeast("rate", (http.perSecond / floor.perSecond) * 100, 50, "% of the floor"),
  ];
  const checks = {
    read,
    deepPage: [
      ...read,
      firstPageP50Ms === undefined
        ? null
        : atMost("p50", http.p50Ms, 1.2 * firstPageP50Ms, "ms (page 1 + 20 %)"),
    ],
    create: creation,
    batch: creation,
    search: [atMost("p95", http.p95Ms, 150, "ms")],
    deletion: [atLeast("rate", (http.perSecond / floor.perSecond) * 100, 33, "% of the floor")],
    // 200,000 companies in a minute; nobody waits 20 ms longer for what is checked.
    indexing: [atLeast("rate", http.perSecond, 200_000 / 60, "companies/s")],
    check: [
      atMost("p50", http.p50Ms, floor.p50Ms + 20, "ms"),
      atMost("p95", http.p95Ms, floor.p95Ms + 20, "ms"),
    ],
    oneSecond: [atMost("p95", http.p95Ms, 1_000, "ms")],
    propagation: [atMost("p50", http.p50Ms, 2 * floor.p50Ms + 10, "ms")],
    classification: [atLeast("rate", (http.perSecond / floor.perSecond) * 100, 33, "% of the floor")],
    import: [atLeast("rate", http.perSecond, 5_000, "rows/s")],
  };
  return checks[aim].filter((miss) => miss !== null);
}

function atMost(what: string, value: number, limit: number, unit: string): string | null {
  return value <= limit ? null : `${what} ${round(value)} > ${round(limit)} ${unit}`.trim();
}

function atLeast(what: string, value: number, limit: number, unit: string): string | null {
  return value >= limit ? null : `${what} ${round(value)} < ${round(limit)} ${unit}`.trim();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
