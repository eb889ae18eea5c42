import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, date, requiredCode, text } from "#platform/http/fields.ts";
import { contactFieldLengths as length } from "../../contact.rules.ts";
import { Contact, NewContact } from "../../contacts.contract.ts";

/** Contracts of alternative addresses, when they count, and where a letter to a contact goes (contacts §1.2, §9). */

const codeLength = 10;
const contactPath = z.object({ no: requiredCode(length.no) });
const addressPath = contactPath.extend({ code: requiredCode(codeLength) });
const rangePath = contactPath.extend({ startingDate: date() });

/** What it says in the place of the contact's own. */
const sameAsContact = {
  companyName: true,
  address: true,
  address2: true,
  postCode: true,
  city: true,
  county: true,
  countryCode: true,
  phoneNo: true,
  mobilePhoneNo: true,
  extensionNo: true,
  pager: true,
  faxNo: true,
  telexNo: true,
  telexAnswerBack: true,
  email: true,
  homePage: true,
} as const;

export const AlternativeAddress = z
  .object({
    code: z.string(),
    ...Contact.pick(sameAsContact).shape,
    companyName2: z.string().nullable(),
    /** Counts today. */
    active: z.boolean(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "AlternativeAddress" });
export type AlternativeAddress = z.output<typeof AlternativeAddress>;

const writable = {
  ...NewContact.pick(sameAsContact).shape,
  companyName2: text(length.name2).optional(),
};

export const AlternativeAddressChange = z.strictObject(writable).meta({ id: "AlternativeAddressChange" });
export type AlternativeAddressChange = z.output<typeof AlternativeAddressChange>;

export const NewAlternativeAddress = z
  .strictObject({ code: requiredCode(codeLength), ...writable })
  .meta({ id: "NewAlternativeAddress" });
export type NewAlternativeAddress = z.output<typeof NewAlternativeAddress>;

const addressProblems = ["contact_email", "contact_phone_letters"] as const;

export const listAlternativeAddresses = endpoint({
  id: "listAlternativeAddresses",
  method: "GET",
  path: "/contacts/{no}/alternative-addresses",
  access: "contacts.read",
  summary: "Alternative addresses of a contact, by code.",
  params: contactPath,
  result: z.object({ items: z.array(AlternativeAddress) }).meta({ id: "AlternativeAddresses" }),
  problems: ["contact_not_found"],
});

export const getAlternativeAddress = endpoint({
  id: "getAlternativeAddress",
  method: "GET",
  path: "/contacts/{no}/alternative-addresses/{code}",
  access: "contacts.read",
  summary: "One alternative address.",
  params: addressPath,
  result: AlternativeAddress,
  problems: ["contact_not_found", "not_found"],
});

export const createAlternativeAddress = endpoint({
  id: "createAlternativeAddress",
  method: "POST",
  path: "/contacts/{no}/alternative-addresses",
  access: "contacts.write",
  summary: "Adds an alternative address.",
  description:
    "It counts on the days of its date ranges. A post code of the post-code list fills in city, county and country where the request leaves them out.",
  params: contactPath,
  body: NewAlternativeAddress,
  result: AlternativeAddress,
  status: 201,
  problems: ["contact_not_found", "duplicate", ...addressProblems],
});

export const changeAlternativeAddress = endpoint({
  id: "changeAlternativeAddress",
  method: "PATCH",
  path: "/contacts/{no}/alternative-addresses/{code}",
  access: "contacts.write",
  summary: "Changes an alternative address.",
  params: addressPath,
  body: AlternativeAddressChange,
  result: AlternativeAddress,
  problems: ["contact_not_found", "not_found", ...addressProblems],
});

export const deleteAlternativeAddress = endpoint({
  id: "deleteAlternativeAddress",
  method: "DELETE",
  path: "/contacts/{no}/alternative-addresses/{code}",
  access: "contacts.write",
  summary: "Deletes an alternative address with its date ranges.",
  params: addressPath,
  problems: ["contact_not_found", "not_found"],
});

/** Days on which an alternative address counts; of overlapping ranges the one that began last wins. */
export const AddressRange = z
  .object({
    startingDate: z.string(),
    /** Blank = for good. */
    endingDate: z.string().nullable(),
    altAddressCode: z.string(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "AlternativeAddressRange" });
export type AddressRange = z.output<typeof AddressRange>;

export const AddressRangeChange = z
  .strictObject({
    startingDate: date().optional(),
    endingDate: date().nullable().optional(),
    altAddressCode: requiredCode(codeLength).optional(),
  })
  .meta({ id: "AlternativeAddressRangeChange" });
export type AddressRangeChange = z.output<typeof AddressRangeChange>;

export const NewAddressRange = z
  .strictObject({
    startingDate: date(),
    endingDate: date().nullable().optional(),
    altAddressCode: requiredCode(codeLength),
  })
  .meta({ id: "NewAlternativeAddressRange" });
export type NewAddressRange = z.output<typeof NewAddressRange>;

const rangeProblems = ["contact_not_found", "not_found", "alt_range_exists", "alt_range_order"] as const;

export const listAddressRanges = endpoint({
  id: "listAlternativeAddressRanges",
  method: "GET",
  path: "/contacts/{no}/alternative-address-ranges",
  access: "contacts.read",
  summary: "When which alternative address of a contact counts, by starting date.",
  params: contactPath,
  result: z.object({ items: z.array(AddressRange) }).meta({ id: "AlternativeAddressRanges" }),
  problems: ["contact_not_found"],
});

export const createAddressRange = endpoint({
  id: "createAlternativeAddressRange",
  method: "POST",
  path: "/contacts/{no}/alternative-address-ranges",
  access: "contacts.write",
  summary: "Says when an alternative address counts. Ranges may overlap.",
  params: contactPath,
  body: NewAddressRange,
  result: AddressRange,
  status: 201,
  problems: rangeProblems,
});

export const changeAddressRange = endpoint({
  id: "changeAlternativeAddressRange",
  method: "PATCH",
  path: "/contacts/{no}/alternative-address-ranges/{startingDate}",
  access: "contacts.write",
  summary: "Changes a date range, its starting date too.",
  params: rangePath,
  body: AddressRangeChange,
  result: AddressRange,
  problems: rangeProblems,
});

export const deleteAddressRange = endpoint({
  id: "deleteAlternativeAddressRange",
  method: "DELETE",
  path: "/contacts/{no}/alternative-address-ranges/{startingDate}",
  access: "contacts.write",
  summary: "Deletes a date range.",
  params: rangePath,
  problems: ["contact_not_found", "not_found"],
});

/** Where a letter goes, and why there. */
export const PostalAddress = z
  .object({
    /** Which rule gave it: the contact's alternative address, its company's, the company's name, or the contact alone. */
    source: z.enum(["alternative", "companyAlternative", "company", "own"]),
    altAddressCode: z.string().nullable(),
    companyName: z.string().nullable(),
    companyName2: z.string().nullable(),
    name: z.string().nullable(),
    name2: z.string().nullable(),
    address: z.string().nullable(),
    address2: z.string().nullable(),
    postCode: z.string().nullable(),
    city: z.string().nullable(),
    county: z.string().nullable(),
    countryCode: z.string().nullable(),
    /** As it is written on an envelope, in the order of the country; blank lines are left out. */
    lines: z.array(z.string()),
  })
  .meta({ id: "PostalAddress" });
export type PostalAddress = z.output<typeof PostalAddress>;

export const getPostalAddress = endpoint({
  id: "getContactPostalAddress",
  method: "GET",
  path: "/contacts/{no}/postal-address",
  access: "contacts.read",
  summary: "Where a letter to the contact goes on a day (today unless said).",
  description:
    "`altAddressCode`: the alternative address of an interaction, which wins over the one active on the day; `-` says that the interaction has none.",
  params: contactPath,
  query: z.strictObject({ date: date().optional(), altAddressCode: code(codeLength).optional() }),
  result: PostalAddress,
  problems: ["contact_not_found", "not_found"],
});
