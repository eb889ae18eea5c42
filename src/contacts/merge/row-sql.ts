import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ChildTable, SeenColumn } from "./contact-references.ts";

/** Pieces of SQL about rows whose tables and columns the registry names. */

/** `{ column: value }` of what tells the rows of one contact apart. */
export function keyOf({ key }: Pick<ChildTable, "key">, alias: string): RawBuilder<unknown> {
  return objectOf(
    key.map(({ column }) => column),
    alias,
  );
}

export function objectOf(columns: readonly string[], alias: string): RawBuilder<unknown> {
  const pairs = columns.flatMap((column) => [sql`${sql.lit(column)}::text`, sql.ref(`${alias}.${column}`)]);
  return sql`jsonb_build_object(${sql.join(pairs)})`;
}

/** `{ name: value }` as people see the columns. */
export function seen(columns: readonly SeenColumn[], alias: string): RawBuilder<unknown> {
  const pairs = columns.flatMap(({ name, column, list, shows = "code" }) => {
    const ref = sql.ref(`${alias}.${column}`);
    const value = list ? sql`(select ${sql.ref(shows)} from ${sql.table(list)} where id = ${ref})` : ref;
    return [sql`${sql.lit(name)}::text`, value];
  });
  return sql`jsonb_build_object(${sql.join(pairs)})`;
}

/** Whether the small rows that a row names still exist. */
export function namesExisting(columns: readonly SeenColumn[], alias: string): RawBuilder<unknown> {
  const conditions = columns.flatMap(({ column, list }) => {
    const ref = sql.ref(`${alias}.${column}`);
    return list ? [sql`(${ref} is null or exists (select from ${sql.table(list)} where id = ${ref}))`] : [];
  });
  return sql.join([sql`true`, ...conditions], sql` and `);
}

/** The columns of a table that can be written, in their order. */
export async function writableColumns(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ column: string }>`
    select attname as column from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`.execute(tx);
  return rows.map(({ column }) => column);
}
