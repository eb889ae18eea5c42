import { expect, test } from "vitest";
import { switchDuplicates } from "./duplicate-switches.rules.ts";

const on = true;
const off = false;

test.each([
  // before: maintain, autosearch; set: maintain, autosearch; after: maintain, autosearch, rebuild offered
  [off, off, on, undefined, on, on, true],
  [off, off, undefined, on, on, on, true],
  [off, off, on, off, on, off, true],
  [on, off, undefined, on, on, on, false],
  [on, off, on, undefined, on, on, false],
  [on, on, off, undefined, off, off, false],
  [on, on, undefined, off, on, off, false],
  [on, on, off, on, on, on, false],
  [on, on, undefined, undefined, on, on, false],
])(
  "%j %j, set to %j %j, become %j %j; rebuild offered: %j",
  (maintains, searches, first, second, ...after) => {
    const result = switchDuplicates(
      { maintainDuplSearchStrings: maintains, autosearchForDuplicates: searches },
      { maintainDuplSearchStrings: first, autosearchForDuplicates: second },
    );

    expect([
      result.maintainDuplSearchStrings,
      result.autosearchForDuplicates,
      result.rebuildIsOffered,
    ]).toEqual(after);
  },
);
