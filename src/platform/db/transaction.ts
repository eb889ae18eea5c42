import type { Context, Tx } from "#app/database.ts";

/** A context whose database is an open transaction. */
export type TransactionContext = Context & { readonly db: Tx };

/** Runs `work` in a transaction; joins the one that is already open. */
export function inTransaction<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx as TransactionContext);
  return ctx.db.transaction().execute((tx) => work({ ...ctx, db: tx }));
}
