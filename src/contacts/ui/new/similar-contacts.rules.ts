import type { ContactHit } from "#contacts/contacts.contract.ts";
import { phoneDigits } from "#contacts/phone.rules.ts";
import { isSimilarName, tellingWords } from "./similar.rules.ts";

/** Which of the contacts found are probably the one that is being entered. Pure. */

export interface TypedContact {
  readonly type: ContactHit["type"];
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNo: string | null;
}

/** Fewer digits are an extension, not a number. */
const fewestDigits = 6;
/** Fewer letters mean anybody. */
const fewestLetters = 3;

/** What to search for: the telling words of the name, the e-mail, the number. */
export function searchesFor({ name, email, phoneNo }: TypedContact): readonly string[] {
  const words = tellingWords(name ?? "").join(" ");
  const digits = phoneDigits(phoneNo) ?? "";
  return [
    ...(words.length >= fewestLetters ? [words] : []),
    ...(email?.includes("@") ? [email.trim()] : []),
    ...(digits.length >= fewestDigits ? [digits] : []),
  ];
}

/** Contacts of the same type with a like name, the same e-mail or the same number; the most alike ones first. */
export function similarContacts(typed: TypedContact, hits: readonly ContactHit[]): readonly ContactHit[] {
  const known = new Map(hits.map((hit) => [hit.no, hit]));
  const alike = [...known.values()].filter(({ type }) => type === typed.type);
  const byAddress = alike.filter((hit) => hasSameAddress(typed, hit));
  const byName = alike.filter(
    (hit) => !byAddress.includes(hit) && isSimilarName(typed.name ?? "", hit.name ?? ""),
  );
  return [...byAddress, ...byName];
}

function hasSameAddress(typed: TypedContact, hit: ContactHit): boolean {
  const email = typed.email?.trim().toUpperCase();
  if (email && email === hit.email?.toUpperCase()) return true;
  const digits = phoneDigits(typed.phoneNo) ?? "";
  return digits.length >= fewestDigits && digits === phoneDigits(hit.phoneNo);
}
