/** From the cells of a row to the fields of a contact: what a cell means, before any rule about contacts. */

import type { FieldError } from "#platform/errors.ts";
import { normalizeText } from "#platform/text.rules.ts";
import { type ImportField, type ImportMapping, importFields } from "../import-settings.rules.ts";

/** Texts of the mapped cells by field; blank cells are left out and so leave a contact's value alone. */
export type RowTexts = Partial<Record<ImportField, string>>;

/** The mapping as pairs, so that a row is read without looking anything up. */
export type MappedColumns = readonly { readonly column: number; readonly field: ImportField }[];

export function mappedColumns(mapping: ImportMapping): MappedColumns {
  return Object.entries(mapping).map(([column, field]) => ({ column: Number(column), field }));
}

/** Several values in one cell, as Google Contacts writes them. */
const separator = " ::: ";

/**
 * The texts of a row. Line ends within a cell become commas, so that an address of two lines fits into one; of
 * several phone numbers the first counts, and a phone's extension goes to the field for it.
 */
export function readTexts(cells: readonly (string | null)[], columns: MappedColumns): RowTexts {
  const texts: RowTexts = {};
  for (const { column, field } of columns) {
    const text = normalizeText(cells[column]);
    if (text !== null) texts[field] = withoutLineEnds(text, field);
  }
  if (texts.email) texts.email = texts.email.replaceAll(separator, ";");
  for (const field of ["phoneNo", "mobilePhoneNo"] as const) {
    if (texts[field]) texts[field] = texts[field].split(separator)[0]!;
  }
  const withExtension =
    /^(.*\d)[\s,;]*(?:extension|ext\.?|alanro|alanumero|anknytning|ankn\.?|x)\s*(\d+)$/i.exec(
      texts.phoneNo ?? "",
    );
  if (withExtension && texts.extensionNo === undefined) {
    texts.phoneNo = withExtension[1]!;
    texts.extensionNo = withExtension[2]!;
  }
  return texts;
}

function withoutLineEnds(text: string, field: ImportField): string {
  const isAddress = field === "address" || field === "address2";
  return text.replace(/\s*[\r\n\t\v\f]+\s*/g, isAddress ? ", " : " ");
}

type Flag = Extract<
  ImportField,
  "excludeFromSegment" | "noAutomaticRecording" | "privacyBlocked" | "minor" | "parentalConsentReceived"
>;
const flags: readonly Flag[] = [
  "excludeFromSegment",
  "noAutomaticRecording",
  "privacyBlocked",
  "minor",
  "parentalConsentReceived",
];

/** The fields of a contact as a request would bring them. References are still what the file calls them. */
export type RowInput = { [Field in Exclude<ImportField, "type" | "correspondenceType" | Flag>]?: string } & {
  type?: "company" | "person";
  correspondenceType?: "hardCopy" | "email";
} & { [Name in Flag]?: boolean };

const yes = new Set(["true", "yes", "y", "1", "x", "kyllä", "tosi", "k", "ja", "sann"]);
const no = new Set(["false", "no", "n", "0", "-", "ei", "epätosi", "e", "nej", "falsk"]);

const types: Readonly<Record<string, "company" | "person">> = {
  company: "company",
  org: "company",
  organization: "company",
  organisation: "company",
  yritys: "company",
  organisaatio: "company",
  företag: "company",
  person: "person",
  individual: "person",
  henkilö: "person",
};

const correspondenceTypes: Readonly<Record<string, "hardCopy" | "email">> = {
  hardcopy: "hardCopy",
  "hard copy": "hardCopy",
  letter: "hardCopy",
  paperituloste: "hardCopy",
  kirje: "hardCopy",
  papperskopia: "hardCopy",
  brev: "hardCopy",
  email: "email",
  "e-mail": "email",
  sähköposti: "email",
  "e-post": "email",
};

/** Reads the values that are not texts; one that cannot be read is named and left out. */
export function readInput(texts: RowTexts): { input: RowInput; errors: FieldError[] } {
  const { type, correspondenceType, ...others } = texts;
  const input: Record<string, string | boolean> = { ...others };
  const errors: FieldError[] = [];
  const refuse = (path: ImportField, allowed: readonly string[]) =>
    errors.push({ path, code: "not_allowed_value", values: { allowed: [...allowed] } });

  if (type !== undefined) {
    const read = types[type.toLowerCase()];
    if (read) input.type = read;
    else refuse("type", ["company", "person"]);
  }
  if (correspondenceType !== undefined) {
    const read = correspondenceTypes[correspondenceType.toLowerCase()];
    if (read) input.correspondenceType = read;
    else refuse("correspondenceType", ["hardCopy", "email"]);
  }
  for (const flag of flags) {
    const text = texts[flag]?.toLowerCase();
    if (text === undefined) continue;
    delete input[flag];
    if (yes.has(text)) input[flag] = true;
    else if (no.has(text)) input[flag] = false;
    else refuse(flag, ["true", "false"]);
  }
  return { input: input as RowInput, errors };
}

/** What a row of a file of mixed contacts stands for: who has a name beside a company's is a person. */
export function typeOfRow(input: RowInput): "company" | "person" {
  if (input.type) return input.type;
  if (input.firstName || input.middleName || input.surname) return "person";
  const hasCompany = input.companyNo !== undefined || input.companyName !== undefined;
  return hasCompany && input.name !== undefined && !isSameName(input.name, input.companyName)
    ? "person"
    : "company";
}

/**
 * A company of which the file knows only the company's name is called so; a second naming of itself says nothing
 * and is left out.
 */
export function nameCompany({ companyName, ...input }: RowInput): RowInput {
  if (companyName === undefined) return input;
  if (input.name === undefined) return { ...input, name: companyName };
  return isSameName(input.name, companyName) ? input : { ...input, companyName };
}

/** Whether two names are one but for case and blanks. */
export function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  return foldName(one) === foldName(other);
}

/** A name as names are compared: case and runs of blanks do not count, accents do. */
export function foldName(name: string | null | undefined): string {
  return (name ?? "").trim().replace(/\s+/g, " ").toLowerCase();
}

const excerptCharacters = 80;

/** The text without what no database keeps: NUL characters and halves of characters. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The beginning of what a cell held, for a report. */
export function excerptOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const characters = [...storable(text).replace(/\s+/g, " ")];
  return characters.length <= excerptCharacters
    ? characters.join("")
    : `${characters.slice(0, excerptCharacters - 1).join("")}…`;
}

/** The text that a field's problem is about; of the row as a whole the first cells. */
export function excerptFor(
  path: string | null,
  texts: RowTexts,
  cells: readonly (string | null)[],
): string | null {
  const field = importFields.find((name) => name === path);
  if (field) return excerptOf(texts[field]);
  return excerptOf(
    cells
      .filter((cell) => cell !== null && cell !== "")
      .slice(0, 10)
      .join(" · "),
  );
}
