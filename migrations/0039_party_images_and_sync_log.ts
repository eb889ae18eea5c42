import { type Kysely, sql } from "kysely";

/** Pictures of parties (contacts §1.5, B5), what may be synchronised over a link, and the log of it (B8). */
export async function up(db: Kysely<never>): Promise<void> {
  // An attachment that the party names; its contact and other parties may name the same one.
  await sql`alter table parties add column image_no bigint`.execute(db);
  // Whoever is linked has the same picture from the beginning, so that no party takes its contact's away.
  await sql`
    update parties p set image_no = i.attachment_no
      from contact_business_relations r join contact_images i on i.contact_id = r.contact_id
     where r.party_id = p.id`.execute(db);
  await sql`create index parties_image_no_idx on parties (image_no) where image_no is not null`.execute(db);

  await sql`
    alter table contact_business_relations add column sync_policy text not null default 'both'
      constraint contact_business_relations_sync_policy_check
        check (sync_policy in ('both', 'contactToParty', 'partyToContact', 'off'))`.execute(db);

  await sql`insert into number_blocks (series, next) values ('syncLog', 1)`.execute(db);
  await sql`
    create table sync_log_entries (
      -- the contact that was written, or that its party followed
      contact_id bigint not null constraint sync_log_entries_contact_id_fkey references contacts on delete cascade,
      entry_no bigint not null,
      -- no foreign key: the line outlives the party, and says what it was
      party_id bigint not null,
      kind text not null constraint sync_log_entries_kind_check
        check (kind in ('customer', 'vendor', 'bankAccount', 'employee')),
      party_no text not null,
      direction text not null constraint sync_log_entries_direction_check
        check (direction in ('contactToParty', 'partyToContact')),
      occasion text not null constraint sync_log_entries_occasion_check check (occasion in ('change', 'link')),
      recorded_at timestamptz not null default now(),
      actor text not null,
      -- { field: [before, after] } of the side that was written, in the words of the API
      changes jsonb not null,
      constraint sync_log_entries_pkey primary key (contact_id, entry_no)
    )`.execute(db);
  await sql`create index sync_log_entries_recorded_at_idx on sync_log_entries (recorded_at, entry_no)`.execute(
    db,
  );
  await sql`create index sync_log_entries_party_idx on sync_log_entries (party_id, recorded_at, entry_no)`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on sync_log_entries to rapport_runtime`.execute(db);
}
