/** How a file is to be read. Pure: shared by server and browser. */

import { contactFields } from "./contacts/contact-fields.rules.ts";
import { interactionFields } from "./interactions/interaction-fields.rules.ts";

/** What the rows of a file are. */
export const importKinds = ["contacts", "interactions"] as const;
export type ImportKind = (typeof importKinds)[number];

const fieldsByKind = { contacts: contactFields, interactions: interactionFields } as const;
export type ImportField = (typeof fieldsByKind)[ImportKind][number];

/** Fields that a column may hold, in the order in which forms offer them. */
export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return fieldsByKind[kind];
}

/** Those of every kind. */
export const importFields: readonly ImportField[] = [...new Set([...contactFields, ...interactionFields])];

/** By which field a row finds the contact it is about. */
export const matchBys = ["no", "email", "none"] as const;
export type MatchBy = (typeof matchBys)[number];

/** What is done with a contact that a row has found. */
export const onMatches = ["update", "skip"] as const;
export type OnMatch = (typeof onMatches)[number];

/** What a row stands for; `auto`: each row tells, and companies that people name are created. */
export const rowTypes = ["company", "person", "auto"] as const;
export type RowType = (typeof rowTypes)[number];

/** Which number of 3/4/2026 is the day: the first or the second. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface ImportColumn {
  readonly index: number;
  readonly header: string | null;
  /** Up to five different values from the first rows. */
  readonly samples: readonly string[];
  readonly suggestedField: ImportField | null;
}

/** Fields by column index; a column that is left out is not imported. */
export type ImportMapping = Readonly<Record<string, ImportField>>;

/** Settings that every kind of file has. */
export interface CommonSettings {
  readonly mapping: ImportMapping;
  readonly acceptShortRows: boolean;
}

export interface ContactSettings extends CommonSettings {
  readonly matchBy: MatchBy;
  readonly onMatch: OnMatch;
  readonly type: RowType;
}

export interface InteractionSettings extends CommonSettings {
  /** The program that the rows' ids are from; needed where a column holds them. */
  readonly source: string | null;
  /** Of rows that name none, or one that does not exist. */
  readonly defaultTemplateCode: string | null;
  readonly defaultSalespersonCode: string | null;
  readonly dateOrder: DateOrder;
}

export interface ImportSettings extends ContactSettings, InteractionSettings {
  readonly kind: ImportKind;
}

/** Settings that only files of this kind have. */
export const settingsOf = {
  contacts: ["matchBy", "onMatch", "type"],
  interactions: ["source", "defaultTemplateCode", "defaultSalespersonCode", "dateOrder"],
} as const satisfies Readonly<Record<ImportKind, readonly (keyof ImportSettings)[]>>;

/** Columns beyond are not offered: no list of contacts is that wide. */
export const maximumColumns = 500;

/** Problems beyond are counted but not kept. */
export const maximumProblems = 10_000;

/** Fields of which a column each is given in a mapping more than once, in order. */
export function repeatedFields(mapping: Readonly<Record<string, ImportField | null>>): ImportField[] {
  const fields = Object.values(mapping).filter((field) => field !== null);
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
}
