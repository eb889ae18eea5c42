/** Which column of a file most likely holds which field of a contact. */

import type { VCardColumn } from "#platform/files/index.ts";
import { headerNames } from "./contacts/header-names.data.ts";
import { type ImportField, importFields } from "./import-settings.rules.ts";

export interface ColumnToMap {
  readonly header: string | null;
  /** Values from the first rows, without blanks. */
  readonly samples: readonly string[];
}

/**
 * A field for each column, `null` where nothing fits; no field twice. The header decides; of a header that says
 * nothing, the values do: e-mail addresses, phone numbers and web addresses are known by their look.
 */
export function suggestFields(columns: readonly ColumnToMap[]): (ImportField | null)[] {
  const suggested = new Array<ImportField | null>(columns.length).fill(null);
  const taken = new Set<ImportField>();
  for (const { at, field } of [...namedCandidates(columns), ...lookAlikes(columns)]) {
    if (suggested[at] !== null || taken.has(field)) continue;
    suggested[at] = field;
    taken.add(field);
  }
  return suggested;
}

interface Candidate {
  readonly at: number;
  readonly field: ImportField;
  /** 0 is the surest. */
  readonly rank: number;
}

const known = new Map(
  importFields.flatMap((field) => [
    [foldHeader(field), { field, rank: 0 }] as const,
    ...headerNames[field].map((name, at) => [foldHeader(name), { field, rank: at + 1 }] as const),
  ]),
);

function namedCandidates(columns: readonly ColumnToMap[]): Candidate[] {
  return columns
    .flatMap(({ header }, at) => {
      const named = known.get(foldHeader(header ?? ""));
      return named ? [{ at, ...named }] : [];
    })
    .sort((one, other) => one.rank - other.rank || one.at - other.at);
}

/** "E-mail 1 – Value" and "email1value" are one; an asterisk or unit in brackets says nothing. */
function foldHeader(header: string): string {
  return header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What programs call a column that was given no name. */
const meaningless = /^((column|unnamed|field|sarake|kolumn|kentta|fält|falt|f|c|col)\d*|\d*)$/;

interface Look {
  readonly field: ImportField;
  /** A header that hints at the field lets the values speak as well. */
  readonly hint: RegExp;
  readonly value: RegExp;
}

const looks: readonly Look[] = [
  { field: "email", hint: /mail|posti|epost/, value: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/ },
  { field: "mobilePhoneNo", hint: /mob|gsm|cell|matka/, value: /^\+?[\d\s()./-]{6,24}$/ },
  { field: "phoneNo", hint: /phone|puh|tel/, value: /^(\+|00?)[\d\s()./-]{6,24}$/ },
  { field: "homePage", hint: /web|www|url|sivu|sida/, value: /^(https?:\/\/|www\.)\S+$/i },
];

/** Most of the values have to look right: a stray address among notes does not make a column. */
const share = 0.6;

function lookAlikes(columns: readonly ColumnToMap[]): Omit<Candidate, "rank">[] {
  return looks.flatMap(({ field, hint, value }) =>
    columns.flatMap(({ header, samples }, at) => {
      const name = foldHeader(header ?? "");
      const mayBe = hint.test(name) || (meaningless.test(name) && field !== "mobilePhoneNo");
      const matching = samples.filter((sample) => value.test(sample)).length;
      return mayBe && samples.length > 0 && matching >= samples.length * share ? [{ at, field }] : [];
    }),
  );
}

const fieldsOfCards: Partial<Record<VCardColumn, ImportField>> = {
  kind: "type",
  formattedName: "name",
  familyName: "surname",
  givenName: "firstName",
  middleName: "middleName",
  organization: "companyName",
  title: "jobTitle",
  mobilePhone: "mobilePhoneNo",
  workPhone: "phoneNo",
  fax: "faxNo",
  email: "email",
  email2: "email2",
  address2: "address2",
  street: "address",
  city: "city",
  region: "county",
  postCode: "postCode",
  country: "countryCode",
  url: "homePage",
  language: "languageCode",
};

/** The fields of the columns that a vCard file is laid out in; another phone stands in where no card has one of work. */
export function suggestCardFields(columns: readonly ColumnToMap[]): (ImportField | null)[] {
  const has = (name: VCardColumn) =>
    columns.some(({ header, samples }) => header === name && samples.length > 0);
  const phone = (["workPhone", "homePhone", "otherPhone"] as const).find(has) ?? "workPhone";
  return columns.map(({ header }) => {
    if (header === phone) return "phoneNo";
    return header === "workPhone" ? null : (fieldsOfCards[header as VCardColumn] ?? null);
  });
}
