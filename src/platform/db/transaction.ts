import type { Context, Tx } from "#app/database.ts";
import { Unavailable } from "../errors.ts";
import { isDatabaseAway } from "./away.ts";

/** A context whose database is an open transaction. */
export type TransactionContext = Context & { readonly db: Tx };

/**
 * Runs `work` in a transaction; joins the one that is already open.
 *
 * @throws Unavailable `outcome_unknown` when the database goes away while it commits
 */
export async function inTransaction<T>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx as TransactionContext);
  let isCommitting = false;
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const result = await work({ ...ctx, db: tx });
      isCommitting = true;
      return result;
    });
  } catch (error) {
    if (isCommitting && isDatabaseAway(error))
      throw Object.assign(new Unavailable("outcome_unknown"), { cause: error });
    throw error;
  }
}
