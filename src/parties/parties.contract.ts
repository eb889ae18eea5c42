import { z } from "zod";
import { contactTypes } from "#contacts/contact.rules.ts";
import { Contact } from "#contacts/contacts.contract.ts";
import { definePicture } from "#pictures/pictures.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, flag, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { partyFieldLengths as length } from "./party-fields.rules.ts";
import { type PartyKind, resourceOfKind } from "./party-kinds.rules.ts";
import { syncPolicies } from "./sync/sync-policy.rules.ts";

/** Contracts of customers, vendors, bank accounts and employees (contacts §1.5): one piece for the four. */

const address = {
  address: text(length.address).optional(),
  address2: text(length.address2).optional(),
  postCode: code(length.postCode).optional(),
  city: text(length.city).optional(),
  county: text(length.county).optional(),
  countryCode: code(10).optional(),
};
const organisation = {
  /** How the system that feeds the party knows it; letter by letter. */
  externalId: text(length.externalId).optional(),
  name: text(length.name).optional(),
  searchName: code(length.searchName).optional(),
  name2: text(length.name2).optional(),
  ...address,
  phoneNo: text(length.phoneNo).optional(),
  mobilePhoneNo: text(length.mobilePhoneNo).optional(),
  faxNo: text(length.faxNo).optional(),
  telexNo: text(length.telexNo).optional(),
  telexAnswerBack: text(length.telexAnswerBack).optional(),
  email: text(length.email).optional(),
  homePage: text(length.homePage).optional(),
  territoryCode: code(10).optional(),
  currencyCode: code(10).optional(),
  languageCode: code(10).optional(),
};
const trade = {
  vatRegistrationNo: code(length.vatRegistrationNo).optional(),
  registrationNo: text(length.registrationNo).optional(),
  formatRegion: text(length.formatRegion).optional(),
  privacyBlocked: z.boolean().optional(),
  contactName: text(length.contactName).optional(),
  primaryContactNo: code(20).optional(),
};

const writtenOfKind = {
  customer: {
    ...organisation,
    ...trade,
    salespersonCode: code(20).optional(),
    contactType: z.enum(contactTypes).optional(),
  },
  vendor: { ...organisation, ...trade, purchaserCode: code(20).optional() },
  bankAccount: { ...organisation, ourContactCode: code(20).optional() },
  employee: {
    externalId: text(length.externalId).optional(),
    firstName: text(length.firstName).optional(),
    middleName: text(length.middleName).optional(),
    lastName: text(length.lastName).optional(),
    jobTitle: text(length.jobTitle).optional(),
    initials: text(length.initials).optional(),
    ...address,
    phoneNo: text(length.phoneNo).optional(),
    mobilePhoneNo: text(length.mobilePhoneNo).optional(),
    faxNo: text(length.faxNo).optional(),
    pager: text(length.pager).optional(),
    email: text(length.email).optional(),
  },
} as const;

const readText = () => z.string().nullable();
type ReadShape<Written extends object> = { [Name in keyof Written]: z.ZodNullable<z.ZodString> };

/** Every written field as a text that may be blank. */
function readShape<Written extends object>(written: Written): ReadShape<Written> {
  return Object.fromEntries(Object.keys(written).map((name) => [name, readText()])) as ReadShape<Written>;
}

const ends = {
  /** The contact that it is linked to. */
  contactNo: readText(),
  /** Code of the relation that links the two. */
  businessRelationCode: readText(),
  /** Which way the two follow each other; blank without a contact. */
  syncPolicy: z.enum(syncPolicies).nullable(),
  /** Address of its picture. */
  image: readText(),
  noSeries: readText(),
  version: z.int(),
  lastModifiedAt: z.string(),
};
const blocked = { privacyBlocked: z.boolean() };

const readOfKind = {
  customer: {
    no: z.string(),
    ...readShape(writtenOfKind.customer),
    ...blocked,
    contactType: z.enum(contactTypes),
    ...ends,
  },
  vendor: { no: z.string(), ...readShape(writtenOfKind.vendor), ...blocked, ...ends },
  bankAccount: { no: z.string(), ...readShape(writtenOfKind.bankAccount), ...ends },
  employee: {
    no: z.string(),
    /** Made of its parts. */
    name: readText(),
    ...readShape(writtenOfKind.employee),
    ...ends,
  },
} as const;

export const partySorts = ["no", "name", "city", "lastModifiedAt"] as const;

const moment = () => z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Filters of every kind; those of a field that a kind has not find nothing. */
export const partyFilters = {
  search: z.string().max(200).optional(),
  no: codeList().optional(),
  /** Letter by letter; one only, because it may hold commas. */
  externalId: z.string().max(length.externalId).optional(),
  contactNo: codeList().optional(),
  countryCode: codeList().optional(),
  currencyCode: codeList().optional(),
  territoryCode: codeList().optional(),
  languageCode: codeList().optional(),
  /** Whether it is linked to a contact. */
  linked: flag().optional(),
  lastModifiedFrom: moment().optional(),
  lastModifiedTo: moment().optional(),
};

const names = {
  customer: "Customer",
  vendor: "Vendor",
  bankAccount: "BankAccount",
  employee: "Employee",
} as const;
const plurals = {
  customer: "Customers",
  vendor: "Vendors",
  bankAccount: "BankAccounts",
  employee: "Employees",
} as const;

