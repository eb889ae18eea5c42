/** From the cells of a row to the fields of a contact: what a cell means, before any rule about contacts. */

import type { FieldError } from "#platform/errors.ts";
import { normalizeText } from "#platform/text.rules.ts";
import { isSameName, type MappedColumns, readCorrespondenceType, readFlag } from "../cell-texts.rules.ts";
import type { ContactField } from "./contact-fields.rules.ts";

/** Texts of the mapped cells by field; blank cells are left out and so leave a contact's value alone. */
export type RowTexts = Partial<Record<ContactField, string>>;

/** Several values in one cell, as Google Contacts writes them. */
const separator = " ::: ";

/**
 * The texts of a row. Line ends within a cell become commas, so that an address of two lines fits into one; of
 * several phone numbers the first counts, and a phone's extension goes to the field for it.
 */
export function readTexts(cells: readonly (string | null)[], columns: MappedColumns<ContactField>): RowTexts {
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

function withoutLineEnds(text: string, field: ContactField): string {
  const isAddress = field === "address" || field === "address2";
  return text.replace(/\s*[\r\n\t\v\f]+\s*/g, isAddress ? ", " : " ");
}

type Flag = Extract<
  ContactField,
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
export type RowInput = { [Field in Exclude<ContactField, "type" | "correspondenceType" | Flag>]?: string } & {
  type?: "company" | "person";
  correspondenceType?: "hardCopy" | "email";
} & { [Name in Flag]?: boolean };

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

/** Reads the values that are not texts; one that cannot be read is named and left out. */
export function readInput(texts: RowTexts): { input: RowInput; errors: FieldError[] } {
  const { type, correspondenceType, ...others } = texts;
  const input: Record<string, string | boolean> = { ...others };
  const errors: FieldError[] = [];
  const refuse = (path: ContactField, allowed: readonly string[]) =>
    errors.push({ path, code: "not_allowed_value", values: { allowed: [...allowed] } });

  if (type !== undefined) {
    const read = types[type.toLowerCase()];
    if (read) input.type = read;
    else refuse("type", ["company", "person"]);
  }
  if (correspondenceType !== undefined) {
    const read = readCorrespondenceType(correspondenceType);
    if (read) input.correspondenceType = read;
    else refuse("correspondenceType", ["hardCopy", "email"]);
  }
  for (const flag of flags) {
    const text = texts[flag];
    if (text === undefined) continue;
    delete input[flag];
    const read = readFlag(text);
    if (read === null) refuse(flag, ["true", "false"]);
    else input[flag] = read;
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
