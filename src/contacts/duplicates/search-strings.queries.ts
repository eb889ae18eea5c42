import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { fetchPage, type PageQuery } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import type { DuplicatesTables } from "./duplicates.tables.ts";
import { type SearchStringRow, searchFields } from "./search-string.rules.ts";
import type { DuplicateSearchString } from "./search-strings.contract.ts";

export type StoredRow = Selectable<DuplicatesTables["duplicate_search_strings"]>;
export type RowKey = Pick<SearchStringRow, "field" | "part">;

const orders: SortOrders<"field"> = {
  field: [
    { expression: sql`array_position(${[...searchFields]}::text[], field)`, type: "integer" },
    // "first" comes before "last".
    { expression: sql`part`, type: "text" },
  ],
};

/** The set-up, in the order people see it. */
export function listSearchStrings(db: Db, query: PageQuery) {
  const source = {
    columns: sql`*`,
    from: sql`duplicate_search_strings`,
    where: sql<SqlBool>`true`,
    orders,
    defaultSort: "field",
  } as const;
  return fetchPage<StoredRow, DuplicateSearchString, "field">(db, source, query, presentRow);
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
