import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { contactErased } from "#contacts/index.ts";

/**
 * Nothing is said any more about whom somebody erased. Called once the entries are locked: an erasure that was under way
 * is over by then.
 *
 * @throws Conflict `contact_erased`
 */
export async function refuseErased(tx: Tx, entryNos: readonly number[]): Promise<void> {
  const { rows } = await sql<{ no: string }>`
    select c.no from interaction_log_entries e join contacts c on c.id in (e.contact_id, e.former_contact_id)
     where e.entry_no = any(${entryNos}::bigint[]) and c.erased_at is not null limit 1`.execute(tx);
  if (rows[0]) throw contactErased(rows[0].no);
}
