import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, invalidField } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { lookUpCodes } from "#setup/index.ts";
import { importJobs } from "./import.job.ts";
import { importFile, removeUpload } from "./import-files.ts";
import {
  fieldsOf,
  type ImportColumn,
  type ImportKind,
  type ImportMapping,
  importKinds,
  settingsOf,
} from "./import-settings.rules.ts";
import type { Import, ImportChange } from "./imports.contract.ts";
import { findImport, getVisibleImport, type ImportRow, presentImport } from "./imports.queries.ts";

/** Changes how the file is read; what a dry run found is forgotten. */
export function changeImport(
  ctx: Context,
  id: string,
  change: ImportChange,
  ifMatch: number | null,
): Promise<Import> {
  return inTransaction(ctx, async (tx) => {
    const before = await getVisibleImport(tx, id, { lock: true });
    expectVersion(before, ifMatch);
    refuseWhileRunning(before);
    if (before.dryRun === false) throw new Conflict("import_begun");
    refuseOtherKind(before.kind, change);
    await refuseUnknownDefaults(tx, change);
    const mapping = change.mapping ? readMapping(change.mapping, before) : before.mapping;
    await tx.db
      .updateTable("imports")
      .set({
        mapping: JSON.stringify(mapping),
        match_by: change.matchBy ?? before.matchBy,
        on_match: change.onMatch ?? before.onMatch,
        type: change.type ?? before.type,
        accept_short_rows: change.acceptShortRows ?? before.acceptShortRows,
        date_order: change.dateOrder ?? before.dateOrder,
        ...(change.source !== undefined && { source: change.source }),
        ...(change.defaultTemplateCode !== undefined && {
          default_template_code: change.defaultTemplateCode,
        }),
        ...(change.defaultSalespersonCode !== undefined && {
          default_salesperson_code: change.defaultSalespersonCode,
        }),
        dry_run: null,
        job_id: null,
        version: before.version + 1,
      })
      .where("id", "=", id)
      .execute();
    await forgetRun(tx, id);
    return presentImport((await findImport(tx.db, id))!);
  });
}

function readMapping(
  mapping: NonNullable<ImportChange["mapping"]>,
  { columns, kind }: { readonly columns: readonly ImportColumn[]; readonly kind: ImportKind },
): ImportMapping {
  const filled = Object.entries(mapping).flatMap(([index, field]) =>
    field === null ? [] : [[String(Number(index)), field] as const],
  );
  for (const [index, field] of filled) {
    if (!columns.some((column) => String(column.index) === index))
      throw invalidField(`mapping.${index}`, "import_column_not_found", { column: Number(index) });
    if (!fieldsOf(kind).includes(field)) throw invalidField(`mapping.${index}`, "import_other_kind");
  }
  return Object.fromEntries(filled);
}

/** A setting that means nothing for the rows of this file is a mistake of who sends it. */
function refuseOtherKind(kind: ImportKind, change: ImportChange): void {
  const others = importKinds
    .filter((other) => other !== kind)
    .flatMap((other): string[] => [...settingsOf[other]]);
  const wrong = Object.keys(change).find((setting) => others.includes(setting));
  if (wrong !== undefined) throw invalidField(wrong, "import_other_kind");
}

async function refuseUnknownDefaults(
  { db }: TransactionContext,
  { defaultTemplateCode, defaultSalespersonCode }: ImportChange,
): Promise<void> {
  const known = await lookUpCodes(db, {
    interaction_templates: defaultTemplateCode ? [defaultTemplateCode] : [],
    salespeople: defaultSalespersonCode ? [defaultSalespersonCode] : [],
  });
  if (defaultTemplateCode && !known.interaction_templates.has(defaultTemplateCode))
    throw invalidField("defaultTemplateCode", "not_found");
  if (defaultSalespersonCode && !known.salespeople.has(defaultSalespersonCode))
    throw invalidField("defaultSalespersonCode", "not_found");
}

/** Forgets how far the latest run came and what it found. */
export async function forgetRun(tx: TransactionContext, id: string): Promise<void> {
  await sql`
    update imports set pass = 1, rows_done = 0, created = 0, companies_created = 0, updated = 0, unchanged = 0, skipped = 0, failed = 0,
                       warnings = 0, problems = 0, reasons = '[]', finished_at = null
     where id = ${id}`.execute(tx.db);
  await sql`delete from import_row_problems where import_id = ${id}`.execute(tx.db);
}

function refuseWhileRunning({ isRunning }: ImportRow): void {
  if (isRunning) throw new Conflict("import_running");
}

/**
 * Queues the run of an import and returns the job's id. A dry run starts from the beginning; a real one that was
 * interrupted goes on where it stopped, and one that is done is not run again.
 */
export function startImport(ctx: Context, id: string, dryRun: boolean): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const before = await beginRun(tx, id, dryRun);
    const options = before.rowCount === null ? {} : { total: before.rowCount };
    const jobId = await enqueue(tx, importJobs[before.kind], { importId: id }, options);
    await tx.db.updateTable("imports").set({ job_id: jobId }).where("id", "=", id).execute();
    return jobId;
  });
}

/** Marks an import as being run; who calls it without a job runs it there and then. */
export async function beginRun(tx: TransactionContext, id: string, dryRun: boolean): Promise<ImportRow> {
  const before = await getVisibleImport(tx, id, { lock: true });
  refuseWhileRunning(before);
  if (Object.keys(before.mapping).length === 0) throw new Conflict("import_no_mapping");
  if (before.source === null && before.kind === "interactions" && hasIds(before.mapping))
    throw new Conflict("import_source_required");
  const hasBegun = before.dryRun === false;
  if (hasBegun && before.finishedAt !== null) throw new Conflict("import_done");
  if (hasBegun && dryRun) throw new Conflict("import_begun");
  if (!hasBegun) await forgetRun(tx, id);
  await tx.db
    .updateTable("imports")
    .set({ dry_run: dryRun, job_id: null, version: before.version + 1 })
    .where("id", "=", id)
    .execute();
  if (!dryRun && !hasBegun) {
    const { fileName, fileBytes } = before;
    await recordChange(tx, {
      action: "import.started",
      resource: "imports",
      key: id,
      changes: { fileName, fileBytes },
    });
  }
  return before;
}

function hasIds(mapping: ImportMapping): boolean {
  return Object.values(mapping).includes("externalId");
}

/** Forgets an import with its file and its problems. */
export async function deleteImport(ctx: Context, dataFolder: string, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    refuseWhileRunning(await getVisibleImport(tx, id, { lock: true }));
    await tx.db.deleteFrom("imports").where("id", "=", id).execute();
  });
  await removeUpload(importFile(dataFolder, id));
}

/** Deletes the uploaded file of an import that is forgotten. */
export function deleteImportFile(dataFolder: string, id: string): Promise<void> {
  return removeUpload(importFile(dataFolder, id));
}

/** Files hold personal data: imports and their files go after 30 days. */
export async function deleteOldImports(ctx: Context, dataFolder: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    delete from imports i
     where created_at < now() - interval '30 days'
       and not exists (select from job_runs j where j.id = i.job_id and j.status in ('queued', 'running'))
    returning id`.execute(ctx.db);
  await Promise.all(rows.map(({ id }) => removeUpload(importFile(dataFolder, id))));
}
