import { type Kysely, sql } from "kysely";

/**
 * The trail of a deleted interaction says that it was deleted, not what it said (contacts §10, B9): no erasure of its
 * contact could find it any more.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function forget_deleted_entries() returns trigger
    language plpgsql security definer set search_path = public
    as $$
    begin
      update audit_entries a set changes = without_texts(a.changes)
        from gone
       where a.resource in ('interaction-log-entries', 'postponed-interactions') and a.resource_key = gone.entry_no::text
         and a.changes <> '{}'
         and not exists (select from interaction_log_entries e where e.contact_id = gone.contact_id and e.entry_no = gone.entry_no);
      return null;
    end $$`.execute(db);
  await sql`revoke all on function forget_deleted_entries() from public`.execute(db);
  await sql`
    create trigger forget_deleted_entries after delete on interaction_log_entries
    referencing old table as gone for each statement execute function forget_deleted_entries()`.execute(db);
  await sql`
    update audit_entries a set changes = without_texts(a.changes)
      from audit_entries d
     where d.action = 'interaction.deleted' and a.resource = d.resource and a.resource_key = d.resource_key
       and a.changes <> '{}'`.execute(db);
}
