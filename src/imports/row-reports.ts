import { AppError, type ErrorValues } from "#platform/errors.ts";
import { type Cells, excerptFor } from "./cell-texts.rules.ts";
import { type ImportField, importFields } from "./import-settings.rules.ts";

/** What became of a row. */
export type RowAction = "created" | "updated" | "unchanged" | "skipped" | "failed";

/** What is wrong with a row, or worth a look; its text is made when somebody reads it. */
export interface RowIssue {
  readonly isWarning: boolean;
  /** `null`: the row as a whole. */
  readonly field: ImportField | null;
  readonly code: string;
  readonly values: ErrorValues;
  readonly excerpt: string | null;
}

/** What every kind of row reports. */
export interface RowReport {
  readonly rowNumber: number;
  readonly action: RowAction;
  readonly issues: readonly RowIssue[];
}

/** A row as it was read, whatever it is about. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly cells: Cells;
  /** What the mapped cells hold, by field. */
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
}

/** What a rule found; of the row as a whole without a path. */
export interface RowFinding {
  readonly path: string | null;
  readonly code: string;
  readonly values?: ErrorValues;
}

/** Problems or warnings of a row as issues; the field is named where it is one that a column can hold. */
export function issuesOf(row: ReadRow, findings: readonly RowFinding[], isWarning = false): RowIssue[] {
  return findings.map(({ path, code, values = {} }) => {
    const field = importFields.find((name) => name === path) ?? null;
    return { isWarning, field, code, values, excerpt: excerptFor(field, row.texts, row.cells) };
  });
}

/** Refusals that no row can help: the next one would meet the same. */
const ofTheWhole: ReadonlySet<string> = new Set(["setup_missing", "automatic_no"]);

/** Why something was refused, as findings about its row; throws what is no fault of the row. */
export function findingsOfError(error: Error): readonly RowFinding[] {
  if (!(error instanceof AppError) || ofTheWhole.has(error.code)) throw error;
  return error.fieldErrors.length > 0
    ? error.fieldErrors
    : [{ path: null, code: error.code, values: error.values }];
}
