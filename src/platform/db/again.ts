import type { Context } from "#app/database.ts";
import { Conflict } from "../errors.ts";
import type { TransactionContext } from "./transaction.ts";

const attempts = 5;
const deadlock = "40P01";

/**
 * Runs a transaction again when PostgreSQL ended it because it and another one each waited for a row that the other
 * held, or when somebody changed what it had read.
 */
export function transactionAgain<T>(ctx: Context, work: (tx: TransactionContext) => Promise<T>): Promise<T> {
  return again(() => ctx.db.transaction().execute((db) => work({ ...ctx, db })));
}

/** Does work again while others are in its way, a few times. */
export function again<T>(work: () => Promise<T>): Promise<T> {
  return whileThrowing(wasInTheWay, work);
}

/** Does work again that PostgreSQL ended in favour of somebody else's, a few times. */
export function afterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  return whileThrowing(isDeadlock, work);
}

async function whileThrowing<T>(
  isTemporary: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isTemporary(error) || attempt === attempts) throw error;
    }
  }
}

function wasInTheWay(error: unknown): boolean {
  if (error instanceof Conflict) return error.code === "concurrent_change";
  return isDeadlock(error);
}

function isDeadlock(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === deadlock;
}
