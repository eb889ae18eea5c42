import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { getContact } from "../contacts.queries.ts";
import { findClashes } from "./clashes.queries.ts";
import { childTables, dealingTables, namingColumns } from "./contact-references.ts";
import { findPair, type Pair } from "./lock-pair.ts";
import { type ContactList, contactLists, type MergePreview } from "./merge.contract.ts";
import { differingFields } from "./merge.rules.ts";
import { isSafe } from "./resolutions.rules.ts";

/**
 * What a merge would do, without doing it (contacts §7, 1 and 2).
 *
 * @throws as `findPair`
 */
export function previewMerge(ctx: Context, no: string, duplicateNo: string): Promise<MergePreview> {
  return inTransaction(ctx, async ({ db }) => {
    const pair = await findPair(db, no, duplicateNo);
    const current = await getContact(db, no);
    const duplicate = await getContact(db, duplicateNo);
    const clashes = await findClashes(db, pair.survivor.id, pair.duplicate.id);
    return {
      current,
      duplicate,
      fields: differingFields(current, duplicate),
      lists: await countLists(db, pair),
      conflicts: clashes.map((clash) => ({
        list: clash.list,
        key: clash.key,
        isSafe: isSafe(clash),
        current: clash.current,
        duplicate: clash.duplicate,
        fields: [...clash.fields],
        renames: clash.renames,
      })),
    };
  });
}

/** Lists in which the duplicate has something, in one statement. */
async function countLists(db: Db, { survivor, duplicate, type }: Pair): Promise<MergePreview["lists"]> {
  const own = (table: string, column: string, list: ContactList) =>
    sql`select ${list}::text as list, ${sql.ref(column)} as contact_id from ${sql.table(table)} t
         where ${sql.ref(column)} in (${survivor.id}, ${duplicate.id})`;
  const selects = [
    ...childTables
      .filter(({ clash }) => clash !== "derive")
      .map(({ table, list }) => own(table, "contact_id", list)),
    ...namingColumns.map(({ table, column, list }) => own(table, column, list)),
    // Of a company also its people's: they move along.
    ...dealingTables.map(({ table, list }) =>
      own(table, type === "company" ? "company_id" : "contact_id", list),
    ),
    sql`${own("contacts", "company_id", "people")} and type = 'person'`,
  ];
  const { rows } = await sql<MergePreview["lists"][number]>`
    select list, (count(*) filter (where contact_id = ${survivor.id}))::integer as current,
           (count(*) filter (where contact_id = ${duplicate.id}))::integer as duplicate
      from (${sql.join(selects, sql` union all `)}) counted group by list`.execute(db);
  const counted = new Map(rows.map((row) => [row.list, row]));
  return contactLists.flatMap((list) => {
    const row = counted.get(list);
    return row && row.duplicate > 0 ? [row] : [];
  });
}
