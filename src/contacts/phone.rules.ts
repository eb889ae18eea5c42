/** Phone numbers (contacts §1.1). */

import type { FieldError } from "#platform/errors.ts";

/** `contact_phone_letters` for letters of any script; digits, blanks and signs are fine. */
export function checkPhone(path: string, phoneNo: string | null): FieldError[] {
  return phoneNo !== null && /\p{L}/u.test(phoneNo) ? [{ path, code: "contact_phone_letters" }] : [];
}

/** Only the digits, so that "+45 12-34" is found by "4512"; `null` without any. */
export function phoneDigits(phoneNo: string | null): string | null {
  const digits = (phoneNo ?? "").replace(/[^0-9]/gu, "");
  return digits === "" ? null : digits;
}
