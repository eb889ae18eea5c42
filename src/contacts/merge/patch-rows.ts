import { sql } from "kysely";
import type { ChildTable } from "./contact-references.ts";
import type { Journal } from "./journal.ts";
import { keyOf, objectOf } from "./row-sql.ts";

type Values = Readonly<Record<string, unknown>>;

/** Overwrites columns of one row of a contact and remembers what they held. */
export async function patchChild(
  table: ChildTable,
  { contactId, key, values }: { readonly contactId: number; readonly key: Values; readonly values: Values },
  journal: Journal,
): Promise<void> {
  const columns = Object.keys(values);
  const own = sql.table(table.table);
  const isRow = sql`t.contact_id = ${contactId} and ${keyOf(table, "t")} = ${JSON.stringify(key)}::jsonb`;
  const list = (alias: string) => sql.join(columns.map((column) => sql.ref(`${alias}${column}`)));
  await journal.write(
    table.table,
    "changed",
    [
      sql`old as (select ${objectOf(columns, "t")} as before from ${own} t where ${isRow})`,
      sql`patched as (
        update ${own} t
           set (${list("")}) = (select ${list("n.")} from jsonb_populate_record(t, ${JSON.stringify(values)}::jsonb) n)
         where ${isRow})`,
    ],
    sql`(select jsonb_agg(jsonb_build_object('key', ${JSON.stringify(key)}::jsonb, 'before', before,
           'after', ${JSON.stringify(values)}::jsonb)) from old)`,
  );
}
