import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { columnsWithContacts, contactReferences } from "./contact-references.ts";
import { ticking } from "./move-contacts.ts";

/** What tests of merging compare: everything in the database that is about contacts. */
export type Snapshot = Readonly<Record<string, readonly unknown[]>>;

/** Tables that tell what has become of contacts, also of those that are gone. */
const journals = contactReferences
  .filter(({ kind }) => kind === "journal")
  .map(({ table }) => table as string);

/** What only grows, as versions of contacts and of parties that follow them do. */
const leftOut = new Set([...journals, "sync_log_entries", "contact_profile_changes"]);

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

/** `table.column` of everything that names a contact which is not there; 0 is the one that nobody sees. */
export async function danglingIn(db: Db): Promise<readonly string[]> {
  const columns = columnsWithContacts().filter((column) => !journals.includes(column.split(".")[0] ?? ""));
  const dangling: string[] = [];
  for (const column of columns) {
    const [table, name] = column.split(".") as [string, string];
    const { rows } = await sql<{ id: number }>`
      select distinct t.${sql.ref(name)} as id from ${sql.table(table)} t
       where t.${sql.ref(name)} <> 0 and not exists (select from contacts c where c.id = t.${sql.ref(name)})`.execute(
      db,
    );
    dangling.push(...rows.map(({ id }) => `${column} = ${id}`));
  }
  return dangling;
}
