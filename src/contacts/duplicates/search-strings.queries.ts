import type { Selectable } from "kysely";
import type { Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import type { DuplicatesTables } from "./duplicates.tables.ts";
import { inOrder, type SearchStringRow } from "./search-string.rules.ts";
import type { DuplicateSearchString } from "./search-strings.contract.ts";

export type StoredRow = Selectable<DuplicatesTables["duplicate_search_strings"]>;
export type RowKey = Pick<SearchStringRow, "field" | "part">;

/** The set-up, in the order people see it. */
export async function listSearchStrings(
  db: Db,
): Promise<{ items: DuplicateSearchString[]; nextCursor: null }> {
  const rows = await db.selectFrom("duplicate_search_strings").selectAll().execute();
  return { items: inOrder(rows).map(presentRow), nextCursor: null };
}

/** @throws NotFound `not_found` */
export async function getSearchString(db: Db, key: RowKey): Promise<StoredRow> {
  const row = await db
    .selectFrom("duplicate_search_strings")
    .selectAll()
    .where("field", "=", key.field)
    .where("part", "=", key.part)
    .executeTakeFirst();
  if (!row) throw new NotFound("not_found", { key: auditKeyOf(key) });
  return row;
}

export function presentRow({
  field,
  part,
  length,
  version,
  last_modified_at,
}: StoredRow): DuplicateSearchString {
  return { field, part, length, version, lastModifiedAt: last_modified_at };
}

/** As in the address: `name/first`. */
export function auditKeyOf({ field, part }: RowKey): string {
  return `${field}/${part}`;
}
