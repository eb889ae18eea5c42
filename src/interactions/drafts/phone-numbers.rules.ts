/** By which numbers and addresses a contact is reached, and which number is proposed (interactions R-PHONE). */

import { type AltAddressRange, activeAltAddress } from "#contacts/alternative-address.rules.ts";

export interface Phones {
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
}

interface Whose {
  /** Whose it is: the contact's own, or that of a person's company. */
  readonly of: "contact" | "company";
  /** Of the alternative address it belongs to. */
  readonly altAddressCode: string | null;
}

export interface PhoneNumber extends Whose {
  readonly phoneNo: string;
  readonly kind: "phone" | "mobile";
}

export interface EmailAddress extends Whose {
  readonly email: string;
}

/** Somebody's own numbers and addresses, and those of the alternative address that counts. */
export interface Reachable extends Phones {
  readonly email: string | null;
  readonly alternative: (Phones & { readonly code: string; readonly email: string | null }) | null;
}

interface Addressed {
  readonly altAddressRanges: readonly AltAddressRange[];
  readonly altAddresses: readonly NonNullable<Reachable["alternative"]>[];
}

/** The alternative address that counts: the one an interaction names, else the one active today. */
export function countingAddress(
  { altAddressRanges, altAddresses }: Addressed,
  today: string,
  named: string | null = null,
): Reachable["alternative"] {
  const code = named ?? activeAltAddress(altAddressRanges, today);
  return altAddresses.find((address) => address.code === code) ?? null;
}

/** The numbers to choose from, in their order; blank ones are left out. `company` is that of a person. */
export function selectableNumbers(contact: Reachable, company: Reachable | null): PhoneNumber[] {
  return [...numbersOf(contact, "contact"), ...(company === null ? [] : numbersOf(company, "company"))];
}

function numbersOf({ alternative, ...own }: Reachable, of: Whose["of"]): PhoneNumber[] {
  const numbers = ({ phoneNo, mobilePhoneNo }: Phones, altAddressCode: string | null): PhoneNumber[] => [
    ...(phoneNo === null ? [] : [{ phoneNo, kind: "phone" as const, of, altAddressCode }]),
    ...(mobilePhoneNo === null
      ? []
      : [{ phoneNo: mobilePhoneNo, kind: "mobile" as const, of, altAddressCode }]),
  ];
  return [...numbers(own, null), ...(alternative === null ? [] : numbers(alternative, alternative.code))];
}

/** The e-mail addresses to choose from, in the same order; a field may hold several by semicolons. */
export function selectableEmails(contact: Reachable, company: Reachable | null): EmailAddress[] {
  return [...emailsOf(contact, "contact"), ...(company === null ? [] : emailsOf(company, "company"))];
}

function emailsOf({ email, alternative }: Reachable, of: Whose["of"]): EmailAddress[] {
  const addresses = (list: string | null, altAddressCode: string | null): EmailAddress[] =>
    (list ?? "")
      .split(";")
      .map((address) => address.trim())
      .filter((address) => address !== "")
      .map((address) => ({ email: address, of, altAddressCode }));
  return [
    ...addresses(email, null),
    ...(alternative === null ? [] : addresses(alternative.email, alternative.code)),
  ];
}

/** The contact's phone, else its mobile; on a phone the other way round. */
export function proposedNumber({ phoneNo, mobilePhoneNo }: Phones, isOnPhone: boolean): string | null {
  return isOnPhone ? (mobilePhoneNo ?? phoneNo) : (phoneNo ?? mobilePhoneNo);
}
