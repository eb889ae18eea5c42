import type { ImportSettings } from "../import-settings.rules.ts";
import type { RowReport } from "../row-reports.ts";
import type { Match } from "./choose-match.rules.ts";
import type { ParsedRow } from "./parse-row.rules.ts";
import type { RowInput } from "./read-row.rules.ts";
import type { SeenKeys } from "./seen-keys.ts";

/** A row on its way to a contact: the one it is about, and what it writes. */
export interface Draft {
  readonly row: ParsedRow;
  readonly match: Match | null;
  readonly type: "company" | "person";
  input: RowInput;
  /** Name of a company that has to be created for this person. */
  newCompany: string | null;
}

export interface StoreOptions {
  readonly settings: ImportSettings;
  /** Of a dry run, whose batches are undone: what earlier ones would have stored. */
  readonly seen: SeenKeys | null;
}

/** Reports by row number. */
export type Reports = Map<number, RowReport>;
