import { AsyncLocalStorage } from "node:async_hooks";

/** Counts the SQL statements of one request, so that the metrics can tell what an endpoint costs. */
export interface StatementCount {
  statements: number;
}

const storage = new AsyncLocalStorage<StatementCount>();

/** Runs `work` and counts the statements it sends, also those of the calls it awaits. */
export function countingStatements<T>(count: StatementCount, work: () => T): T {
  return storage.run(count, work);
}

export function countStatement(): void {
  const count = storage.getStore();
  if (count) count.statements += 1;
}
