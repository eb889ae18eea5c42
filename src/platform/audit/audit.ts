import { sql } from "kysely";
import type { TransactionContext } from "../db/transaction.ts";

export interface Change {
  /** What happened, such as `contact.changed`. */
  readonly action: string;
  /** Plural kebab-case resource and the key people know it by. */
  readonly resource: string;
  readonly key: string | number;
  readonly changes?: Record<string, unknown>;
}

/** Writes who did what into the audit trail, in the transaction of the change itself. */
export async function recordChange(ctx: TransactionContext, change: Change): Promise<void> {
  await ctx.db.insertInto("audit_entries").values(auditRow(ctx, change)).execute();
}

/** The same as a row, for statements that write it along with something else. */
export function auditRow(ctx: TransactionContext, { action, resource, key, changes = {} }: Change) {
  return {
    request_id: ctx.requestId,
    actor: ctx.actor.name,
    user_id: ctx.actor.userId,
    token_id: ctx.actor.tokenId,
    action,
    resource,
    resource_key: String(key),
    changes: JSON.stringify(changes),
  };
}

/** `{ field: [before, after] }` of the given fields that differ. */
export function differences<T extends object>(
  before: T,
  after: Partial<T>,
  ignored: readonly string[] = ["version", "last_modified_at"],
): Record<string, [unknown, unknown]> {
  const changed: Record<string, [unknown, unknown]> = {};
  for (const [field, value] of Object.entries(after)) {
    const previous = (before as Record<string, unknown>)[field];
    if (!ignored.includes(field) && JSON.stringify(previous) !== JSON.stringify(value))
      changed[field] = [previous, value];
  }
  return changed;
}

/** Moment of the database, for columns that say when a row was changed. */
export const databaseNow = sql<string>`now()`;
