import type { ContactSettings } from "../import-settings.rules.ts";
import type { SeenKeys } from "../seen-keys.ts";
import type { Match } from "./choose-match.rules.ts";
import type { ContactReport } from "./contact-reports.ts";
import type { ParsedRow } from "./parse-row.rules.ts";
import type { RowInput } from "./read-row.rules.ts";

/** A row on its way to a contact: the one it is about, and what it writes. */
export interface Draft {
  readonly row: ParsedRow;
  readonly match: Match | null;
  readonly type: "company" | "person";
  input: RowInput;
  /** Name of a company that has to be created for this person. */
  newCompany: string | null;
}

/** `email` is told apart by the contact's type, companies go by their folded names. */
export type ContactKeys = SeenKeys<"no" | "email" | "company">;

export interface StoreOptions {
  readonly settings: ContactSettings;
  /** Of a dry run, whose batches are undone: what earlier ones would have stored. */
  readonly seen: ContactKeys | null;
  /** Duplicates are looked for when all rows are stored. */
  readonly areIndexedLater: boolean;
}

/** Reports by row number. */
export type Reports = Map<number, ContactReport>;
