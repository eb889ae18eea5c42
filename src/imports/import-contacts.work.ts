import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, NotFound } from "#platform/errors.ts";
import type { OpenedTable } from "#platform/files/index.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import type { StoreOptions } from "./contacts/drafts.ts";
import { foldName, storable } from "./contacts/read-row.rules.ts";
import { rememberStored, SeenKeys } from "./contacts/seen-keys.ts";
import { storeRows } from "./contacts/store-rows.commands.ts";
import { importContacts } from "./import-contacts.job.ts";
import { maximumProblems } from "./import-settings.rules.ts";
import { forgetRun } from "./imports.commands.ts";
import type { ImportResult } from "./imports.contract.ts";
import { countsOf, findImport, type ImportRow, rowsSettled } from "./imports.queries.ts";
import { ahead, type Batch, openImport, type Pass, readBatches } from "./read-file.ts";
import type { RowReport } from "./row-reports.ts";
import { rolledBack, transactionAgain } from "./transactions.ts";

/** The job of an import, over the folder that holds its file. */
export function importContactsWork(dataFolder: string): JobWork {
  return work(importContacts, (ctx, { importId }, progress) =>
    runImport(ctx, dataFolder, importId, progress),
  );
}

/** What a run needs to tell: a job's progress, or that of a command. */
export type ImportProgress = Pick<JobProgress, "set" | "throwIfCanceled" | "succeedIn">;

/**
 * Stores a file batch by batch. Each batch is one transaction, which also moves the mark how far the import has come:
 * a run that was cut off goes on behind the last stored batch, and nothing is stored twice. The batches of a dry run
 * are undone; only what they found is kept.
 */
export async function runImport(
  ctx: Context,
  dataFolder: string,
  importId: string,
  progress: ImportProgress,
): Promise<ImportResult> {
  const found = await findImport(ctx.db, importId);
  if (!found || found.dryRun === null) throw new NotFound("import_not_found");
  const isDry = found.dryRun;
  // What a dry run has seen is gone with the program that ran it.
  if (isDry) await ctx.db.transaction().execute((db) => forgetRun({ ...ctx, db }, importId));
  await using table = await openImport(dataFolder, found);
  const options = { settings: found, seen: isDry ? new SeenKeys() : null };

  let run = (await findImport(ctx.db, importId))!;
  for (const [at, pass] of passesOf(found).entries()) {
    if (run.pass > at + 1) continue;
    run = await runPass(ctx, table, pass, run, options, progress);
  }
  return finish(ctx, run, progress);
}

function passesOf({ type }: ImportRow): readonly Pass[] {
  return type === "auto" ? ["companies", "people"] : ["all"];
}

/** Stores the rows of one pass and returns how things stand then. */
async function runPass(
  ctx: Context,
  table: OpenedTable,
  pass: Pass,
  begin: ImportRow,
  options: StoreOptions,
  progress: ImportProgress,
): Promise<ImportRow> {
  let run = begin;
  for await (const batch of ahead(readBatches(table, options.settings, pass, begin.rowsDone))) {
    progress.throwIfCanceled();
    run = await storeBatch(ctx, run, batch, options);
    progress.set(rowsSettled(run), run.rowCount ?? undefined);
  }
  return endPass(ctx, run);
}

async function storeBatch(
  ctx: Context,
  run: ImportRow,
  { rows, rowsRead }: Batch,
  options: StoreOptions,
): Promise<ImportRow> {
  if (options.seen) {
    const reports = await rolledBack(ctx, (tx) => storeRows(tx, rows, options));
    const counts = countReports(reports, options.seen);
    rememberStored(options.seen, reports);
    return transactionAgain(ctx, (tx) => moveMark(tx, run, rowsRead, reports, counts));
  }
  return transactionAgain(ctx, async (tx) => {
    await claimMark(tx, run);
    const reports = await storeRows(tx, rows, options);
    return moveMark(tx, run, rowsRead, reports, countReports(reports, null));
  });
}

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
function countReports(reports: readonly RowReport[], seen: SeenKeys | null): Counts {
  const of = (action: RowReport["action"]) => reports.filter((report) => report.action === action).length;
  const companies = reports.filter(
    ({ createdCompany }) => createdCompany !== null && !seen?.has("company", foldName(createdCompany)),
  );
  return {
    created: of("created"),
    updated: of("updated"),
    unchanged: of("unchanged"),
    skipped: of("skipped"),
    failed: of("failed"),
    warnings: reports.flatMap(({ issues }) => issues.filter(({ isWarning }) => isWarning)).length,
    companies: companies.length,
  };
}

/** Takes the mark for this transaction; refuses when another run has moved it. */
async function claimMark(tx: TransactionContext, run: ImportRow): Promise<void> {
  const { rows } = await sql`
    select from imports
     where id = ${run.id} and job_id is not distinct from ${run.jobId} and pass = ${run.pass} and rows_done = ${run.rowsDone}
       for update`.execute(tx.db);
  if (rows.length === 0) throw new Conflict("import_running");
}

async function moveMark(
  tx: TransactionContext,
  run: ImportRow,
  rowsDone: number,
  reports: readonly RowReport[],
  counts: Counts,
): Promise<ImportRow> {
  await keepProblems(tx, run, reports);
  const problems = reports.reduce((sum, { issues }) => sum + issues.length, 0);
  await sql`
    update imports
       set rows_done = ${rowsDone}, created = created + ${counts.created}, updated = updated + ${counts.updated},
           companies_created = companies_created + ${counts.companies}, unchanged = unchanged + ${counts.unchanged},
           skipped = skipped + ${counts.skipped}, failed = failed + ${counts.failed},
           warnings = warnings + ${counts.warnings}, problems = problems + ${problems}
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
  const json = JSON.stringify(kept, (_key, value) => (typeof value === "string" ? storable(value) : value));
  await sql`
    insert into import_row_problems (import_id, problem_no, row_number, is_warning, field, code, code_values, excerpt)
    select ${id}, * from json_to_recordset(${json}::json) as p(problem_no integer, row_number bigint,
           is_warning boolean, field text, code text, code_values jsonb, excerpt text)`.execute(tx.db);
}

/** The file has been read to its end, so its rows are known. */
function endPass(ctx: Context, run: ImportRow): Promise<ImportRow> {
  return transactionAgain(ctx, async (tx) => {
    await claimMark(tx, run);
    await sql`
      update imports set pass = pass + 1, row_count = rows_done, rows_done = 0
       where id = ${run.id}`.execute(tx.db);
    return (await findImport(tx.db, run.id))!;
  });
}

async function finish(ctx: Context, run: ImportRow, progress: ImportProgress): Promise<ImportResult> {
  const { id, dryRun } = run;
  const result = { importId: id, dryRun: dryRun === true, ...countsOf(run) };
  await ctx.db.transaction().execute(async (db) => {
    await db.updateTable("imports").set({ finished_at: sql`now()` }).where("id", "=", id).execute();
    await progress.succeedIn({ ...ctx, db }, result);
  });
  return result;
}
