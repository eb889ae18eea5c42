import type { Context } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";

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

/**
 * Runs a transaction again when PostgreSQL ended it because it and another one, such as a second import, each waited
 * for a row that the other held, or when somebody changed what it had read.
 */
export function transactionAgain<T>(ctx: Context, work: (tx: TransactionContext) => Promise<T>): Promise<T> {
  return again(() => ctx.db.transaction().execute((db) => work({ ...ctx, db })));
}

const attempts = 5;
const deadlock = "40P01";

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!wasInTheWay(error) || attempt === attempts) throw error;
    }
  }
}

function wasInTheWay(error: unknown): boolean {
  if (error instanceof Conflict) return error.code === "concurrent_change";
  return (error as { code?: unknown }).code === deadlock;
}
