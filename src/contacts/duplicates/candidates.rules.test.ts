import fc from "fast-check";
import { expect, test } from "vitest";
import { CandidateFinder } from "./candidates.rules.ts";

/** Companies whose strings are few, so that many share some; 0 is none. */
const companies = fc.integer({ min: 1, max: 8 }).chain((rowCount) =>
  fc.record({
    rowCount: fc.constant(rowCount),
    needed: fc.integer({ min: 1, max: rowCount + 1 }),
    strings: fc.array(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rowCount, maxLength: rowCount }),
      {
        maxLength: 12,
      },
    ),
  }),
);

function finderOf(ids: readonly number[], rowCount: number, hashes: readonly number[]): CandidateFinder {
  const finder = new CandidateFinder(ids, rowCount, Int32Array.from(hashes));
  for (let row = 0; row < rowCount; row += 1) finder.indexRow(row);
  return finder;
}

function shared(one: readonly number[], other: readonly number[]): number {
  return one.filter((string, row) => string !== 0 && string === other[row]).length;
}

test("those found are exactly those that comparing each with each would find", () => {
  fc.assert(
    fc.property(companies, ({ rowCount, needed, strings }) => {
      const ids = strings.map((_, place) => 10 * (place + 1));
      const finder = finderOf(ids, rowCount, strings.flat());

      const found = strings.flatMap((_, place) =>
        finder.candidates(place, needed, ids.length).map((other) => `${place} ${other}`),
      );

      const all = strings.flatMap((one, place) =>
        strings.flatMap((two, other) =>
          place !== other && shared(one, two) >= needed ? [`${place} ${other}`] : [],
        ),
      );
      expect(found.toSorted()).toEqual(all.toSorted());
    }),
    { numRuns: 2_000 },
  );
});

test("unless said, only those before are found, so that each pair is found once", () => {
  const finder = finderOf([5, 6, 7], 2, [1, 1, 1, 1, 1, 1]);

  expect([0, 1, 2].map((place) => finder.candidates(place, 2))).toEqual([[], [0], [0, 1]]);
  expect([finder.placeOf(6), finder.placeOf(8)]).toEqual([1, undefined]);
});
