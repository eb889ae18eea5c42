import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { queueRebuildIfMaintained } from "./queue-generate.commands.ts";
import { defaultRows, type SearchStringRow } from "./search-string.rules.ts";
import type { DuplicateSearchString } from "./search-strings.contract.ts";
import {
  auditKeyOf,
  getSearchString,
  listSearchStrings,
  presentRow,
  type RowKey,
} from "./search-strings.queries.ts";

const resource = "duplicate-search-strings";

/** Rows are few and changed one after another: each change looks at all of them. */
async function lockSetup({ db }: TransactionContext): Promise<void> {
  await sql`select from duplicate_search_strings for update`.execute(db);
}

/** @throws Conflict `duplicate` */
export function createSearchString(ctx: Context, row: SearchStringRow): Promise<DuplicateSearchString> {
  return inTransaction(ctx, async (tx) => {
    const created = await tx.db
      .insertInto("duplicate_search_strings")
      .values(row)
      .onConflict((conflict) => conflict.constraint("duplicate_search_strings_key").doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!created)
      throw new Conflict("duplicate", { key: auditKeyOf(row) }, [
        { path: "part", code: "duplicate", values: { key: auditKeyOf(row) } },
      ]);
    await recordChange(tx, {
      action: "duplicateSearchString.created",
      resource,
      key: auditKeyOf(row),
      changes: { length: [null, row.length] },
    });
    await queueRebuildIfMaintained(tx);
    return presentRow(created);
  });
}

/** @throws NotFound `not_found`, Stale `stale_version` */
export function changeSearchString(
  ctx: Context,
  key: RowKey,
  length: number | undefined,
  ifMatch: number | null,
): Promise<DuplicateSearchString> {
  return inTransaction(ctx, async (tx) => {
    await lockSetup(tx);
    const before = await getSearchString(tx.db, key);
    expectVersion(before, ifMatch);
    if (length === undefined || length === before.length) return presentRow(before);
    const after = await tx.db
      .updateTable("duplicate_search_strings")
      .set({ length, version: before.version + 1, last_modified_at: sql`now()` })
      .where("id", "=", before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(tx, {
      action: "duplicateSearchString.changed",
      resource,
      key: auditKeyOf(key),
      changes: { length: [before.length, length] },
    });
    await queueRebuildIfMaintained(tx);
    return presentRow(after);
  });
}

/** Deletes a row and what companies have of it. @throws NotFound `not_found`, Stale `stale_version` */
export function deleteSearchString(ctx: Context, key: RowKey, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockSetup(tx);
    const row = await getSearchString(tx.db, key);
    expectVersion(row, ifMatch);
    await tx.db.deleteFrom("duplicate_search_strings").where("id", "=", row.id).execute();
    await tx.db.deleteFrom("contact_search_strings").where("search_string_id", "=", row.id).execute();
    await recordChange(tx, {
      action: "duplicateSearchString.deleted",
      resource,
      key: auditKeyOf(key),
      changes: { length: [row.length, null] },
    });
    await queueRebuildIfMaintained(tx);
  });
}

/** Puts the default rows in the place of the present ones; what they have in common stays. */
export function restoreSearchStrings(ctx: Context) {
  return inTransaction(ctx, async (tx) => {
    await lockSetup(tx);
    const fields = defaultRows.map(({ field }) => field);
    const parts = defaultRows.map(({ part }) => part);
    const lengths = defaultRows.map(({ length }) => length);
    await sql`
      with standard as (select * from unnest(${fields}::text[], ${parts}::text[], ${lengths}::int[]) as s(field, part, length)),
      gone as (
        delete from duplicate_search_strings r
         where not exists (select from standard s where s.field = r.field and s.part = r.part)
        returning id
      ), strings as (
        delete from contact_search_strings using gone where search_string_id = gone.id
      )
      insert into duplicate_search_strings as r (field, part, length)
      select field, part, length from standard
          on conflict on constraint duplicate_search_strings_key do update
         set length = excluded.length, version = r.version + 1, last_modified_at = now()
       where r.length <> excluded.length`.execute(tx.db);
    await recordChange(tx, { action: "duplicateSearchStrings.restored", resource, key: resource });
    await queueRebuildIfMaintained(tx);
    return listSearchStrings(tx.db, {});
  });
}
