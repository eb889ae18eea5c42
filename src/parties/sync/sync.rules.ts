/** Which fields a party and its contact share, and which way they go (contacts §6.5). */

import type { ContactTextField, ContactType } from "#contacts/contact.rules.ts";
import { fieldsOfKind, type PartyField, type PartyFields } from "../party-fields.rules.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";

/** The texts and codes of a contact. */
type ContactField = Exclude<ContactTextField, "no" | "companyNo" | "noSeries">;

/** A field of the party and the field of the contact that says the same. */
export type SharedField = readonly [party: PartyField, contact: ContactField];

/** Some fields of a contact, as reading shows and writing takes them. */
export type ContactValues = { readonly [Field in ContactField]?: string | null } & {
  readonly type?: ContactType;
  readonly privacyBlocked?: boolean;
};

/** What only one side has, or what has rules of its own. */
const unshared = [
  "externalId",
  "purchaserCode",
  "ourContactCode",
  "contactName",
  "contactType",
  "privacyBlocked",
  "imageNo",
] as const satisfies readonly PartyField[];
type SharedPartyField = Exclude<PartyField, (typeof unshared)[number]>;

const isShared = (field: PartyField): field is SharedPartyField =>
  !(unshared as readonly PartyField[]).includes(field);

/**
 * Shared fields by kind, but the picture, the privacy block and the type of a customer's contact, which have rules of
 * their own.
 */
export const sharedFields: Readonly<Record<PartyKind, readonly SharedField[]>> = {
  customer: sharedOf("customer"),
  vendor: sharedOf("vendor"),
  bankAccount: sharedOf("bankAccount"),
  employee: sharedOf("employee"),
};

/** A field is called the same on both sides, but for the surname. */
function sharedOf(kind: PartyKind): SharedField[] {
  const fields: readonly PartyField[] = fieldsOfKind[kind];
  return fields.filter(isShared).map((field) => [field, field === "lastName" ? "surname" : field]);
}

/** Fields of a contact that some kind of party shares. */
export const followedFields = [
  ...new Set([
    ...partyKinds.flatMap((kind) => sharedFields[kind].map(([, field]) => field)),
    "type" as const,
    "privacyBlocked" as const,
  ]),
];

/** Kinds whose privacy block is the contact's. */
export const sharesPrivacy = (kind: PartyKind): boolean => kind === "customer" || kind === "vendor";

/** Whether a change of the party is carried over to its contact (contacts §6.5). */
export function changesShared(kind: PartyKind, before: PartyFields, after: PartyFields): boolean {
  return (
    sharedFields[kind].some(([field]) => before[field] !== after[field]) ||
    before.contactName !== after.contactName ||
    before.imageNo !== after.imageNo ||
    (sharesPrivacy(kind) && before.privacyBlocked !== after.privacyBlocked)
  );
}

/**
 * Whether a contact gets the picture of its party along with the other shared fields. A blank one takes a picture away
 * only where it was taken away from the party just now: not by the way.
 */
export function carriesImage(before: PartyFields | null, after: PartyFields): boolean {
  return after.imageNo !== null || (before !== null && before.imageNo !== null);
}

export interface ContactBefore {
  readonly name: string | null;
}

/**
 * What a contact becomes by its party: all shared fields, those that are blank included. A name that stays is not
 * written, so that the parts of a person's name stay as they are. The privacy block follows a change only, so that a
 * deviating contact is not unblocked by the way.
 */
export function contactChange(
  kind: PartyKind,
  party: PartyFields,
  contact: ContactBefore,
  { changesPrivacy }: { readonly changesPrivacy: boolean },
): ContactValues {
  const written = sharedFields[kind].filter(
    ([field, target]) => target !== "name" || party[field] !== contact.name,
  );
  return {
    ...Object.fromEntries(written.map(([field, target]) => [target, party[field]])),
    ...(sharesPrivacy(kind) && changesPrivacy && { privacyBlocked: party.privacyBlocked }),
  };
}

/** A new contact made from a party (contacts §6.5, 6.7). */
export function newContactOf(kind: PartyKind, type: ContactType, party: PartyFields): ContactValues {
  const filled = sharedFields[kind].filter(([field]) => party[field] !== null);
  return {
    type,
    ...Object.fromEntries(filled.map(([field, target]) => [target, party[field]])),
    ...(party.privacyBlocked && { privacyBlocked: true }),
  };
}

/** One shared field in which a party and a contact differ. */
export interface DifferingField {
  readonly field: PartyField;
  readonly party: string | null;
  readonly contact: string | null;
}

/** Where a party and a contact say different things: what linking them would overwrite on either side. */
export function differingFields(
  kind: PartyKind,
  party: Partial<PartyFields>,
  contact: ContactValues,
): DifferingField[] {
  return sharedFields[kind].flatMap(([field, source]) => {
    const ofParty = (party[field] ?? null) as string | null;
    const ofContact = (contact[source] ?? null) as string | null;
    return ofParty === ofContact ? [] : [{ field, party: ofParty, contact: ofContact }];
  });
}
