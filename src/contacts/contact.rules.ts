/** Fields of a contact: what each may hold, and what changing one does to others (contacts §1.1, §1.2). */

import type { FieldError } from "#platform/errors.ts";
import { checkText } from "#platform/text.rules.ts";
import { checkEmailList, checkSingleEmail } from "./email.rules.ts";
import { checkPhone } from "./phone.rules.ts";

export const contactTypes = ["company", "person"] as const;
export type ContactType = (typeof contactTypes)[number];

export const correspondenceTypes = ["hardCopy", "email"] as const;
export type CorrespondenceType = (typeof correspondenceTypes)[number];

/** Longest values in characters. */
export const contactFieldLengths = {
  no: 20,
  name: 100,
  name2: 50,
  searchName: 100,
  companyNo: 20,
  companyName: 100,
  firstName: 30,
  middleName: 30,
  surname: 30,
  jobTitle: 30,
  initials: 30,
  salutationCode: 10,
  organizationalLevelCode: 10,
  address: 100,
  address2: 50,
  postCode: 20,
  city: 30,
  county: 30,
  countryCode: 10,
  phoneNo: 30,
  mobilePhoneNo: 30,
  extensionNo: 30,
  pager: 30,
  faxNo: 30,
  telexNo: 20,
  telexAnswerBack: 20,
  email: 80,
  email2: 80,
  homePage: 255,
  territoryCode: 10,
  currencyCode: 10,
  languageCode: 10,
  salespersonCode: 20,
  formatRegion: 80,
  vatRegistrationNo: 20,
  // The field has room for 50, a number for 20: longer ones are refused.
  registrationNo: 20,
  externalId: 20,
  noSeries: 20,
} as const;

export type ContactTextField = keyof typeof contactFieldLengths;

/** Text fields as a request writes them, normalized; `undefined` is left alone. */
export type SuppliedContactTexts = { readonly [Field in ContactTextField]?: string | null | undefined };

const personOnlyFields = ["firstName", "middleName", "surname", "organizationalLevelCode"] as const;
const phoneFields = ["phoneNo", "mobilePhoneNo"] as const;

/** Lengths, control characters, phone numbers and e-mails of everything supplied, in the order of the fields. */
export function checkContactTexts(supplied: SuppliedContactTexts): FieldError[] {
  const fields = Object.keys(contactFieldLengths) as ContactTextField[];
  return fields.flatMap((field) => checkContactText(field, supplied[field] ?? null));
}

function checkContactText(field: ContactTextField, value: string | null): FieldError[] {
  const errors = checkText(field, value, { maxLength: contactFieldLengths[field] });
  if ((phoneFields as readonly string[]).includes(field)) errors.push(...checkPhone(field, value));
  if (field === "email") errors.push(...checkEmailList(field, value));
  if (field === "email2") errors.push(...checkSingleEmail(field, value));
  return errors;
}

/** `contact_person_only` for every field a company cannot have; clearing one is no error. */
export function checkFieldsOfType(type: ContactType, supplied: SuppliedContactTexts): FieldError[] {
  if (type === "person") return [];
  return personOnlyFields
    .filter((field) => (supplied[field] ?? null) !== null)
    .map((field) => ({ path: field, code: "contact_person_only" }));
}

export type ContactChild = "mailingGroup" | "industryGroup" | "webSource" | "jobResponsibility";

/** Industry groups and web sources belong to companies, job responsibilities to persons; `null` = fine. */
export function refuseChild(
  type: ContactType,
  child: ContactChild,
): "contact_company_only" | "contact_person_only" | null {
  if (type === "person" && (child === "industryGroup" || child === "webSource"))
    return "contact_company_only";
  if (type === "company" && child === "jobResponsibility") return "contact_person_only";
  return null;
}

export interface Locality {
  readonly countryCode: string | null;
  readonly postCode: string | null;
  readonly city: string | null;
  readonly county: string | null;
}

/**
 * Country, post code, city and county after a request: leaving a country clears the others unless the same
 * request brings them. Not for inheritance and synchronisation, which never clear.
 */
export function writeLocality(
  current: Locality,
  supplied: { readonly [Field in keyof Locality]?: string | null | undefined },
): Locality {
  const countryCode = supplied.countryCode === undefined ? current.countryCode : supplied.countryCode;
  const leavesCountry = current.countryCode !== null && countryCode !== current.countryCode;
  const kept = leavesCountry ? { postCode: null, city: null, county: null } : current;
  return {
    countryCode,
    postCode: supplied.postCode === undefined ? kept.postCode : supplied.postCode,
    city: supplied.city === undefined ? kept.city : supplied.city,
    county: supplied.county === undefined ? kept.county : supplied.county,
  };
}

/** The format region of a contact whose language is written: blank takes the language's locale. */
export function followLanguage(formatRegion: string | null, languageLocale: string | null): string | null {
  return formatRegion ?? languageLocale;
}
