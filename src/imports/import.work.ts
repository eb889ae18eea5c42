import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import type { OpenedTable } from "#platform/files/index.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { contactImporter } from "./contacts/contact-importer.ts";
import { importJobs } from "./import.job.ts";
import { forgetRun } from "./imports.commands.ts";
import type { ImportResult } from "./imports.contract.ts";
import { countsOf, findImport, type ImportRow, rowsSettled } from "./imports.queries.ts";
import { interactionImporter } from "./interactions/interaction-importer.ts";
import { claimMark, countReports, endPass, moveMark } from "./mark.commands.ts";
import { ahead, type Batch, openImport, readBatches } from "./read-file.ts";
import type { RowImporter } from "./row-importer.ts";
import type { RowReport } from "./row-reports.ts";
import { rolledBack, transactionAgain } from "./transactions.ts";

/** The jobs of imports, over the folder that holds their files. */
export function importWorks(dataFolder: string): readonly JobWork[] {
  return Object.values(importJobs).map((job) =>
    work(job, (ctx, { importId }, progress) => runImport(ctx, dataFolder, importId, progress)),
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
  const begin = (await findImport(ctx.db, importId))!;
  return found.kind === "contacts"
    ? await runWith(ctx, table, contactImporter(ctx, found, { isDry, dataFolder }), begin, progress)
    : await runWith(ctx, table, interactionImporter(ctx, found, { isDry }), begin, progress);
}

async function runWith<Row, Report extends RowReport>(
  ctx: Context,
  table: OpenedTable,
  importer: RowImporter<Row, Report>,
  begin: ImportRow,
  progress: ImportProgress,
): Promise<ImportResult> {
  const run = await runPasses(ctx, table, importer, begin, progress);
  return finish(ctx, run, importer, progress);
}

/** Stores the rows of every pass that is not behind us, and returns how things stand then. */
async function runPasses<Row, Report extends RowReport>(
  ctx: Context,
  table: OpenedTable,
  importer: RowImporter<Row, Report>,
  begin: ImportRow,
  progress: ImportProgress,
): Promise<ImportRow> {
  let run = begin;
  for (const [at, takes] of importer.passes.entries()) {
    if (run.pass > at + 1) continue;
    for await (const batch of ahead(readBatches(table, importer, takes, run.rowsDone))) {
      progress.throwIfCanceled();
      run = await storeBatch(ctx, run, batch, importer);
      progress.set(rowsSettled(run), run.rowCount ?? undefined);
    }
    run = await transactionAgain(ctx, (tx) => endPass(tx, run));
  }
  return run;
}

async function storeBatch<Row, Report extends RowReport>(
  ctx: Context,
  run: ImportRow,
  { rows, rowsRead }: Batch<Row>,
  importer: RowImporter<Row, Report>,
): Promise<ImportRow> {
  if (run.dryRun) {
    const reports = await rolledBack(ctx, (tx) => importer.store(tx, rows));
    const counts = countReports(reports, importer.companiesCreated(reports));
    importer.remember(reports);
    return transactionAgain(ctx, (tx) => moveMark(tx, run, rowsRead, reports, counts));
  }
  return transactionAgain(ctx, async (tx) => {
    await claimMark(tx, run);
    const reports = await importer.store(tx, rows);
    const counts = countReports(reports, importer.companiesCreated(reports));
    return moveMark(tx, run, rowsRead, reports, counts);
  });
}

async function finish(
  ctx: Context,
  run: ImportRow,
  importer: Pick<RowImporter<never, never>, "finish">,
  progress: ImportProgress,
): Promise<ImportResult> {
  const { id, dryRun } = run;
  const result = { importId: id, dryRun: dryRun === true, ...countsOf(run) };
  await ctx.db.transaction().execute(async (db) => {
    await db.updateTable("imports").set({ finished_at: sql`now()` }).where("id", "=", id).execute();
    await importer.finish?.({ ...ctx, db });
    await progress.succeedIn({ ...ctx, db }, result);
  });
  return result;
}
