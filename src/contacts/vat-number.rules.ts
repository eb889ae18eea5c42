/** VAT registration numbers against the formats of a country (contacts §1.1). */

import type { FieldError } from "#platform/errors.ts";
import { normalizeCode } from "#platform/text.rules.ts";

/** `#` is a digit, `@` a letter A–Z, `?` anything, every other character itself; the length is the same. */
export function matchesVatFormat(vatRegistrationNo: string, format: string): boolean {
  const characters = [...vatRegistrationNo.toUpperCase()];
  const pattern = [...format.toUpperCase()];
  return (
    characters.length === pattern.length &&
    pattern.every((sign, index) => {
      const character = characters[index]!;
      if (sign === "#") return /[0-9]/u.test(character);
      if (sign === "@") return /[A-Z]/u.test(character);
      return sign === "?" || sign === character;
    })
  );
}

/** `contact_vat_registration_no` listing the formats; a country without formats is not checked. */
export function checkVatRegistrationNo(
  path: string,
  vatRegistrationNo: string | null,
  formats: readonly string[],
): FieldError[] {
  const no = normalizeCode(vatRegistrationNo);
  if (no === null || formats.length === 0 || formats.some((format) => matchesVatFormat(no, format)))
    return [];
  return [{ path, code: "contact_vat_registration_no", values: { formats } }];
}