const params = z.object({ no: requiredCode(20) });
const writingProblems = [
  "not_found",
  "duplicate",
  "manual_no",
  "contact_phone_letters",
  "contact_email",
  "contact_vat_registration_no",
  "salesperson_blocked",
  "salesperson_privacy_blocked",
  "setup_missing",
  "relation_contact_linked",
  "party_contact_not_related",
  "contact_privacy_blocked",
] as const;

const upsertLine = z.object({ no: code(20).optional() });

/** Declares the endpoints of one kind; they are the same for all. */
function defineParty<Written extends z.core.$ZodLooseShape, Read extends z.core.$ZodLooseShape>(
  kind: PartyKind,
  written: Written,
  read: Read,
) {
  const name = names[kind];
  const resource = resourceOfKind[kind];
  const path = `/${resource}`;
  const words = resource.replaceAll("-", " ");
  const item = z.object(read).meta({ id: name });
  return {
    kind,
    resource,
    item,
    picture: definePicture({
      name,
      resource,
      words: `one of the ${words}`,
      ownerNo: "partyNo",
      noLength: 20,
      read: "parties.read",
      write: "parties.write",
      problems: ["party_not_found"],
    }),
    /** One line of an upsert. */
    line: z.strictObject({ ...upsertLine.shape, ...written }),
    list: endpoint({
      id: `list${plurals[kind]}`,
      method: "GET",
      path,
      access: "parties.read",
      summary: `Lists ${words}; \`search\` finds what holds every word in number, names, e-mail, phones or address.`,
      query: listQuery(partySorts, partyFilters),
      result: listOf(item).meta({ id: `${name}Page` }),
    }),
    get: endpoint({
      id: `get${name}`,
      method: "GET",
      path: `${path}/{no}`,
      access: "parties.read",
      summary: `One of the ${words}.`,
      params,
      result: item,
      problems: ["party_not_found"],
    }),
    create: endpoint({
      id: `create${name}`,
      method: "POST",
      path,
      access: "parties.write",
      summary: `Creates one of the ${words}.`,
      description:
        kind === "employee"
          ? "Without `no` the number series of the marketing set-up assigns one."
          : "Without `no` the number series of the marketing set-up assigns one. Where the marketing set-up names the code of linked relations, a contact is made from it and linked (contacts, section 6.5).",
      body: z.strictObject({ no: code(20).optional(), ...written }).meta({ id: `New${name}` }),
      result: item,
      status: 201,
      problems: [...writingProblems, "no_series_exhausted"],
    }),
    change: endpoint({
      id: `change${name}`,
      method: "PATCH",
      path: `${path}/{no}`,
      access: "parties.write",
      summary: `Changes one of the ${words}.`,
      description:
        kind === "employee"
          ? "The contact stays as it is: an employee follows its contact, not the other way."
          : "Its contact follows what they share (contacts, section 6.5). `primaryContactNo` and `contactName` have rules of their own (section 6.6).",
      params,
      body: z.strictObject({ no: requiredCode(20).optional(), ...written }).meta({ id: `${name}Changes` }),
      result: item,
      problems: ["party_not_found", "stale_version", ...writingProblems],
    }),
    remove: endpoint({
      id: `delete${name}`,
      method: "DELETE",
      path: `${path}/{no}`,
      access: "parties.write",
      summary: `Deletes one of the ${words} with its entries; its contact stays.`,
      params,
      problems: ["party_not_found", "stale_version"],
    }),
    contacts: endpoint({
      id: `listContactsOf${name}`,
      method: "GET",
      path: `${path}/{no}/contacts`,
      access: "contacts.read",
      summary:
        "The contact it is linked to and that contact's people (contacts, section 6.6); empty without a link.",
      params,
      query: listQuery(["companyName", "name", "no"], { search: z.string().max(200).optional() }),
      result: listOf(Contact).meta({ id: `ContactsOf${name}Page` }),
      problems: ["party_not_found"],
    }),
    upsert: endpoint({
      id: `upsert${plurals[kind]}`,
      method: "POST",
      path: `${path}/upsert`,
      access: "parties.write",
      summary: `Creates or changes ${words}, as many as the body has lines (NDJSON).`,
      description:
        "Each line is a JSON object with the fields of the record. It is found by `externalId`, else by `no`, and created where there is none; fields that are left out stay as they are, so that sending the same again changes nothing. Each line of the answer says what became of the line in the same place: `line`, `status` (`created`, `changed`, `unchanged`, `refused`), `no`, `externalId`, and of a refused one `problem`. A refused line keeps no other from being stored. Lines of the same record are stored in their order. A line may have 65,536 bytes.",
      consumes: ["application/x-ndjson"],
      produces: ["application/x-ndjson"],
      problems: ["file_too_large"],
    }),
  };
}

export const customers = defineParty("customer", writtenOfKind.customer, readOfKind.customer);
export const vendors = defineParty("vendor", writtenOfKind.vendor, readOfKind.vendor);
export const bankAccounts = defineParty("bankAccount", writtenOfKind.bankAccount, readOfKind.bankAccount);
export const employees = defineParty("employee", writtenOfKind.employee, readOfKind.employee);

export type Customer = z.output<typeof customers.item>;
export type Vendor = z.output<typeof vendors.item>;
export type BankAccount = z.output<typeof bankAccounts.item>;
export type Employee = z.output<typeof employees.item>;

export type PartyListQuery = z.output<NonNullable<typeof customers.list.query>>;

/** The endpoints of every kind. */
export const partyContracts = {
  customer: customers,
  vendor: vendors,
  bankAccount: bankAccounts,
  employee: employees,
};
