import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { ListExport, ListPage } from "./define-export.ts";

const rowsPerPage = 1_000;

/** Whoever stops reading must not hold the snapshot for ever: vacuum waits for it. */
const patience = "120s";

/**
 * All pages of a list from one snapshot: a row that is changed meanwhile comes neither twice nor not at all. Leaving
 * early is fine.
 */
export async function* readPages(
  ctx: Context,
  { page }: ListExport,
  query: object,
): AsyncGenerator<ListPage["items"], void> {
  const transaction = await ctx.db
    .startTransaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute();
  try {
    await sql`set local idle_in_transaction_session_timeout = ${sql.lit(patience)}`.execute(transaction);
    let cursor: string | null = null;
    do {
      const found: ListPage = await page(
        { ...ctx, db: transaction },
        { ...query, limit: rowsPerPage, ...(cursor !== null && { cursor }) },
      );
      cursor = found.nextCursor;
      yield found.items;
    } while (cursor !== null);
  } finally {
    await transaction.rollback().execute();
  }
}
