/** What a contact takes from its company and from the marketing set-up (contacts §4). */

import type { ContactType, CorrespondenceType } from "./contact.rules.ts";

export const addressFields = ["address", "address2", "postCode", "city", "county"] as const;
/** An address is compared without its county. */
export const comparedAddressFields = ["address", "address2", "postCode", "city"] as const;
export const phoneAndMailFields = [
  "phoneNo",
  "telexNo",
  "telexAnswerBack",
  "faxNo",
  "email",
  "homePage",
  "extensionNo",
  "mobilePhoneNo",
  "pager",
] as const;
export const communicationFields = [...phoneAndMailFields, "correspondenceType"] as const;

export const classifyingFields = [
  ["salespersonCode", "inheritSalesperson"],
  ["territoryCode", "inheritTerritory"],
  ["countryCode", "inheritCountry"],
  ["languageCode", "inheritLanguage"],
  ["formatRegion", "inheritFormatRegion"],
] as const;

type TextField =
  | (typeof addressFields)[number]
  | (typeof phoneAndMailFields)[number]
  | (typeof classifyingFields)[number][0];

/** The fields a person may have from its company. */
export type Inheritable = { readonly [Field in TextField]: string | null } & {
  readonly correspondenceType: CorrespondenceType | null;
};
export type InheritableField = keyof Inheritable;

/** Fields a request writes itself; `undefined` is left alone, `null` is explicitly blank. */
export type SuppliedInheritable = { readonly [Field in InheritableField]?: Inheritable[Field] | undefined };

export interface InheritanceFlags {
  readonly inheritSalesperson: boolean;
  readonly inheritTerritory: boolean;
  readonly inheritCountry: boolean;
  readonly inheritLanguage: boolean;
  readonly inheritFormatRegion: boolean;
  readonly inheritAddress: boolean;
  readonly inheritCommunication: boolean;
}

export const blankInheritable: Inheritable = {
  salespersonCode: null,
  territoryCode: null,
  countryCode: null,
  languageCode: null,
  formatRegion: null,
  address: null,
  address2: null,
  postCode: null,
  city: null,
  county: null,
  phoneNo: null,
  telexNo: null,
  telexAnswerBack: null,
  faxNo: null,
  email: null,
  homePage: null,
  extensionNo: null,
  mobilePhoneNo: null,
  pager: null,
  correspondenceType: null,
};

/**
 * A person's inheritable fields after it got a company (§4.2, steps 2–4): set-up fields follow even when blank at
 * the company, the address only if it is stale, phones and e-mail field by field. Supplied fields are never touched.
 * Leaving a company (`company` null) takes nothing along and nothing away.
 */
export function inheritFromCompany(
  person: Inheritable,
  previousCompany: Inheritable | null,
  company: Inheritable | null,
  flags: InheritanceFlags,
  supplied: SuppliedInheritable = {},
): Inheritable {
  const own = withSupplied(person, supplied);
  if (company === null) return own;

  const fields: InheritableField[] = classifyingFields
    .filter(([, flag]) => flags[flag])
    .map(([field]) => field);
  if (flags.inheritAddress && hasStaleAddress(own, previousCompany)) fields.push(...addressFields);
  if (flags.inheritCommunication) {
    fields.push(...communicationFields.filter((field) => isUnownedValue(field, own, previousCompany)));
  }
  const inherited = fields.filter((field) => supplied[field] === undefined);
  return { ...own, ...pick(company, inherited) };
}

function hasStaleAddress(person: Inheritable, previousCompany: Inheritable | null): boolean {
  return (
    comparedAddressFields.every((field) => person[field] === null) ||
    (previousCompany !== null &&
      comparedAddressFields.every((field) => person[field] === previousCompany[field]))
  );
}

function isUnownedValue(
  field: InheritableField,
  person: Inheritable,
  previousCompany: Inheritable | null,
): boolean {
  return person[field] === null || (previousCompany !== null && person[field] === previousCompany[field]);
}

/**
 * A person's fields after its company was changed (§4.3): a changed value reaches the persons who held the old one,
 * blank included; an address only as long as it was the company's in all compared parts.
 */
export function followCompanyChange(
  person: Inheritable,
  before: Inheritable,
  after: Inheritable,
  flags: InheritanceFlags,
): Inheritable {
  const changed = (field: InheritableField) => before[field] !== after[field];
  const held = (field: InheritableField) => person[field] === before[field];

  const fields: InheritableField[] = classifyingFields
    .filter(([field, flag]) => flags[flag] && changed(field) && held(field))
    .map(([field]) => field);
  if (flags.inheritAddress && comparedAddressFields.every(held))
    fields.push(...addressFields.filter(changed));
  if (flags.inheritCommunication) {
    fields.push(...phoneAndMailFields.filter((field) => changed(field) && held(field)));
  }
  return { ...person, ...pick(after, fields) };
}

export interface ContactDefaults {
  readonly defaultSalesperson: string | null;
  readonly defaultTerritory: string | null;
  readonly defaultCountry: string | null;
  readonly defaultLanguage: string | null;
  readonly defaultFormatRegion: string | null;
  readonly defaultCorrespondenceType: CorrespondenceType | null;
  readonly defaultCompanySalutation: string | null;
  readonly defaultPersonSalutation: string | null;
}

export interface NewContactFacts {
  readonly type: ContactType;
  readonly supplied: SuppliedInheritable & { readonly salutationCode?: string | null | undefined };
  /** The company of a new person, `null` without one. */
  readonly company: Inheritable | null;
  readonly flags: InheritanceFlags;
  readonly usersSalespersonCode: string | null;
  readonly defaults: ContactDefaults;
  /** Made from a customer, vendor, …: takes no default but the salutation. */
  readonly isFromParty?: boolean;
}

export type NewContactValues = Inheritable & { readonly salutationCode: string | null };

/** The values of a new contact: supplied > inherited > the user's salesperson > default of the set-up (§4.1). */
export function deriveNewContact(facts: NewContactFacts): NewContactValues {
  const { type, supplied, defaults } = facts;
  const { salutationCode: suppliedSalutation, ...suppliedFields } = supplied;
  const company = type === "person" ? facts.company : null;
  const inherited = inheritFromCompany(blankInheritable, null, company, facts.flags, suppliedFields);
  const salutation =
    type === "company" ? defaults.defaultCompanySalutation : defaults.defaultPersonSalutation;
  const salutationCode = suppliedSalutation === undefined ? salutation : suppliedSalutation;
  if (facts.isFromParty) return { ...inherited, salutationCode };

  const fallback: SuppliedInheritable = {
    salespersonCode: facts.usersSalespersonCode ?? defaults.defaultSalesperson,
    territoryCode: defaults.defaultTerritory,
    countryCode: defaults.defaultCountry,
    languageCode: defaults.defaultLanguage,
    formatRegion: defaults.defaultFormatRegion,
    correspondenceType: defaults.defaultCorrespondenceType,
  };
  const open = (Object.keys(fallback) as InheritableField[]).filter(
    (field) => supplied[field] === undefined && inherited[field] === null,
  );
  return { ...inherited, ...pick({ ...blankInheritable, ...fallback } as Inheritable, open), salutationCode };
}

function withSupplied(person: Inheritable, supplied: SuppliedInheritable): Inheritable {
  const written = (Object.keys(supplied) as InheritableField[]).filter(
    (field) => supplied[field] !== undefined,
  );
  return { ...person, ...pick(supplied as Inheritable, written) };
}

function pick(values: Inheritable, fields: readonly InheritableField[]): Partial<Inheritable> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
