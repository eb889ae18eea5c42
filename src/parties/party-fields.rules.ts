/** What customers, vendors, bank accounts and employees are made of (contacts §1.5). */

import { type ContactType, contactFieldLengths as lengths } from "#contacts/contact.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";

/** Fields of the marketing set-up that are about a kind: the series of its numbers, the code of its linked rows. */
export const setupFieldsOfKind = {
  customer: { nos: "customerNos", relationCode: "busRelCodeForCustomers" },
  vendor: { nos: "vendorNos", relationCode: "busRelCodeForVendors" },
  bankAccount: { nos: "bankAccountNos", relationCode: "busRelCodeForBankAccs" },
  employee: { nos: "employeeNos", relationCode: "busRelCodeForEmployees" },
} as const satisfies Record<PartyKind, { nos: string; relationCode: string }>;

/** Longest values in characters; where a contact has the field too, they are the contact's. */
export const partyFieldLengths = {
  externalId: 100,
  name: lengths.name,
  searchName: lengths.searchName,
  name2: lengths.name2,
  firstName: lengths.firstName,
  middleName: lengths.middleName,
  lastName: lengths.surname,
  jobTitle: lengths.jobTitle,
  initials: lengths.initials,
  address: lengths.address,
  address2: lengths.address2,
  postCode: lengths.postCode,
  city: lengths.city,
  county: lengths.county,
  phoneNo: lengths.phoneNo,
  mobilePhoneNo: lengths.mobilePhoneNo,
  faxNo: lengths.faxNo,
  pager: lengths.pager,
  telexNo: lengths.telexNo,
  telexAnswerBack: lengths.telexAnswerBack,
  email: lengths.email,
  homePage: lengths.homePage,
  formatRegion: lengths.formatRegion,
  vatRegistrationNo: lengths.vatRegistrationNo,
  registrationNo: lengths.registrationNo,
  contactName: lengths.name,
} as const;

/** Fields that are stored as they are. */
export type PartyTextField = keyof typeof partyFieldLengths;
export const partyTextFields = Object.keys(partyFieldLengths) as readonly PartyTextField[];

/** Fields that are a code to people, and the set-up list it is in. */
export const partyReferences = {
  countryCode: "countries",
  territoryCode: "territories",
  currencyCode: "currencies",
  languageCode: "languages",
  salespersonCode: "salespeople",
  purchaserCode: "salespeople",
  ourContactCode: "salespeople",
} as const;
export type PartyReferenceField = keyof typeof partyReferences;
export const partyReferenceFields = Object.keys(partyReferences) as readonly PartyReferenceField[];

/** Everything of a party but its number, its link and its primary contact; blank where its kind has no such field. */
export type PartyFields = { readonly [Field in PartyTextField | PartyReferenceField]: string | null } & {
  /** Of a customer only. */
  readonly contactType: ContactType | null;
  readonly privacyBlocked: boolean;
  /** Number of the attachment that is its picture; every kind has one, and no request names it. */
  readonly imageNo: number | null;
};
export type PartyField = keyof PartyFields;

const address = ["address", "address2", "postCode", "city", "county", "countryCode"] as const;
const organisation = [
  "name",
  "searchName",
  "name2",
  ...address,
  "phoneNo",
  "mobilePhoneNo",
  "faxNo",
  "telexNo",
  "telexAnswerBack",
  "email",
  "homePage",
  "territoryCode",
  "currencyCode",
  "languageCode",
] as const;
const trade = ["vatRegistrationNo", "registrationNo", "formatRegion", "privacyBlocked"] as const;
const person = [
  "firstName",
  "middleName",
  "lastName",
  "jobTitle",
  "initials",
  ...address,
  "phoneNo",
  "mobilePhoneNo",
  "faxNo",
  "pager",
  "email",
] as const;

/** The fields a kind has, in the order of its card. The name of an employee is made of its parts. */
export const fieldsOfKind = {
  customer: ["externalId", ...organisation, ...trade, "salespersonCode", "contactType", "contactName"],
  vendor: ["externalId", ...organisation, ...trade, "purchaserCode", "contactName"],
  bankAccount: ["externalId", ...organisation, "ourContactCode"],
  employee: ["externalId", ...person],
} as const satisfies Record<PartyKind, readonly PartyField[]>;

/** Kinds that name one of their contact's people as the one to talk to (contacts §6.6). */
export const hasPrimaryContact = (kind: PartyKind): kind is "customer" | "vendor" =>
  kind === "customer" || kind === "vendor";

/** A party without a value. */
export const blankParty: PartyFields = {
  ...(Object.fromEntries([...partyTextFields, ...partyReferenceFields].map((field) => [field, null])) as {
    [Field in PartyTextField | PartyReferenceField]: null;
  }),
  contactType: null,
  privacyBlocked: false,
  imageNo: null,
};

/** What a new party of the kind begins as. */
export function newPartyFields(kind: PartyKind): PartyFields {
  return kind === "customer" ? { ...blankParty, contactType: "company" } : blankParty;
}
