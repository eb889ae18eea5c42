import { sql } from "kysely";
import type { Tx } from "#app/database.ts";

/** What contacts and the lines of unlogged segments have to do with each other (contacts §4.2, §10; segments §14). */

/** Those of the contacts that are on a line of an unlogged segment. */
export async function findOnSegments(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select w.id from unnest(${ids}::bigint[]) as w(id)
     where exists (select from segment_lines l where l.contact_id = w.id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Lines of the contacts whose alternative address is gone carry none. */
export async function dropUnknownAltAddresses(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    update segment_lines l
       set contact_alt_address_code = null, version = version + 1, last_modified_at = now()
     where l.contact_id = any(${ids}::bigint[]) and l.contact_alt_address_code is not null
       and not exists (select from contact_alternative_addresses a
                        where a.contact_id = l.contact_id and a.code = l.contact_alt_address_code)`.execute(
    tx,
  );
}
