/** What a contact looks like after a request, and what is wrong with it (contacts §3, §4). */

import type { FieldError } from "#platform/errors.ts";
import { normalizeCode, normalizeText } from "#platform/text.rules.ts";
import {
  type ContactTextField,
  type ContactType,
  type CorrespondenceType,
  checkContactTexts,
  checkFieldsOfType,
  contactFieldLengths,
  followLanguage,
  writeLocality,
} from "./contact.rules.ts";
import {
  blankContact,
  type ContactFields,
  plainFields,
  type ReferenceField,
  referenceFields,
} from "./contact-fields.ts";
import type { TypeChange } from "./contact-type.rules.ts";
import {
  blankInheritable,
  type ContactDefaults,
  deriveNewContact,
  type InheritableField,
  type InheritanceFlags,
  inheritFromCompany,
  type SuppliedInheritable,
} from "./defaults.rules.ts";
import { type ContactNames, noNames, writeNames } from "./names.rules.ts";
import { writePrivacyFlags } from "./privacy.rules.ts";
import { checkVatRegistrationNo } from "./vat-number.rules.ts";

/** What a request writes: `undefined` is left alone, `null` is blank. */
export type ContactInput = { readonly [Field in ContactTextField]?: string | null | undefined } & {
  readonly type?: ContactType | undefined;
  readonly correspondenceType?: CorrespondenceType | null | undefined;
  readonly excludeFromSegment?: boolean | undefined;
  readonly noAutomaticRecording?: boolean | undefined;
  readonly privacyBlocked?: boolean | undefined;
  readonly minor?: boolean | undefined;
  readonly parentalConsentReceived?: boolean | undefined;
};

/** What the set-up says, as far as contacts are written by it. */
export interface WritingFacts {
  readonly flags: InheritanceFlags;
  readonly defaults: ContactDefaults;
  readonly usersSalespersonCode: string | null;
  /** Of the organisation's country where the contact has none. */
  vatFormatsOf(countryCode: string | null): readonly string[];
  localeOf(languageCode: string): string | null;
}

const codeFields: ReadonlySet<string> = new Set<ContactTextField>([
  "no",
  "searchName",
  "companyNo",
  "vatRegistrationNo",
  "externalId",
  ...referenceFields,
]);

/** The input with texts trimmed and composed, codes in upper case, blanks as `null`. */
export function normalizeInput<Input extends ContactInput>(input: Input): Input {
  const normalized: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input)) {
    const isText = typeof value === "string" && field in contactFieldLengths;
    normalized[field] = !isText ? value : codeFields.has(field) ? normalizeCode(value) : normalizeText(value);
  }
  return normalized as Input;
}

export type Written =
  | { readonly allowed: true; readonly fields: ContactFields; readonly errors: readonly FieldError[] }
  | { readonly allowed: false; readonly because: "contact_consent_missing" };

/** A new contact; a person may have a company. `isFromParty`: made from a customer, vendor, … */
export function writeNewContact(
  input: ContactInput,
  company: ContactFields | null,
  facts: WritingFacts,
  isFromParty = false,
): { readonly fields: ContactFields; readonly errors: readonly FieldError[] } {
  const type = input.type ?? "company";
  const derived = deriveNewContact({
    type,
    supplied: { ...suppliedInheritable(input), salutationCode: input.salutationCode },
    company,
    flags: facts.flags,
    usersSalespersonCode: facts.usersSalespersonCode,
    defaults: facts.defaults,
    isFromParty,
  });
  const privacy = writePrivacyFlags(blankContact, input);
  const names = writeNames(type, noNames, input);
  const fields: ContactFields = {
    ...blankContact,
    ...suppliedFields(input),
    ...derived,
    ...names,
    type,
    companyName: type === "company" ? names.companyName : (company?.name ?? null),
    // A contact that was never blocked cannot be refused to be unblocked.
    ...(privacy.allowed && privacy.flags),
    formatRegion: followLanguageOf(derived.formatRegion, derived.languageCode, facts),
  };
  return { fields, errors: [...checkInput(type, input), ...checkVat(fields, facts)] };
}

