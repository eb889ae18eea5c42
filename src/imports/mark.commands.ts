import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { storable } from "./cell-texts.rules.ts";
import { maximumProblems } from "./import-settings.rules.ts";
import { findImport, type ImportRow } from "./imports.queries.ts";
import { addReasons } from "./reasons.rules.ts";
import type { RowReport } from "./row-reports.ts";

/** The mark how far an import has come, its counts and its problems: moved with every batch, in its transaction. */

interface Counts {
  readonly created: number;
  readonly companies: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly warnings: number;
}

/** Companies that people bring along are created contacts too, though no row of the file. */
export function countReports(reports: readonly RowReport[], companies: number): Counts {
  const of = (action: RowReport["action"]) => reports.filter((report) => report.action === action).length;
  return {
    created: of("created"),
    updated: of("updated"),
    unchanged: of("unchanged"),
    skipped: of("skipped"),
    failed: of("failed"),
    warnings: reports.flatMap(({ issues }) => issues.filter(({ isWarning }) => isWarning)).length,
    companies,
  };
}

/** Takes the mark for this transaction; refuses when another run has moved it. */
export async function claimMark(tx: TransactionContext, run: ImportRow): Promise<void> {
  const { rows } = await sql`
    select from imports
     where id = ${run.id} and job_id is not distinct from ${run.jobId} and pass = ${run.pass} and rows_done = ${run.rowsDone}
       for update`.execute(tx.db);
  if (rows.length === 0) throw new Conflict("import_running");
}

/** Moves the mark behind a batch, with what became of its rows. */
export async function moveMark(
  tx: TransactionContext,
  run: ImportRow,
  rowsDone: number,
  reports: readonly RowReport[],
  counts: Counts,
): Promise<ImportRow> {
  await keepProblems(tx, run, reports);
  const issues = reports.flatMap((report) => report.issues);
  await sql`
    update imports
       set rows_done = ${rowsDone}, created = created + ${counts.created}, updated = updated + ${counts.updated},
           companies_created = companies_created + ${counts.companies}, unchanged = unchanged + ${counts.unchanged},
           skipped = skipped + ${counts.skipped}, failed = failed + ${counts.failed},
           warnings = warnings + ${counts.warnings}, problems = problems + ${issues.length},
           reasons = ${jsonOf(addReasons(run.reasons, issues))}::jsonb
     where id = ${run.id}`.execute(tx.db);
  return (await findImport(tx.db, run.id))!;
}

/** Keeps what is wrong, as long as there is room. */
async function keepProblems(
  tx: TransactionContext,
  { id, problems }: ImportRow,
  reports: readonly RowReport[],
): Promise<void> {
  const issues = reports.flatMap(({ rowNumber, issues }) => issues.map((issue) => ({ rowNumber, ...issue })));
  const kept = issues.slice(0, Math.max(0, maximumProblems - problems)).map((issue, at) => ({
    problem_no: problems + at + 1,
    row_number: issue.rowNumber,
    is_warning: issue.isWarning,
    field: issue.field,
    code: issue.code,
    code_values: issue.values,
    excerpt: issue.excerpt,
  }));
  if (kept.length === 0) return;
  await sql`
    insert into import_row_problems (import_id, problem_no, row_number, is_warning, field, code, code_values, excerpt)
    select ${id}, * from json_to_recordset(${jsonOf(kept)}::json) as p(problem_no integer, row_number bigint,
           is_warning boolean, field text, code text, code_values jsonb, excerpt text)`.execute(tx.db);
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "string" ? storable(part) : part));
}

/** The file has been read to its end, so its rows are known. */
export async function endPass(tx: TransactionContext, run: ImportRow): Promise<ImportRow> {
  await claimMark(tx, run);
  await sql`
    update imports set pass = pass + 1, row_count = rows_done, rows_done = 0
     where id = ${run.id}`.execute(tx.db);
  return (await findImport(tx.db, run.id))!;
}
