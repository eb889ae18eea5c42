import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { cappedCount, countCap, planPage, type SortOrders } from "../http/lists.ts";

/** What a list page is fetched from. */
export interface PageSource<Name extends string> {
  readonly columns: RawBuilder<unknown>;
  /** Table or joined tables. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<SqlBool>;
  readonly orders: SortOrders<Name>;
  readonly defaultSort: NoInfer<Name> | `-${NoInfer<Name>}`;
}

/** The parameters every list has. */
export interface PageQuery {
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly count?: boolean | undefined;
}

/** One keyset page of a list that comes from one statement, with the capped count if it was asked for. */
export async function fetchPage<Row, Item, Name extends string>(
  db: Db,
  { columns, from, where, orders, defaultSort }: PageSource<Name>,
  query: PageQuery,
  present: (row: Row) => Item,
) {
  const page = planPage(orders, query, defaultSort);
  const found = await sql<Row & { sort_values: unknown }>`
    select ${columns}, ${page.sortValues} as sort_values from ${from}
     where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(db);
  const { rows, nextCursor } = page.finish(found.rows);
  return { items: rows.map(present), nextCursor, ...(query.count && (await countRows(db, from, where))) };
}

/** `totalCount` of a list: exact up to the cap, counting no further. */
export async function countRows(db: Db, from: RawBuilder<unknown>, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ counted: number }>`
    select count(*) as counted from (select from ${from} where ${where} limit ${countCap + 1}) capped`.execute(
    db,
  );
  return cappedCount(rows[0]!.counted);
}

/** All of the conditions; `true` without any. */
export function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join([sql`true`, ...conditions], sql` and `)})`;
}
