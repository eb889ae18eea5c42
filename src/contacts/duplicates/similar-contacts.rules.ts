import type { ContactType } from "../contact.rules.ts";
import { phoneDigits } from "../phone.rules.ts";
import { isSimilarName } from "./similar-names.rules.ts";

/** Which contacts are probably the one that is being entered, companies and people alike (B1). Pure. */

export interface TypedContact {
  readonly type: ContactType;
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
}

/** Why a contact is thought to be the same, the surest first. */
export const likenesses = ["email", "phone", "name"] as const;
export type Likeness = (typeof likenesses)[number];

/** Fewer digits are an extension, not a number. */
const fewestDigits = 6;

/** What the contact has in common with what was typed, the surest first; nothing: it is another one. */
export function likenessesOf(typed: TypedContact, contact: TypedContact): readonly Likeness[] {
  if (typed.type !== contact.type) return [];
  const has: Record<Likeness, boolean> = {
    email: haveCommon(addressesOf(typed.email), addressesOf(contact.email), (a, b) => a === b),
    phone: haveCommon(numbersOf(typed), numbersOf(contact), isSameNumber),
    name: isSimilarName(typed.name ?? "", contact.name ?? ""),
  };
  return likenesses.filter((likeness) => has[likeness]);
}

/** The most alike first: more in common, then what is surer. */
export function compareLikeness(one: readonly Likeness[], other: readonly Likeness[]): number {
  const first = (alike: readonly Likeness[]) => likenesses.indexOf(alike[0]!);
  return other.length - one.length || first(one) - first(other);
}

/** Whole addresses, in capitals. */
export function addressesOf(email: string | null): readonly string[] {
  return (email ?? "")
    .split(";")
    .map((address) => address.trim().toUpperCase())
    .filter((address) => address.includes("@"));
}

/** Whole numbers, as digits without the zeros they are dialled with. */
export function numbersOf({
  phoneNo,
  mobilePhoneNo,
}: Pick<TypedContact, "phoneNo" | "mobilePhoneNo">): readonly string[] {
  return [phoneNo, mobilePhoneNo]
    .map((number) => (phoneDigits(number) ?? "").replace(/^0+/u, ""))
    .filter((digits) => digits.length >= fewestDigits);
}

/** "+358 40 555 0100" is "040 555 0100", dialled from abroad. */
function isSameNumber(one: string, other: string): boolean {
  return one.length < other.length ? other.endsWith(one) : one.endsWith(other);
}

function haveCommon(
  some: readonly string[],
  others: readonly string[],
  isSame: (one: string, other: string) => boolean,
): boolean {
  return some.some((one) => others.some((other) => isSame(one, other)));
}
