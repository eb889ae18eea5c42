import { sql } from "kysely";
import type { Tx } from "#app/database.ts";

/**
 * What the audit trail said of entries that were just deleted: who did what and when stays, texts go (contacts §10, B9),
 * as no erasure of their contact could find them any more. Entries that still exist are left alone.
 */
export async function forgetTrail(tx: Tx, entryNos: readonly number[]): Promise<void> {
  if (entryNos.length > 0) await sql`select forget_entry_trail(${entryNos}::bigint[])`.execute(tx);
}
