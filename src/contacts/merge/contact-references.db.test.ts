import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { childTables, columnsWithContacts, contactReferences } from "./contact-references.ts";

/** Ids of other things: whatever is new and a `bigint` has to be in one of the two lists. */
const ofOthers = [
  "contact_business_relations.party_id",
  "contacts.id",
  "parties.id",
  "party_entries.party_id",
  "party_contact_runs.last_party_id",
  "sync_log_entries.party_id",
];

test("the registry knows every column of the schema that holds ids of contacts", async ({ database }) => {
  const { rows } = await sql<{ column: string }>`
    select c.table_name || '.' || c.column_name as "column"
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'bigint'
       and (c.column_name = 'id' or c.column_name like '%\\_id')
       and not exists (select from pg_inherits where inhrelid = c.table_name::regclass)
       and c.column_default is null
     order by 1`.execute(database.db);
  const found = rows.map(({ column }) => column);

  expect(found.filter((column) => !ofOthers.includes(column))).toEqual([...columnsWithContacts()].sort());
});

test("whatever is called after contacts holds their ids as bigint", async ({ database }) => {
  const { rows } = await sql<{ column: string }>`
    select c.table_name || '.' || c.column_name as "column" from information_schema.columns c
     where c.table_schema = 'public' and c.data_type <> 'bigint'
       and c.column_name ~ '(^|_)(contact|company|person|duplicate|survivor)_ids?$'
       and c.column_name <> 'our_contact_id'`.execute(database.db);

  expect(rows).toEqual([]);
});

test("keys and columns of the registry are those of the tables", async ({ database }) => {
  for (const { table, key, fields } of childTables) {
    const { rows } = await sql<{ column: string }>`
      select a.attname as column from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any((i.indkey::smallint[])[0 : i.indnkeyatts - 1])
       where i.indrelid = ${table}::regclass and i.indisprimary`.execute(database.db);
    const columns = rows.map(({ column }) => column);
    expect(columns.sort(), table).toEqual(["contact_id", ...key.map(({ column }) => column)].sort());
    for (const { column } of fields)
      await sql`select ${sql.ref(column)} from ${sql.table(table)} limit 0`.execute(database.db);
  }
  expect(new Set(contactReferences.map(({ table }) => table)).size).toBe(contactReferences.length);
});

test("the registry knows every column of rows that a merge may have to copy", async ({ database }) => {
  const ticking = ["version", "last_modified_at", "created_at"];
  const derived = ["points", "answered_percent", "answered_on"];
  // Of a line of the log, which says the number of the party too; no two of them clash.
  const inner = ["party_id"];
  for (const { table, key, fields, clash } of childTables.filter(({ clash }) => clash === "ask")) {
    const { rows } = await sql<{ column: string }>`
      select column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = ${table}`.execute(database.db);
    const known = [
      "contact_id",
      ...[...key, ...fields].map(({ column }) => column),
      ...ticking,
      ...derived,
      ...inner,
    ];
    expect(
      rows.map(({ column }) => column).filter((column) => !known.includes(column)),
      `${table} (${clash})`,
    ).toEqual([]);
  }
});
