/** E-mail fields of contacts, alternative addresses and salespeople (contacts §1.1). */

import type { FieldError } from "#platform/errors.ts";
import { normalizeCode, normalizeText } from "#platform/text.rules.ts";

export type EmailList =
  | { readonly valid: true; readonly addresses: readonly string[] }
  | { readonly valid: false; readonly offending: string };

/** Characters no plain address has: separators other than `;` above all. */
const foreignCharacters = /[\s\p{Cc},|;<>()[\]"\\]/u;

/** Exactly one `@`, something on either side, a dot in the domain, a last label of two characters or more. */
export function isEmailAddress(text: string): boolean {
  if (foreignCharacters.test(text)) return false;
  const [local, domain, ...more] = text.split("@");
  if (!local || !domain || more.length > 0) return false;
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((label) => label !== "") && labels.at(-1)!.length >= 2;
}

/**
 * The addresses of a field, separated by `;` only. A `;` too many at either end is forgiven, an empty address
 * between two is not.
 */
export function parseEmailList(text: string | null): EmailList {
  const trimmed = normalizeText(text);
  if (trimmed === null) return { valid: true, addresses: [] };
  const addresses = trimmed
    .replace(/^[;\s]+|[;\s]+$/gu, "")
    .split(";")
    .map((part) => part.trim());
  const offending = addresses.find((address) => !isEmailAddress(address));
  if (offending === undefined) return { valid: true, addresses };
  return { valid: false, offending: offending === "" ? ";" : offending };
}

/** `contact_email` naming the part that is no address. */
export function checkEmailList(path: string, text: string | null): FieldError[] {
  const list = parseEmailList(text);
  return list.valid ? [] : [{ path, code: "contact_email", values: { offending: list.offending } }];
}

/** `contact_email` unless the field is blank or holds one address. */
export function checkSingleEmail(path: string, text: string | null): FieldError[] {
  const address = normalizeText(text);
  if (address === null || isEmailAddress(address)) return [];
  return [{ path, code: "contact_email", values: { offending: address } }];
}

/** The upper-cased copy by which e-mails are found. */
export function searchEmailOf(email: string | null): string | null {
  return normalizeCode(email);
}
