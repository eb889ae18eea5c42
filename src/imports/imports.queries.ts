import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import type { Actor } from "#platform/context.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { cappedCount, countCap, planPage, type SortOrders } from "#platform/http/lists.ts";
import type { ImportColumn, ImportSettings } from "./import-settings.rules.ts";
import type { Import, listImports as listContract } from "./imports.contract.ts";
import type { Reason } from "./reasons.rules.ts";

/** An import with what its job is doing. */
export interface ImportRow
  extends Omit<Import, keyof ImportSettings | "status" | "run" | "rowCountEstimate" | "columns">,
    ImportSettings {
  readonly fileHash: string | null;
  readonly columns: ImportColumn[];
  readonly rowCount: number | null;
  readonly dryRun: boolean | null;
  readonly jobId: string | null;
  readonly pass: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly companiesCreated: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly warnings: number;
  readonly problems: number;
  readonly reasons: readonly Reason[];
  readonly finishedAt: string | null;
  readonly isRunning: boolean;
}

const columns = sql.raw(`
  i.id, i.kind, i.file_name as "fileName", i.format, i.file_bytes as "fileBytes", i.file_hash as "fileHash", i.sheet_name as "sheetName", i.columns,
  i.row_count as "rowCount", i.mapping, i.match_by as "matchBy", i.on_match as "onMatch", i.type,
  i.accept_short_rows as "acceptShortRows", i.source, i.default_template_code as "defaultTemplateCode",
  i.default_salesperson_code as "defaultSalespersonCode", i.date_order as "dateOrder", i.dry_run as "dryRun", i.job_id as "jobId", i.pass,
  i.rows_done as "rowsDone", i.created, i.companies_created as "companiesCreated", i.updated, i.unchanged, i.skipped, i.failed, i.warnings, i.problems, i.reasons,
  i.finished_at as "finishedAt", i.created_by as "createdBy", i.created_at as "createdAt", i.version,
  exists (select from job_runs j where j.id = i.job_id and j.status in ('queued', 'running')) as "isRunning"`);

/** One import, locked for a change if wished; `null` = there is none. */
export async function findImport(db: Db, id: string, { lock = false } = {}): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports i where i.id = ${id} ${lock ? sql`for update of i` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** An import the caller may see: an own one, or any with the right jobs.run or for the program itself. */
export async function getVisibleImport(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ImportRow> {
  const found = await findImport(ctx.db, id, options);
  if (!found || !(await isVisible(ctx, id))) throw new NotFound("import_not_found");
  return found;
}

async function isVisible({ db, actor }: Context, id: string): Promise<boolean> {
  if (actor.kind === "system" || actor.rights.has("jobs.run")) return true;
  const { rows } = await sql`select from imports where id = ${id} and ${ownedBy(actor)}`.execute(db);
  return rows.length > 0;
}

function ownedBy(actor: Actor): RawBuilder<SqlBool> {
  if (actor.userId !== null) return sql<SqlBool>`user_id = ${actor.userId}`;
  return sql<SqlBool>`user_id is null and token_id = ${actor.tokenId}`;
}

const orders = {
  createdAt: [
    { expression: sql`i.created_at`, type: "timestamptz" },
    { expression: sql`i.id::text`, type: "text" },
  ],
} satisfies SortOrders;

/** One page of the caller's own imports. */
export async function listOwnImports(
  ctx: Context,
  query: Output<NonNullable<(typeof listContract)["query"]>>,
) {
  const page = planPage(orders, query, "-createdAt");
  const own = ownedBy(ctx.actor);
  const { rows } = await sql<ImportRow & { sort_values: unknown }>`
    select ${columns}, ${page.sortValues} as sort_values from imports i
     where ${own} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(ctx.db);
  const finished = page.finish(rows);
  return {
    items: finished.rows.map(presentImport),
    nextCursor: finished.nextCursor,
    ...(query.count && (await countOwn(ctx.db, own))),
  };
}

async function countOwn(db: Db, own: RawBuilder<SqlBool>) {
  const { rows } = await sql<{ counted: number }>`
    select count(*) as counted from (select from imports where ${own} limit ${countCap + 1}) capped`.execute(
    db,
  );
  return cappedCount(rows[0]!.counted);
}

export function presentImport(row: ImportRow): Import {
  const { id, kind, fileName, format, fileBytes, sheetName, columns, mapping, matchBy, onMatch, type } = row;
  const { source, defaultTemplateCode, defaultSalespersonCode, dateOrder } = row;
  const { acceptShortRows, createdBy, createdAt, version } = row;
  return {
    id,
    kind,
    fileName,
    format,
    fileBytes,
    sheetName,
    columns: columns.map((column) => ({ ...column, samples: [...column.samples] })),
    rowCountEstimate: row.rowCount,
    mapping: { ...mapping },
    matchBy,
    onMatch,
    type,
    acceptShortRows,
    source,
    defaultTemplateCode,
    defaultSalespersonCode,
    dateOrder,
    status: statusOf(row),
    run: runOf(row),
    createdBy,
    createdAt,
    version,
  };
}

function statusOf({ isRunning, dryRun, finishedAt }: ImportRow): Import["status"] {
  if (isRunning) return "running";
  if (dryRun === null) return "ready";
  if (finishedAt !== null) return dryRun ? "checked" : "done";
  return dryRun ? "ready" : "interrupted";
}

function runOf(row: ImportRow): Import["run"] {
  if (row.dryRun === null) return null;
  const { dryRun, jobId, finishedAt } = row;
  return { dryRun, jobId, rowsDone: rowsSettled(row), ...countsOf(row), finishedAt };
}

/** Rows of the file whose fate is settled. */
export function rowsSettled({ created, updated, unchanged, skipped, failed }: ImportRow): number {
  return created + updated + unchanged + skipped + failed;
}

export function countsOf(row: ImportRow) {
  const { created, companiesCreated, updated, unchanged, skipped, failed, warnings, problems } = row;
  return { created, companiesCreated, updated, unchanged, skipped, failed, warnings, problems };
}
