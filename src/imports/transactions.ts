import type { Context } from "#app/database.ts";
import { again } from "#platform/db/again.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";

export { transactionAgain } from "#platform/db/again.ts";

/** Does work and undoes it: what would happen, as far as the database can tell. */
export function rolledBack<T>(ctx: Context, work: (tx: TransactionContext) => Promise<T>): Promise<T> {
  return again(async () => {
    const transaction = await ctx.db.startTransaction().execute();
    try {
      return await work({ ...ctx, db: transaction });
    } finally {
      await transaction.rollback().execute();
    }
  });
}
