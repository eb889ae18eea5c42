import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  code,
  codeList,
  enumList,
  flag,
  integerParameter,
  requiredCode,
  text,
} from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { Warning } from "#platform/http/warnings.ts";
import { contactFieldLengths, contactTypes, correspondenceTypes } from "./contact.rules.ts";
import { DuplicatePair } from "./duplicates/duplicate-pair.contract.ts";

/** Contracts of contacts (contacts, sections 1.1, 3, 4, 10 and 11). */

export const businessRelations = [
  "none",
  "other",
  "multiple",
  "customer",
  "vendor",
  "bankAccount",
  "employee",
] as const;

/** A company or a person. Figures are in its statistics. */
export const Contact = z
  .object({
    no: z.string(),
    type: z.enum(contactTypes),
    name: z.string().nullable(),
    name2: z.string().nullable(),
    searchName: z.string().nullable(),
    companyNo: z.string().nullable(),
    companyName: z.string().nullable(),
    firstName: z.string().nullable(),
    middleName: z.string().nullable(),
    surname: z.string().nullable(),
    jobTitle: z.string().nullable(),
    initials: z.string().nullable(),
    salutationCode: z.string().nullable(),
    organizationalLevelCode: z.string().nullable(),
    address: z.string().nullable(),
    address2: z.string().nullable(),
    postCode: z.string().nullable(),
    city: z.string().nullable(),
    county: z.string().nullable(),
    countryCode: z.string().nullable(),
    phoneNo: z.string().nullable(),
    mobilePhoneNo: z.string().nullable(),
    extensionNo: z.string().nullable(),
    pager: z.string().nullable(),
    faxNo: z.string().nullable(),
    telexNo: z.string().nullable(),
    telexAnswerBack: z.string().nullable(),
    email: z.string().nullable(),
    email2: z.string().nullable(),
    homePage: z.string().nullable(),
    territoryCode: z.string().nullable(),
    currencyCode: z.string().nullable(),
    languageCode: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    /** Read only: the salesperson's own. */
    salespersonName: z.string().nullable(),
    formatRegion: z.string().nullable(),
    correspondenceType: z.enum(correspondenceTypes).nullable(),
    vatRegistrationNo: z.string().nullable(),
    registrationNo: z.string().nullable(),
    externalId: z.string().nullable(),
    excludeFromSegment: z.boolean(),
    noAutomaticRecording: z.boolean(),
    privacyBlocked: z.boolean(),
    minor: z.boolean(),
    parentalConsentReceived: z.boolean(),
    businessRelation: z.enum(businessRelations),
    noSeries: z.string().nullable(),
    image: z
      .string()
      .nullable()
      .describe("Address of its picture on this server: another one for every picture; blank without"),
    erasedAt: z
      .string()
      .nullable()
      .describe("When whoever this was was erased; such a contact stays, without anything personal"),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Contact" });
export type Contact = z.output<typeof Contact>;

/** Answer of creating and changing. */
export const WrittenContact = Contact.extend({
  warnings: z.array(Warning),
  /** Companies that may be the same, if they are searched for (contacts, section 5). */
  duplicates: z.array(DuplicatePair),
}).meta({ id: "WrittenContact" });

const length = contactFieldLengths;

const writableFields = {
  name: text(length.name).optional(),
  name2: text(length.name2).optional(),
  searchName: code(length.searchName).optional(),
  companyNo: code(length.companyNo).optional(),
  companyName: text(length.companyName).optional(),
  firstName: text(length.firstName).optional(),
  middleName: text(length.middleName).optional(),
  surname: text(length.surname).optional(),
  jobTitle: text(length.jobTitle).optional(),
  initials: text(length.initials).optional(),
  salutationCode: code(length.salutationCode).optional(),
  organizationalLevelCode: code(length.organizationalLevelCode).optional(),
  address: text(length.address).optional(),
  address2: text(length.address2).optional(),
  postCode: code(length.postCode).optional(),
  city: text(length.city).optional(),
  county: text(length.county).optional(),
  countryCode: code(length.countryCode).optional(),
  phoneNo: text(length.phoneNo).optional(),
  mobilePhoneNo: text(length.mobilePhoneNo).optional(),
  extensionNo: text(length.extensionNo).optional(),
  pager: text(length.pager).optional(),
  faxNo: text(length.faxNo).optional(),
  telexNo: text(length.telexNo).optional(),
  telexAnswerBack: text(length.telexAnswerBack).optional(),
  email: text(length.email).optional(),
  email2: text(length.email2).optional(),
  homePage: text(length.homePage).optional(),
  territoryCode: code(length.territoryCode).optional(),
  currencyCode: code(length.currencyCode).optional(),
  languageCode: code(length.languageCode).optional(),
  salespersonCode: code(length.salespersonCode).optional(),
  formatRegion: text(length.formatRegion).optional(),
  correspondenceType: z.enum(correspondenceTypes).nullable().optional(),
  vatRegistrationNo: code(length.vatRegistrationNo).optional(),
  registrationNo: text(length.registrationNo).optional(),
  externalId: code(length.externalId).optional(),
  excludeFromSegment: z.boolean().optional(),
  noAutomaticRecording: z.boolean().optional(),
  privacyBlocked: z.boolean().optional(),
  minor: z.boolean().optional(),
  parentalConsentReceived: z.boolean().optional(),
};

/** A new contact. Left out is not the same as blank: only what is left out takes inherited values and defaults. */
export const NewContact = z
  .strictObject({ no: code(length.no).optional(), type: z.enum(contactTypes).optional(), ...writableFields })
  .meta({ id: "NewContact" });
export type NewContact = z.output<typeof NewContact>;

export const ContactChange = z
  .strictObject({
    no: requiredCode(length.no).optional(),
    type: z.enum(contactTypes).optional(),
    ...writableFields,
  })
  .meta({ id: "ContactChange" });
export type ContactChange = z.output<typeof ContactChange>;

const contactPath = z.object({ no: requiredCode(length.no) });

/** A day of the organisation, or an instant. */
export const moment = () => z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const words = () => z.string().max(200);

export const contactSorts = ["companyName", "name", "no", "city", "lastModifiedAt"] as const;

export const listContacts = endpoint({
  id: "listContacts",
  method: "GET",
  path: "/contacts",
  access: "contacts.read",
  summary: "Contacts; by default companies in order of their names, each followed by its people.",
  description:
    "`search` finds contacts that hold every word somewhere in names, numbers, e-mails, phones, address, VAT or registration number; accents do not matter, and one typing error in a longer name is forgiven. A word of one or two letters is looked for at the beginning of the words of names. `postCode`, `city` and `email` ignore case. `profileAnswer` takes `questionnaire:line`. `lastModifiedFrom` and `lastModifiedTo` take days of the organisation or instants, both inclusive.",
  query: listQuery(contactSorts, {
    search: words().optional(),
    no: codeList().optional(),
    type: enumList(contactTypes).optional(),
    companyNo: codeList().optional(),
    salespersonCode: codeList().optional(),
    territoryCode: codeList().optional(),
    countryCode: codeList().optional(),
    languageCode: codeList().optional(),
    correspondenceType: enumList(correspondenceTypes).optional(),
    postCode: codeList().optional(),
    city: codeList().optional(),
    externalId: codeList().optional(),
    email: codeList().optional(),
    privacyBlocked: flag().optional(),
    hasOpenOpportunities: flag().optional(),
    /** `false`: people who stand alone. */
    hasCompany: flag().optional(),
    mailingGroupCode: codeList().optional(),
    industryGroupCode: codeList().optional(),
    /** Of its own rows. */
    businessRelationCode: codeList().optional(),
    businessRelation: enumList(businessRelations).optional(),
    jobResponsibilityCode: codeList().optional(),
    profileAnswer: codeList().optional(),
    lastModifiedFrom: moment().optional(),
    lastModifiedTo: moment().optional(),
  }),
  result: listOf(Contact).meta({ id: "ContactPage" }),
});

/** What a picker shows of a contact. */
export const ContactHit = z
  .object({
    no: z.string(),
    name: z.string().nullable(),
    companyName: z.string().nullable(),
    type: z.enum(contactTypes),
    phoneNo: z.string().nullable(),
    email: z.string().nullable(),
    city: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    image: z.string().nullable(),
  })
  .meta({ id: "ContactHit" });
export type ContactHit = z.output<typeof ContactHit>;

export const lookupContacts = endpoint({
  id: "lookupContacts",
  method: "GET",
  path: "/contacts/lookup",
  access: "contacts.read",
  summary: "The contacts that a few typed letters most likely mean, best first.",
  description:
    "Exact number, then beginnings of names, then the words anywhere, then names with one typing error; among equals those with the latest interactions first. Without `search`: the contacts of the latest interactions.",
  query: z.strictObject({
    search: words().optional(),
    type: z.enum(contactTypes).optional(),
    limit: integerParameter(1, 50).optional(),
  }),
  result: z.object({ items: z.array(ContactHit) }).meta({ id: "ContactHits" }),
});

export const getContact = endpoint({
  id: "getContact",
  method: "GET",
  path: "/contacts/{no}",
  access: "contacts.read",
  summary: "One contact.",
  description: "`Accept: text/vcard` answers it as vCard 4.0 with its picture.",
  params: contactPath,
  result: Contact,
  insteadOfJson: ["text/vcard"],
});

const writingProblems = [
  "contact_email",
  "contact_person_only",
  "contact_phone_letters",
  "contact_select_company",
  "contact_vat_registration_no",
  "salesperson_blocked",
  "salesperson_privacy_blocked",
  "contact_manual_no",
  "duplicate",
] as const;

export const createContact = endpoint({
  id: "createContact",
  method: "POST",
  path: "/contacts",
  access: "contacts.write",
  summary: "Create a company (unless said) or a person.",
  description:
    "Per field: what is supplied wins over what a person inherits from its company, that over the user's own salesperson, that over the defaults of the marketing set-up (contacts, section 4.1). Without `no` the number series assigns one. `companyName` on a person finds its company by number or name; `companyNo` wins over it.",
  body: NewContact,
  result: WrittenContact,
  status: 201,
  problems: [...writingProblems, "setup_missing", "no_series_exhausted"],
});

export const changeContact = endpoint({
  id: "changeContact",
  method: "PATCH",
  path: "/contacts/{no}",
  access: "contacts.write",
  summary: "Change a contact; what its people hold of a company follows (contacts, sections 3, 4.2 and 4.3).",
  params: contactPath,
  body: ContactChange,
  result: WrittenContact,
  problems: [
    ...writingProblems,
    "contact_consent_missing",
    "contact_has_persons",
    "contact_on_segment",
    "contact_type_field",
    "contact_type_has_interactions",
  ],
});

export const deleteContact = endpoint({
  id: "deleteContact",
  method: "DELETE",
  path: "/contacts/{no}",
  access: "contacts.delete",
  summary: "Delete a contact; a person's interactions pass to its company, a company's people go with it.",
  params: contactPath,
  problems: ["contact_open_tasks", "contact_on_segment", "contact_open_opportunities"],
});
