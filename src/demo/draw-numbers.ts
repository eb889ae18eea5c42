import { drawNumbers } from "#numbering/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { localMoment } from "#platform/moment.rules.ts";

/** The next numbers of a series of the demo company. */
export async function draw(tx: TransactionContext, code: string, count: number): Promise<readonly string[]> {
  const { id } = await tx.db
    .selectFrom("number_series")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  const { numbers } = await drawNumbers(tx.db, id, localMoment(tx.now, tx.timeZone).date, count);
  return numbers;
}
