/** By what a row names its contact: numbers, addresses and names as they are compared. */

import { normalizeCode, normalizeText, textLength } from "#platform/text.rules.ts";
import type { RowFinding } from "../row-reports.ts";
import { type ContactClue, contactClues } from "./interaction-fields.rules.ts";

export interface ContactName {
  /** Of a row that names only a company the company's. */
  readonly name: string;
  /** The company a person is looked for in; `null`: it was not said. */
  readonly company: string | null;
  /** The row names a company and nobody in it. */
  readonly isCompany: boolean;
}

/** What a row says about its contact; what it does not say is `null` or empty. */
export interface Clues {
  readonly no: string | null;
  readonly externalId: string | null;
  /** In upper case: of a cell that names several people all. */
  readonly emails: readonly string[];
  /** What of a phone number tells it from others: digits without country code's signs and leading zeros. */
  readonly phone: string | null;
  readonly name: ContactName | null;
  /** The cells as texts, for messages. */
  readonly text: string;
  /** The field that names the contact best. */
  readonly field: ContactClue | null;
}

const longestClue = 200;
const shortestPhone = 6;

/** Reads the clues; a cell that is too long for one is named. */
export function readClues(texts: Readonly<Partial<Record<ContactClue, string>>>): {
  clues: Clues;
  errors: RowFinding[];
} {
  const errors: RowFinding[] = [];
  const usable = (field: ContactClue): string | null => {
    const text = normalizeText(texts[field])?.replace(/\s+/g, " ") ?? null;
    if (text === null || textLength(text) <= longestClue) return text;
    errors.push({ path: field, code: "too_long", values: { maximum: longestClue } });
    return null;
  };
  const given = Object.fromEntries(contactClues.map((field) => [field, usable(field)])) as Record<
    ContactClue,
    string | null
  >;
  const clues = {
    no: normalizeCode(given.contactNo),
    externalId: normalizeCode(given.contactExternalId),
    emails: emailsIn(given.contactEmail),
    phone: phoneOf(given.contactPhone),
    name: nameOf(given.contactName, given.companyName),
    text: contactClues.flatMap((field) => given[field] ?? []).join(", "),
    field: contactClues.find((field) => given[field] !== null) ?? null,
  };
  return { clues, errors };
}

/** Addresses in a cell, `Aino Routa <aino@halla.example>; veikko@halla.example` included. */
function emailsIn(text: string | null): string[] {
  const found = (text ?? "").match(/[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+/g) ?? [];
  return [...new Set(found.map((address) => address.toUpperCase()))].slice(0, 10);
}

/** Too short a number means nobody: it may be an extension. */
export function phoneOf(text: string | null): string | null {
  const digits = (text ?? "").replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length >= shortestPhone ? digits : null;
}

function nameOf(name: string | null, company: string | null): ContactName | null {
  if (name === null) return company === null ? null : { name: company, company: null, isCompany: true };
  if (company === null) return { name, company: null, isCompany: false };
  const isSame = name.toLowerCase() === company.toLowerCase();
  return isSame ? { name: company, company: null, isCompany: true } : { name, company, isCompany: false };
}
