import { expect, test } from "vitest";
import { activeAltAddress, rederiveAltAddress } from "./alternative-address.rules.ts";

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

test("INT-050 an alternative address follows the date unless another was chosen", () => {
  expect(rederiveAltAddress(null, ranges, "2026-05-31", "2026-07-01")).toBe("JULY");
  expect(rederiveAltAddress("JULY", ranges, "2026-07-31", "2026-09-01")).toBeNull();
  expect(rederiveAltAddress("OFFICE", ranges, "2026-05-31", "2026-07-01")).toBe("OFFICE");
  expect(rederiveAltAddress(null, ranges, "2026-07-01", "2026-07-02")).toBeNull();
});
