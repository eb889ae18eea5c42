import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { childTables, namingColumns } from "./contact-references.ts";
import type { MergeStep } from "./journal.ts";
import { keyOf } from "./row-sql.ts";

interface ChangedRow {
  readonly key: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What was not restored of one row: columns that hold something new by now. */
export interface KeptRow {
  readonly key: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
}

/** Columns that were overwritten get back what they held, as far as they still hold what the merge wrote. */
export async function restoreChanged(
  tx: Tx,
  { table, details }: MergeStep,
  survivorId: number,
): Promise<readonly KeptRow[]> {
  const changed = details as readonly ChangedRow[];
  const columns = [...new Set(changed.flatMap(({ after }) => Object.keys(after)))];
  if (columns.length === 0) return [];
  const own = sql.table(table);
  const list = (alias: string) => sql.join(columns.map((column) => sql.ref(`${alias}${column}`)));
  const { rows } = await sql<KeptRow>`
    with changed as (
      select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r("key" jsonb, before jsonb, after jsonb)),
    decided as (
      select c."key",
             coalesce(jsonb_object_agg(a.key, c.before -> a.key) filter (where to_jsonb(t) -> a.key = a.value), '{}') as back,
             coalesce(jsonb_agg(a.key) filter (where to_jsonb(t) -> a.key <> a.value), '[]') as columns
        from changed c join ${own} t on ${isRow(table, survivorId, sql`c."key"`)}
       cross join lateral jsonb_each(c.after) a
       group by c."key"),
    restored as (
      update ${own} t set (${list("")}) = (select ${list("n.")} from jsonb_populate_record(t, d.back) n)${ticks(table)}
        from decided d where ${isRow(table, survivorId, sql`d."key"`)} and d.back <> '{}')
    select "key", columns from decided where columns <> '[]'`.execute(tx);
  return rows;
}

/** Whether `t` is the row that the key names, in a way that its index knows. */
function isRow(table: string, survivorId: number, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const child = childTables.find((candidate) => candidate.table === table);
  if (child) return sql`t.contact_id = ${survivorId} and ${keyOf(child, "t")} = ${key}`;
  const naming = namingColumns.find((candidate) => candidate.table === table);
  const { column, type } = naming?.key ?? { column: "id", type: "bigint" };
  return sql`t.${sql.ref(column)} = (${key} ->> ${sql.lit(column)})::${sql.raw(type)}`;
}

/** A contact that is written counts on. */
function ticks(table: string): RawBuilder<unknown> {
  return table === "contacts" ? sql`, version = t.version + 1, last_modified_at = now()` : sql``;
}
