import { type Kysely, sql } from "kysely";

/**
 * What address books on telephones have to be told that the contacts themselves do not say (contacts B11): who is gone,
 * and whose company was blocked or unblocked. Everything else shows in `last_modified_at`.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // No foreign key: the contacts are gone (SCALE, rule 3).
  await sql`
    create table address_book_changes (
      contact_id bigint not null,
      changed_at timestamptz not null default now(),
      constraint address_book_changes_pkey primary key (contact_id, changed_at)
    )`.execute(db);
  await sql`create index address_book_changes_changed_at_idx on address_book_changes (changed_at, contact_id)`.execute(
    db,
  );
  await sql`grant select, insert, delete on address_book_changes to rapport_runtime`.execute(db);

  // Which database this is: one that was restored from a backup is another. And the moment before which nothing
  // is written any more: a transaction that still runs will show its changes under the moment it began, and the runtime
  // role does not see when others began. The second allows for what has begun and is not listed yet.
  await sql`
    create function address_book_clock(out identity text, out settled_until timestamptz)
    language sql volatile security definer set search_path = pg_catalog
    begin atomic
      select (select c.system_identifier from pg_control_system() c) || '-' ||
             (select d.oid from pg_database d where d.datname = current_database()),
             least(now(), (select min(a.xact_start) from pg_stat_activity a
                            where a.datname = current_database() and a.pid <> pg_backend_pid()
                              and a.backend_type = 'client backend')) - interval '1 second';
    end`.execute(db);
  await sql`revoke all on function address_book_clock() from public`.execute(db);
  await sql`grant execute on function address_book_clock() to rapport_runtime`.execute(db);
}
