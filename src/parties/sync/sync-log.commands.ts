import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { keptMonths, type SyncChanges, type SyncDirection, type SyncOccasion } from "./sync-policy.rules.ts";

/** One side that was written by the other. */
export interface SyncLine {
  readonly contactId: number;
  readonly partyId: number;
  readonly kind: PartyKind;
  readonly partyNo: string;
  readonly direction: SyncDirection;
  readonly occasion: SyncOccasion;
  readonly changes: SyncChanges;
}

/** Writes the log of synchronisation (B8) in one statement, however many lines; what changed nothing writes none. */
export async function recordSync(tx: TransactionContext, all: readonly SyncLine[]): Promise<void> {
  const lines = all.filter(({ changes }) => Object.keys(changes).length > 0);
  if (lines.length === 0) return;
  const first = await tx.keys.take("syncLog", lines.length);
  const records = lines.map((line, index) => ({ ...line, entryNo: first + index }));
  await sql`
    insert into sync_log_entries (contact_id, entry_no, party_id, kind, party_no, direction, occasion, actor, changes)
    select "contactId", "entryNo", "partyId", kind, "partyNo", direction, occasion, ${tx.actor.name}, changes
      from json_to_recordset(${JSON.stringify(records)}::json) as r(
        "contactId" bigint, "entryNo" bigint, "partyId" bigint, kind text, "partyNo" text, direction text,
        occasion text, changes jsonb)`.execute(tx.db);
}

/** What contacts were is forgotten; that they were synchronised, and in which fields, stays. */
export async function forgetSyncValues(tx: TransactionContext, contactIds: readonly number[]): Promise<void> {
  await sql`
    update sync_log_entries
       set changes = (select coalesce(jsonb_object_agg(field, '[null, null]'::jsonb), '{}') from jsonb_object_keys(changes) field)
     where contact_id = any(${contactIds}::bigint[])`.execute(tx.db);
}

/** Deletes lines that are too old, so many at once; may run twice without harm. */
export async function deleteOldSyncLog({ db, now }: Context): Promise<void> {
  await sql`
    delete from sync_log_entries l
     using (select contact_id, entry_no from sync_log_entries
             where recorded_at < ${now.toISOString()}::timestamptz - make_interval(months => ${keptMonths})
             order by recorded_at, entry_no limit 10000) old
     where l.contact_id = old.contact_id and l.entry_no = old.entry_no`.execute(db);
}
