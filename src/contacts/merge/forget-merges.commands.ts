import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { on } from "#platform/events/events.ts";
import { contactsDeleting } from "../contact-events.ts";

/**
 * Forgets how contacts were before others were merged into them, and those others: none of these merges can be undone
 * any more. For whoever deletes or erases contacts; that there was a merge stays known.
 */
export async function forgetMerges(tx: Tx, contactIds: readonly number[]): Promise<void> {
  await sql`
    with recursive gone (id) as (
      select unnest(${contactIds}::bigint[])
      union
      select m.duplicate_id from contact_merges m join gone on m.survivor_id = gone.id and m.undone_at is null),
    forgotten as (
      update contact_merges m set duplicate = null, duplicate_name = null
        from gone where m.survivor_id = gone.id and m.undone_at is null returning m.id)
    delete from contact_merge_steps s using forgotten where s.merge_id = forgotten.id`.execute(tx);
}

export const forgetMergesOfDeleted = on(contactsDeleting, "merges", (tx, { ids }) =>
  forgetMerges(tx.db, ids),
);

/** Merges that are too old to be undone need no journal: no data of people is kept longer than needed. */
export async function forgetOldMerges({ db, now }: Context): Promise<void> {
  await sql`
    with old as (
      update contact_merges set duplicate = null where duplicate is not null and undo_until < ${now}::timestamptz
      returning id)
    delete from contact_merge_steps s using old where s.merge_id = old.id`.execute(db);
}
