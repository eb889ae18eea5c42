import type { Contact } from "#contacts/contacts.contract.ts";
import { findingsOfError, issuesOf, type RowAction, type RowIssue, type RowReport } from "../row-reports.ts";
import type { ParsedRow } from "./parse-row.rules.ts";

/** What became of a row about a contact. */
export interface ContactReport extends RowReport {
  readonly contact: Contact | null;
  /** Name of the company that was created along with a person. */
  readonly createdCompany: string | null;
}

export function reportOf(
  { rowNumber }: ParsedRow,
  action: RowAction,
  others: Partial<Omit<ContactReport, "rowNumber" | "action">> = {},
): ContactReport {
  return { rowNumber, action, contact: null, issues: [], createdCompany: null, ...others };
}

/** Why a contact was refused, as issues of its row; throws what is no fault of the row. */
export function issuesOfError(row: ParsedRow, error: Error): RowIssue[] {
  return issuesOf(row, findingsOfError(error));
}