/** The company a person gets and the one it leaves; `null` = none. */
export interface NewLink {
  readonly company: ContactFields | null;
  readonly previous: ContactFields | null;
}

/**
 * A contact after a change. `typeChange`: what the decided change of type makes of it. `link`: the person gets a
 * company, the same one again included, or leaves it.
 */
export function writeContactChange(
  before: ContactFields,
  input: ContactInput,
  { typeChange, link }: { readonly typeChange: TypeChange | null; readonly link: NewLink | null },
  facts: WritingFacts,
): Written {
  const { companyNo: _, ...changeOfType } = typeChange ?? { companyNo: null };
  const current: ContactFields = { ...before, ...changeOfType };
  const privacy = writePrivacyFlags(current, input);
  if (!privacy.allowed) return privacy;

  const own: ContactFields = { ...current, ...suppliedFields(input), ...writeLocality(current, input) };
  const inherited = link
    ? inheritFromCompany(own, link.previous, link.company, facts.flags, suppliedInheritable(input))
    : own;
  const names = writeNames(own.type, namesOf(current), input);
  const companyName = link && own.type === "person" ? (link.company?.name ?? null) : names.companyName;
  const writesLanguage = input.languageCode !== undefined || inherited.languageCode !== before.languageCode;
  const fields: ContactFields = {
    ...own,
    ...inherited,
    ...names,
    companyName,
    ...privacy.flags,
    formatRegion: writesLanguage
      ? followLanguageOf(inherited.formatRegion, inherited.languageCode, facts)
      : inherited.formatRegion,
  };
  const checksVat =
    fields.vatRegistrationNo !== before.vatRegistrationNo || fields.countryCode !== before.countryCode;
  return {
    allowed: true,
    fields,
    errors: [...checkInput(own.type, input), ...(checksVat ? checkVat(fields, facts) : [])],
  };
}

function namesOf({
  name,
  searchName,
  companyName,
  firstName,
  middleName,
  surname,
}: ContactFields): ContactNames {
  return { name, searchName, companyName, firstName, middleName, surname };
}

/** Whether both hold the same values. */
export function isSameContact(before: ContactFields, after: ContactFields): boolean {
  return (Object.keys(after) as (keyof ContactFields)[]).every((field) => before[field] === after[field]);
}

function checkInput(type: ContactType, input: ContactInput): FieldError[] {
  return [...checkContactTexts(input), ...checkFieldsOfType(type, input)];
}

function checkVat(fields: ContactFields, facts: WritingFacts): FieldError[] {
  return checkVatRegistrationNo(
    "vatRegistrationNo",
    fields.vatRegistrationNo,
    facts.vatFormatsOf(fields.countryCode),
  );
}

function followLanguageOf(formatRegion: string | null, languageCode: string | null, facts: WritingFacts) {
  return languageCode === null ? formatRegion : followLanguage(formatRegion, facts.localeOf(languageCode));
}

/** Names have rules of their own. */
const namedFields = new Set(["name", "searchName", "companyName", "firstName", "middleName", "surname"]);
const writtenFields = [
  ...plainFields.filter((field) => !namedFields.has(field)),
  ...referenceFields,
  "correspondenceType",
  "excludeFromSegment",
  "noAutomaticRecording",
] as const;

function suppliedFields(input: ContactInput): Partial<ContactFields> {
  return Object.fromEntries(
    writtenFields.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
  );
}

function suppliedInheritable(input: ContactInput): SuppliedInheritable {
  const fields = Object.keys(blankInheritable) as InheritableField[];
  return Object.fromEntries(
    fields.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
  );
}

/** The codes that a request newly chooses. */
export function chosenCodes(
  input: ContactInput,
  before: ContactFields | null,
): { readonly [Field in ReferenceField]?: string } {
  return Object.fromEntries(
    referenceFields
      .filter((field) => input[field] != null && input[field] !== before?.[field])
      .map((field) => [field, input[field]]),
  );
}
