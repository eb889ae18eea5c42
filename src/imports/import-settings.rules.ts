/** How a file of contacts is to be read. Pure: shared by server and browser. */

/** Fields of a contact that a column may hold, in the order in which forms offer them. */
export const importFields = [
  "no",
  "type",
  "name",
  "name2",
  "firstName",
  "middleName",
  "surname",
  "jobTitle",
  "initials",
  "companyNo",
  "companyName",
  "searchName",
  "salutationCode",
  "organizationalLevelCode",
  "address",
  "address2",
  "postCode",
  "city",
  "county",
  "countryCode",
  "phoneNo",
  "extensionNo",
  "mobilePhoneNo",
  "pager",
  "faxNo",
  "telexNo",
  "telexAnswerBack",
  "email",
  "email2",
  "homePage",
  "territoryCode",
  "currencyCode",
  "languageCode",
  "formatRegion",
  "salespersonCode",
  "correspondenceType",
  "vatRegistrationNo",
  "registrationNo",
  "externalId",
  "excludeFromSegment",
  "noAutomaticRecording",
  "privacyBlocked",
  "minor",
  "parentalConsentReceived",
] as const;
export type ImportField = (typeof importFields)[number];

/** By which field a row finds the contact it is about. */
export const matchBys = ["no", "email", "none"] as const;
export type MatchBy = (typeof matchBys)[number];

/** What is done with a contact that a row has found. */
export const onMatches = ["update", "skip"] as const;
export type OnMatch = (typeof onMatches)[number];

/** What a row stands for; `auto`: each row tells, and companies that people name are created. */
export const rowTypes = ["company", "person", "auto"] as const;
export type RowType = (typeof rowTypes)[number];

export interface ImportColumn {
  readonly index: number;
  readonly header: string | null;
  /** Up to five different values from the first rows. */
  readonly samples: readonly string[];
  readonly suggestedField: ImportField | null;
}

/** Fields by column index; a column that is left out is not imported. */
export type ImportMapping = Readonly<Record<string, ImportField>>;

export interface ImportSettings {
  readonly mapping: ImportMapping;
  readonly matchBy: MatchBy;
  readonly onMatch: OnMatch;
  readonly type: RowType;
  readonly acceptShortRows: boolean;
}

/** Columns beyond are not offered: no list of contacts is that wide. */
export const maximumColumns = 500;

/** Problems beyond are counted but not kept. */
export const maximumProblems = 10_000;

/** Fields of which a column each is given in a mapping more than once, in order. */
export function repeatedFields(mapping: Readonly<Record<string, ImportField | null>>): ImportField[] {
  const fields = Object.values(mapping).filter((field) => field !== null);
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
}
