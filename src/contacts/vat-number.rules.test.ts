import { expect, test } from "vitest";
import { checkVatRegistrationNo, matchesVatFormat } from "./vat-number.rules.ts";

test.each([
  ["12345678", "########", true],
  ["1234567", "########", false],
  ["123456789", "########", false],
  ["FI12345678", "FI########", true],
  ["fi12345678", "FI########", true],
  ["SE12345678", "FI########", false],
  ["A1", "@#", true],
  ["Ä1", "@#", false],
  ["11", "@#", false],
  ["X-9", "?-?", true],
  ["X.9", "?-?", false],
])("%s fits %s: %s", (vatRegistrationNo, format, expected) => {
  expect(matchesVatFormat(vatRegistrationNo, format)).toBe(expected);
});

test("CON-021 a number that fits no format is refused with the formats", () => {
  expect(checkVatRegistrationNo("vatRegistrationNo", "12a", ["########", "DK########"])).toEqual([
    {
      path: "vatRegistrationNo",
      code: "contact_vat_registration_no",
      values: { formats: ["########", "DK########"] },
    },
  ]);
});

test("one fitting format is enough, and without formats or number nothing is checked", () => {
  expect(checkVatRegistrationNo("vatRegistrationNo", "dk12345678", ["########", "DK########"])).toEqual([]);
  expect(checkVatRegistrationNo("vatRegistrationNo", "12a", [])).toEqual([]);
  expect(checkVatRegistrationNo("vatRegistrationNo", null, ["########"])).toEqual([]);
});
