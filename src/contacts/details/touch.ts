import { sql } from "kysely";
import type { Tx } from "#app/database.ts";

/**
 * Contacts whose child rows were written, changed or deleted count as modified (contacts §1.1). Their version stays:
 * who edits the card meanwhile loses nothing. Locked in the order of their ids, as everybody locks them.
 */
export async function touchContacts(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with touched as (select id from contacts where id = any(${ids}::bigint[]) order by id for no key update)
    update contacts c set last_modified_at = now() from touched where c.id = touched.id`.execute(tx);
}
