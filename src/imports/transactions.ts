import type { Context } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";

/** Does work and undoes it: what would happen, as far as the database can tell. */
export async function rolledBack<T>(ctx: Context, work: (tx: TransactionContext) => Promise<T>): Promise<T> {
  const transaction = await ctx.db.startTransaction().execute();
  try {
    return await work({ ...ctx, db: transaction });
  } finally {
    await transaction.rollback().execute();
  }
}

const attempts = 5;
const deadlock = "40P01";

/**
 * Runs a transaction again when PostgreSQL ended it because it and another one, such as a second import, each waited
 * for a row that the other held.
 */
export async function transactionAgain<T>(
  ctx: Context,
  work: (tx: TransactionContext) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction().execute((db) => work({ ...ctx, db }));
    } catch (error) {
      if ((error as { code?: unknown }).code !== deadlock || attempt === attempts) throw error;
    }
  }
}
