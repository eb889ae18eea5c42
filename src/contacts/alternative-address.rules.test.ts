import { expect, test } from "vitest";
import { activeAltAddress } from "./alternative-address.rules.ts";

const ranges = [
  { altAddressCode: "SUMMER", startingDate: "2026-06-01", endingDate: "2026-08-31" },
  { altAddressCode: "JULY", startingDate: "2026-07-01", endingDate: "2026-07-31" },
  { altAddressCode: "NEW", startingDate: "2026-12-01", endingDate: null },
];

test.each([
  ["2026-05-31", null],
  ["2026-06-01", "SUMMER"],
  ["2026-07-01", "JULY"],
  ["2026-07-31", "JULY"],
  ["2026-08-31", "SUMMER"],
  ["2026-09-01", null],
  ["2030-01-01", "NEW"],
])("on %s the address is %s", (date, expected) => {
  expect(activeAltAddress(ranges, date)).toBe(expected);
  expect(activeAltAddress(ranges.toReversed(), date)).toBe(expected);
});
