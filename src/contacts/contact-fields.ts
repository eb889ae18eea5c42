import type { ReferenceList } from "#setup/index.ts";
import type { ContactType, CorrespondenceType } from "./contact.rules.ts";

/** Which column holds which field of a contact. */

/** Fields that are stored as they are. */
export const plainColumns = {
  name: "name",
  name2: "name2",
  searchName: "search_name",
  companyName: "company_name",
  firstName: "first_name",
  middleName: "middle_name",
  surname: "surname",
  jobTitle: "job_title",
  initials: "initials",
  address: "address",
  address2: "address2",
  postCode: "post_code",
  city: "city",
  county: "county",
  phoneNo: "phone_no",
  mobilePhoneNo: "mobile_phone_no",
  extensionNo: "extension_no",
  pager: "pager",
  faxNo: "fax_no",
  telexNo: "telex_no",
  telexAnswerBack: "telex_answer_back",
  email: "email",
  email2: "email2",
  homePage: "home_page",
  formatRegion: "format_region",
  vatRegistrationNo: "vat_registration_no",
  registrationNo: "registration_no",
  externalId: "external_id",
} as const;
export type PlainField = keyof typeof plainColumns;
export const plainFields = Object.keys(plainColumns) as readonly PlainField[];

/** Fields that are a code to people and the id of a row of set-up to the table. */
export const referenceColumns = {
  salutationCode: { list: "salutations", column: "salutation_id" },
  organizationalLevelCode: { list: "organizational_levels", column: "organizational_level_id" },
  countryCode: { list: "countries", column: "country_id" },
  territoryCode: { list: "territories", column: "territory_id" },
  currencyCode: { list: "currencies", column: "currency_id" },
  languageCode: { list: "languages", column: "language_id" },
  salespersonCode: { list: "salespeople", column: "salesperson_id" },
} as const satisfies Record<string, { list: ReferenceList; column: string }>;
export type ReferenceField = keyof typeof referenceColumns;
export const referenceFields = Object.keys(referenceColumns) as readonly ReferenceField[];
export type ContactReferenceList = (typeof referenceColumns)[ReferenceField]["list"];

export const flagColumns = {
  excludeFromSegment: "exclude_from_segment",
  noAutomaticRecording: "no_automatic_recording",
  privacyBlocked: "privacy_blocked",
  minor: "minor",
  parentalConsentReceived: "parental_consent_received",
} as const;
export type FlagField = keyof typeof flagColumns;
export const flagFields = Object.keys(flagColumns) as readonly FlagField[];

/** Everything of a contact that a request can write, but its number and its company. */
export type ContactFields = {
  readonly type: ContactType;
  readonly correspondenceType: CorrespondenceType | null;
} & { readonly [Field in PlainField | ReferenceField]: string | null } & {
  readonly [Flag in FlagField]: boolean;
};

/** A company without a value. */
export const blankContact: ContactFields = {
  type: "company",
  correspondenceType: null,
  ...(Object.fromEntries([...plainFields, ...referenceFields].map((field) => [field, null])) as {
    [Field in PlainField | ReferenceField]: null;
  }),
  ...(Object.fromEntries(flagFields.map((flag) => [flag, false])) as { [Flag in FlagField]: false }),
};
