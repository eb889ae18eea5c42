import type { Contact } from "#contacts/contacts.contract.ts";
import { AppError, type ErrorValues } from "#platform/errors.ts";
import type { ParsedRow } from "./contacts/parse-row.rules.ts";
import { excerptFor } from "./contacts/read-row.rules.ts";
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

export interface RowReport {
  readonly rowNumber: number;
  readonly action: RowAction;
  readonly contact: Contact | null;
  readonly issues: readonly RowIssue[];
  /** Name of the company that was created along with a person. */
  readonly createdCompany: string | null;
}

export function reportOf(
  { rowNumber }: ParsedRow,
  action: RowAction,
  others: Partial<Omit<RowReport, "rowNumber" | "action">> = {},
): RowReport {
  return { rowNumber, action, contact: null, issues: [], createdCompany: null, ...others };
}

/** Problems or warnings of a row as issues; the field is named where it is one that a column can hold. */
export function issuesOf(
  row: ParsedRow,
  problems: readonly { readonly path: string | null; readonly code: string; readonly values?: ErrorValues }[],
  isWarning = false,
): RowIssue[] {
  return problems.map(({ path, code, values = {} }) => {
    const field = importFields.find((name) => name === path) ?? null;
    return { isWarning, field, code, values, excerpt: excerptFor(field, row.texts, row.cells) };
  });
}

/** Refusals that no row can help: the next one would meet the same. */
const ofTheWhole: ReadonlySet<string> = new Set(["setup_missing", "automatic_no"]);

/** Why a contact was refused, as issues of its row; throws what is no fault of the row. */
export function issuesOfError(row: ParsedRow, error: Error): RowIssue[] {
  if (!(error instanceof AppError) || ofTheWhole.has(error.code)) throw error;
  const problems =
    error.fieldErrors.length > 0
      ? error.fieldErrors
      : [{ path: null, code: error.code, values: error.values }];
  return issuesOf(row, problems);
}
