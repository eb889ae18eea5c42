import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { contactReferences } from "./contact-references.ts";
import { ticking } from "./move-contacts.ts";

/** What tests of merging compare: everything in the database that is about contacts. */
export type Snapshot = Readonly<Record<string, readonly unknown[]>>;

/** About the merges themselves. Versions of contacts and of parties that follow them only grow. */
const leftOut = new Set(["contact_merges"]);

/** Every row of every table that refers to contacts, in one order. */
export async function snapshotOf(db: Db): Promise<Snapshot> {
  const tables = [...new Set(contactReferences.map(({ table }) => table))].filter(
    (table) => !leftOut.has(table),
  );
  const snapshot: Record<string, readonly unknown[]> = {};
  for (const table of [...tables, "contact_name_words"]) {
    const ignored = table === "contacts" || table === "parties" ? ticking : [];
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - ${[...ignored]}::text[] as row from ${sql.table(table)} t
       order by (to_jsonb(t) - ${[...ignored]}::text[])::text`.execute(db);
    snapshot[table] = rows.map(({ row }) => row);
  }
  return snapshot;
}
