import { type Kysely, sql } from "kysely";

/**
 * The trail of a deleted interaction says that it was deleted, not what it said (contacts §10, B9): no erasure of its
 * contact could find it any more.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // A door for those who delete entries (SCALE, rule 8: the log has no triggers); what still exists keeps its trail.
  await sql`
    create function forget_entry_trail(entry_nos bigint[]) returns void
    language plpgsql security definer set search_path = public
    as $$
    begin
      update audit_entries a set changes = without_texts(a.changes)
        from unnest(entry_nos) as gone(entry_no)
       where a.resource in ('interaction-log-entries', 'postponed-interactions') and a.resource_key = gone.entry_no::text
         and a.changes <> '{}'
         and not exists (select from interaction_log_entries e where e.entry_no = gone.entry_no);
    end $$`.execute(db);
  await sql`revoke all on function forget_entry_trail(bigint[]) from public`.execute(db);
  await sql`grant execute on function forget_entry_trail(bigint[]) to rapport_runtime`.execute(db);
  await sql`
    update audit_entries a set changes = without_texts(a.changes)
      from audit_entries d
     where d.action = 'interaction.deleted' and a.resource = d.resource and a.resource_key = d.resource_key
       and a.changes <> '{}'`.execute(db);
}
