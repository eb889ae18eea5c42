import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { countRows } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import { planPage } from "#platform/http/lists.ts";
import type { LogEntry, listLogEntries as listContract } from "./log-entry.contract.ts";
import { type EntryRow, presentPage } from "./name-entries.queries.ts";
import { entryColumns } from "./search/entry-columns.ts";
import { holdsSearch, isSearch, pageByWords, pageReadAhead, type SearchedPage } from "./search/log-search.ts";

/** Sort orders of log and timeline: when it happened, or when it was recorded. */
export const entryOrders = {
  date: [
    { expression: sql.ref("e.happened_at"), type: "timestamp" },
    { expression: sql.ref("e.entry_no"), type: "bigint" },
  ],
  entryNo: [{ expression: sql.ref("e.entry_no"), type: "bigint" }],
} as const;

type LogQuery = z.output<NonNullable<(typeof listContract)["query"]>>;

export type EntryFilters = Omit<LogQuery, "limit" | "cursor" | "count" | "sort">;

/** A page of the log; postponed entries are never in it (section 12). */
export async function listLogEntries(ctx: Context, query: LogQuery) {
  const page = planPage(entryOrders, query, "-date");
  const where = sql.join([sql`not e.postponed`, ...conditions(query)], sql` and `);
  const columns = sql`${entryColumns}, ${page.sortValues} as sort_values`;
  const rows = await readPage(ctx, query, { ...page, columns, where });
  const { rows: entries, nextCursor } = page.finish(rows);
  return {
    items: await presentPage(ctx, entries),
    nextCursor,
    ...(query.count && (await countRows(ctx.db, sql`interaction_log_entries e`, where))),
  };
}

/** Reads a page by the order of the log or, where words are looked for and few of the next entries hold them, by the words. */
async function readPage(
  ctx: Context,
  { search, contactNo, contactCompanyNo }: LogQuery,
  page: SearchedPage,
): Promise<readonly (EntryRow & { sort_values: unknown })[]> {
  const read = async (selected: RawBuilder<unknown>) =>
    (await sql<EntryRow & { sort_values: unknown }>`${selected}`.execute(ctx.db)).rows;
  if (!isSearch(search)) {
    const { columns, where, after, orderBy } = page;
    return read(sql`
      select ${columns} from interaction_log_entries e
       where ${where} and ${after} order by ${orderBy} limit ${page.limit}`);
  }
  if (contactNo === undefined && contactCompanyNo === undefined) {
    const rows = await read(pageReadAhead(page));
    if (rows.length === page.limit) return rows;
  }
  return read(pageByWords(page));
}

/** The conditions of log and timeline filters; codes that do not exist match nothing. */
export function conditions(filters: EntryFilters): RawBuilder<SqlBool>[] {
  const all: (RawBuilder<SqlBool> | undefined | false)[] = [
    holdsSearch(filters.search),
    filters.contactNo && isContact("contact_id", filters.contactNo),
    filters.contactCompanyNo && isContact("company_id", filters.contactCompanyNo),
    filters.interactionTemplateCode &&
      hasCode("template_id", "interaction_templates", filters.interactionTemplateCode),
    filters.interactionGroupCode && hasCode("group_id", "interaction_groups", filters.interactionGroupCode),
    filters.salespersonCode && hasCode("salesperson_id", "salespeople", filters.salespersonCode),
    filters.evaluation && isOneOf("evaluation", filters.evaluation),
    filters.informationFlow && isOneOf("information_flow", filters.informationFlow),
    filters.initiatedBy && isOneOf("initiated_by", filters.initiatedBy),
    filters.correspondenceType && isOneOf("correspondence_type", filters.correspondenceType),
    filters.campaignNo && hasNo("campaign_id", "campaigns", filters.campaignNo),
    filters.opportunityNo && hasNo("opportunity_id", "opportunities", filters.opportunityNo),
    filters.taskNo && hasNo("task_id", "tasks", filters.taskNo),
    filters.segmentNo && isOneOf("segment_no", filters.segmentNo),
    filters.documentType !== undefined && isOneOf("document_type", filters.documentType.split(",")),
    filters.documentNo && isOneOf("document_no", filters.documentNo),
    filters.userId !== undefined && isOneOf("user_id", [filters.userId]),
    filters.attemptFailed !== undefined && sql<SqlBool>`e.attempt_failed = ${filters.attemptFailed}`,
    filters.canceled !== undefined && sql<SqlBool>`e.canceled = ${filters.canceled}`,
    // Days are half-open ranges of moments.
    filters.dateFrom !== undefined && sql<SqlBool>`e.happened_at >= ${filters.dateFrom}::date`,
    filters.dateTo !== undefined && sql<SqlBool>`e.happened_at < ${filters.dateTo}::date + 1`,
  ];
  return all.filter((condition) => condition !== undefined && condition !== false);
}

/** One number is compared as a scalar, so that the index also gives the order. */
function isContact(column: "contact_id" | "company_id", nos: readonly string[]): RawBuilder<SqlBool> {
  const ref = sql.ref(`e.${column}`);
  return nos.length === 1
    ? sql<SqlBool>`${ref} = (select contact_id from contact_numbers where no = ${nos[0]})`
    : sql<SqlBool>`${ref} = any(array(select contact_id from contact_numbers where no = any(${nos}::text[])))`;
}

function hasCode(column: string, table: string, codes: readonly string[]): RawBuilder<SqlBool> {
  return isRowOf(column, table, "code", codes);
}

function hasNo(column: string, table: string, nos: readonly string[]): RawBuilder<SqlBool> {
  return isRowOf(column, table, "no", nos);
}

function isRowOf(column: string, table: string, key: string, keys: readonly string[]): RawBuilder<SqlBool> {
  const ref = sql.ref(`e.${column}`);
  return keys.length === 1
    ? sql<SqlBool>`${ref} = (select id from ${sql.table(table)} where ${sql.ref(key)} = ${keys[0]})`
    : sql<SqlBool>`${ref} = any(array(select id from ${sql.table(table)} where ${sql.ref(key)} = any(${keys}::text[])))`;
}

function isOneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`e.${column}`)} = any(${values}::text[])`;
}

/** Entries by their numbers, in the given order; `not_found` unless all exist. */
export async function getLogEntries(ctx: Context, entryNos: readonly number[]): Promise<LogEntry[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from interaction_log_entries e
     where e.entry_no = any(${entryNos}::bigint[]) and not e.postponed
     order by array_position(${entryNos}::bigint[], e.entry_no)`.execute(ctx.db);
  return presentPage(ctx, rows);
}

export async function getLogEntry(ctx: Context, entryNo: number): Promise<LogEntry> {
  const [entry] = await getLogEntries(ctx, [entryNo]);
  if (!entry) throw new NotFound("not_found", { entryNo }, [{ path: "entryNo", code: "not_found" }]);
  return entry;
}
