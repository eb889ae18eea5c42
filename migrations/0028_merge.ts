import { type Kysely, sql } from "kysely";

/**
 * Merged contacts: the number of a duplicate goes on as a second number of its survivor, and a journal remembers what
 * moved, so that it can be undone (docs/decisions/0010-merge.md).
 */
export async function up(db: Kysely<never>): Promise<void> {
  // The number of a contact that was merged into this one: it leads here, but is not what this one is called.
  await sql`alter table contact_numbers add column is_former boolean not null default false`.execute(db);
  await sql`create index contact_numbers_former_idx on contact_numbers (contact_id) where is_former`.execute(
    db,
  );
  await createJournal(db);
  await createDoors(db);
}

async function createJournal(db: Kysely<never>): Promise<void> {
  await sql`
    create table contact_merges (
      id serial constraint contact_merges_pkey primary key,
      -- no foreign keys to contacts (SCALE, rule 3): the journal outlives both
      survivor_id bigint not null,
      survivor_no text not null,
      duplicate_id bigint not null,
      duplicate_no text not null,
      duplicate_name text,
      -- the row of the duplicate; blank once it can no longer be undone
      duplicate jsonb,
      -- { list: rows that moved }
      moved jsonb not null default '{}',
      merged_at timestamptz not null,
      merged_by text not null,
      undo_until timestamptz not null,
      undone_at timestamptz,
      undone_by text
    )`.execute(db);
  await sql`create index contact_merges_survivor_idx on contact_merges (survivor_id, id)`.execute(db);
  await sql`create index contact_merges_duplicate_idx on contact_merges (duplicate_id, id)`.execute(db);
  await sql`create index contact_merges_kept_idx on contact_merges (undo_until) where duplicate is not null`.execute(
    db,
  );
  await sql`
    create table contact_merge_steps (
      merge_id integer not null constraint contact_merge_steps_merge_id_fkey references contact_merges on delete cascade,
      step_no integer not null,
      table_name text not null,
      action text not null constraint contact_merge_steps_action_check
        check (action in ('moved', 'removed', 'added', 'changed', 'named')),
      -- what src/contacts/merge/journal.ts writes for the action
      details jsonb not null,
      constraint contact_merge_steps_pkey primary key (merge_id, step_no)
    )`.execute(db);
  await sql`grant select, insert, update, delete on contact_merges, contact_merge_steps to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence contact_merges_id_seq to rapport_runtime`.execute(db);
}

/**
 * The doors through which the log changes its contacts. They run with the owner's rights; the program itself has no
 * right to touch those columns. Updates, so that whoever waits for an entry finds it under its new contact.
 */
async function createDoors(db: Kysely<never>): Promise<void> {
  // Answers the entry numbers by what of them named the duplicate. People's entries without a company get the
  // survivor's, as those of a person who joins a company do (contacts, section 4.2, 6).
  await sql`
    create function merge_entries(duplicate bigint, survivor bigint, survivor_company bigint) returns jsonb
    language plpgsql security definer set search_path = public
    as $$
    declare
      moved jsonb;
    begin
      select jsonb_build_object(
        'owner', duplicate, 'holder', survivor,
        'contact', coalesce(jsonb_agg(entry_no order by entry_no) filter (where contact_id = duplicate), '[]'),
        'adopted', coalesce(jsonb_agg(entry_no order by entry_no)
          filter (where contact_id = duplicate and company_id is null and survivor_company is not null), '[]'),
        'adoptedBy', survivor_company,
        'company', coalesce(jsonb_agg(entry_no order by entry_no) filter (where company_id = duplicate), '[]'),
        'former', coalesce(jsonb_agg(entry_no order by entry_no) filter (where former_contact_id = duplicate), '[]'))
        into moved
        from (select contact_id, company_id, former_contact_id, entry_no from interaction_log_entries
               where contact_id = duplicate or company_id = duplicate or former_contact_id = duplicate
               order by entry_no for update) named;

      update interaction_comments set contact_id = survivor where contact_id = duplicate;
      update interaction_log_entries
         set contact_id = case when contact_id = duplicate then survivor else contact_id end,
             company_id = case when company_id = duplicate then survivor
                               when contact_id = duplicate then coalesce(company_id, survivor_company)
                               else company_id end,
             former_contact_id = case when former_contact_id = duplicate then survivor else former_contact_id end
       where contact_id = duplicate or company_id = duplicate or former_contact_id = duplicate;
      return moved;
    end $$`.execute(db);

  // Gives entries back that passed from their owner to a holder, as `merge_entries` wrote them down, or as a person's
  // change of company passed them. What was recorded since stays; so do entries that passed on to a company since, which
  // name their owner again. What was of a company, and has since passed from a person to the company itself, goes back
  // with it. Answers how many the owner has again.
  await sql`
    create function return_entries(moved jsonb) returns bigint
    language plpgsql security definer set search_path = public
    as $$
    declare
      owner bigint := (moved ->> 'owner')::bigint;
      holder bigint := (moved ->> 'holder')::bigint;
      own bigint[] := array(select jsonb_array_elements_text(moved -> 'contact'))::bigint[];
      adopted bigint[] := array(select jsonb_array_elements_text(moved -> 'adopted'))::bigint[];
      adopted_by bigint := (moved ->> 'adoptedBy')::bigint;
      of_company bigint[] := array(select jsonb_array_elements_text(moved -> 'company'))::bigint[];
      former bigint[] := array(select jsonb_array_elements_text(moved -> 'former'))::bigint[];
      returned bigint;
    begin
      update interaction_comments c set contact_id = owner
        from interaction_log_entries e
       where e.contact_id = holder and e.entry_no = any (own || of_company)
         and c.contact_id = holder and c.entry_no = e.entry_no;
      update interaction_log_entries
         set contact_id = owner, former_contact_id = nullif(former_contact_id, owner)
       where contact_id = holder and entry_no = any (own || of_company);
      get diagnostics returned = row_count;
      update interaction_log_entries set company_id = owner
       where company_id = holder and owner <> holder and entry_no = any (of_company);
      update interaction_log_entries set former_contact_id = owner
       where former_contact_id = holder and entry_no = any (own || former);
      update interaction_log_entries set company_id = null
       where contact_id = owner and company_id = adopted_by and entry_no = any (adopted);
      return returned;
    end $$`.execute(db);

  for (const door of ["merge_entries(bigint, bigint, bigint)", "return_entries(jsonb)"]) {
    await sql.raw(`revoke all on function ${door} from public`).execute(db);
    await sql.raw(`grant execute on function ${door} to rapport_runtime`).execute(db);
  }
}
