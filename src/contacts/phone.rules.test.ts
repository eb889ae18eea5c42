import { expect, test } from "vitest";
import { checkPhone, phoneDigits } from "./phone.rules.ts";

test.each(["A1234b", "12x", "Ж12", "電話 12", "ä"])(
  "CON-017 letters of any script are refused: %s",
  (phoneNo) => {
    expect(checkPhone("phoneNo", phoneNo)).toEqual([{ path: "phoneNo", code: "contact_phone_letters" }]);
  },
);

test.each(["+45 12-34 (5)", "1=2&3?", "040 123 4567", null])(
  "CON-017 digits, blanks and signs are fine: %s",
  (phoneNo) => {
    expect(checkPhone("phoneNo", phoneNo)).toEqual([]);
  },
);

test.each([
  ["+45 12-34 (5)", "4512345"],
  ["+-()", null],
  [null, null],
])("%s is searched as %s", (phoneNo, digits) => {
  expect(phoneDigits(phoneNo)).toBe(digits);
});
