import { type Kysely, sql } from "kysely";

/** Groups, templates and the log. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table interaction_groups (
      id serial constraint interaction_groups_pkey primary key,
      code text not null constraint interaction_groups_code_key unique,
      description text,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table interaction_templates (
      id serial constraint interaction_templates_pkey primary key,
      code text not null constraint interaction_templates_code_key unique,
      group_id integer not null constraint interaction_templates_group_id_fkey references interaction_groups,
      description text,
      -- base currency, up to 5 decimals
      unit_cost numeric(18, 5) not null default 0,
      -- whole minutes
      unit_duration_min integer not null default 0,
      information_flow text
        constraint interaction_templates_information_flow_check check (information_flow in ('outbound', 'inbound')),
      initiated_by text constraint interaction_templates_initiated_by_check check (initiated_by in ('us', 'them')),
      default_correspondence_type text
        constraint interaction_templates_correspondence_type_check check (default_correspondence_type in ('hardCopy', 'email')),
      ignore_contact_correspondence_type boolean not null default false,
      default_language_id integer constraint interaction_templates_default_language_id_fkey references languages,
      wizard_action text
        constraint interaction_templates_wizard_action_check check (wizard_action in ('open', 'import', 'merge')),
      campaign_target boolean not null default false,
      campaign_response boolean not null default false,
      archived boolean not null default false,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table interaction_template_languages (
      id serial constraint interaction_template_languages_pkey primary key,
      template_id integer not null constraint interaction_template_languages_template_id_fkey
        references interaction_templates on delete cascade,
      -- null = no particular language
      language_id integer constraint interaction_template_languages_language_id_fkey references languages,
      description text,
      constraint interaction_template_languages_key unique nulls not distinct (template_id, language_id)
    )`.execute(db);

  // No foreign keys: a million rows would pay for each of them. Templates, salespeople and the like are closed
  // or refused deletion while the log names them (SCALE, rule 4).
  await sql`
    create table interaction_log_entries (
      contact_id bigint not null,
      entry_no bigint not null,
      company_id bigint,
      former_contact_id bigint,
      -- when it happened, in the organisation's time zone
      happened_at timestamp not null,
      recorded_at timestamptz not null default now(),
      description text,
      subject text,
      template_id integer,
      group_id integer,
      language_id integer,
      information_flow text,
      initiated_by text,
      correspondence_type text,
      contact_via text,
      contact_alt_address_code text,
      cost numeric(18, 5) not null default 0,
      duration_min integer not null default 0,
      evaluation text,
      attempt_failed boolean not null default false,
      salesperson_id integer,
      user_id text not null,
      campaign_no text,
      campaign_entry_no bigint,
      campaign_target boolean not null default false,
      campaign_response boolean not null default false,
      segment_no text,
      logged_segment_entry_no bigint,
      task_no text,
      opportunity_no text,
      document_type text,
      document_no text,
      version_no integer,
      document_occurrence integer,
      source text not null default 'user',
      delivery_status text,
      postponed boolean not null default false,
      canceled boolean not null default false,
      canceled_at timestamptz,
      canceled_by text,
      cancel_reason text,
      comment_count integer not null default 0,
      -- names of a contact that was deleted
      kept_contact_name text,
      kept_company_name text,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint interaction_log_entries_pkey primary key (contact_id, entry_no),
      constraint interaction_log_entries_evaluation_check check
        (evaluation in ('veryPositive', 'positive', 'neutral', 'negative', 'veryNegative')),
      constraint interaction_log_entries_cost_check check (cost >= 0),
      constraint interaction_log_entries_duration_min_check check (duration_min >= 0)
    ) partition by range (entry_no)`.execute(db);
  await sql`create table interaction_log_entries_p1 partition of interaction_log_entries for values from (minvalue) to (50000000)`.execute(
    db,
  );
  await sql`create table interaction_log_entries_default partition of interaction_log_entries default`.execute(
    db,
  );

  await sql`create index interaction_log_entries_entry_no_idx on interaction_log_entries (entry_no)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_happened_at_idx on interaction_log_entries (happened_at, entry_no) include (user_id, canceled, postponed)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_timeline_idx on interaction_log_entries (contact_id, happened_at, entry_no)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_company_idx on interaction_log_entries (company_id, happened_at, entry_no)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_template_idx on interaction_log_entries (template_id, happened_at, entry_no)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_salesperson_idx on interaction_log_entries (salesperson_id, happened_at, entry_no)`.execute(
    db,
  );
  await sql`create index interaction_log_entries_former_contact_idx on interaction_log_entries (former_contact_id, happened_at, entry_no) where former_contact_id is not null`.execute(
    db,
  );

  await sql`
    create table interaction_comments (
      contact_id bigint not null,
      entry_no bigint not null,
      line_no integer not null,
      date date,
      code text,
      text text not null,
      author text not null,
      created_at timestamptz not null default now(),
      -- set on every change, not on insert
      last_modified_at timestamptz,
      constraint interaction_comments_pkey primary key (contact_id, entry_no, line_no)
    )`.execute(db);

  await sql`grant select, insert, update, delete on interaction_groups, interaction_templates, interaction_template_languages, interaction_comments to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence interaction_groups_id_seq, interaction_templates_id_seq, interaction_template_languages_id_seq to rapport_runtime`.execute(
    db,
  );

  // A logged fact stays: the program may change only what the specification lets change (interactions, section
  // 2.4), and delete only what is canceled or postponed.
  await sql`grant select, insert, delete on interaction_log_entries to rapport_runtime`.execute(db);
  await sql`
    grant update (description, cost, duration_min, evaluation, attempt_failed, opportunity_no, delivery_status,
      canceled, canceled_at, canceled_by, cancel_reason, comment_count, version, last_modified_at)
    on interaction_log_entries to rapport_runtime`.execute(db);
  await sql`alter table interaction_log_entries enable row level security`.execute(db);
  await sql`create policy interaction_log_entries_read on interaction_log_entries for select to rapport_runtime using (true)`.execute(
    db,
  );
  await sql`create policy interaction_log_entries_record on interaction_log_entries for insert to rapport_runtime with check (true)`.execute(
    db,
  );
  await sql`create policy interaction_log_entries_complete on interaction_log_entries for update to rapport_runtime using (true)`.execute(
    db,
  );
  await sql`create policy interaction_log_entries_clean_up on interaction_log_entries for delete to rapport_runtime using (canceled or postponed)`.execute(
    db,
  );

  // The two doors through which an entry may change its contact (contacts, sections 4.2 and 10). They run with
  // the owner's rights; the program itself has no right to touch those columns.
  await sql`
    create function move_entries_with_person(person bigint, previous_company bigint, new_company bigint) returns void
    language sql security definer set search_path = public
    begin atomic
      update interaction_comments c set contact_id = previous_company
        from interaction_log_entries e
       where previous_company is not null and e.contact_id = person and e.company_id = previous_company
         and c.contact_id = person and c.entry_no = e.entry_no;
      update interaction_log_entries set contact_id = previous_company, former_contact_id = person
       where previous_company is not null and contact_id = person and company_id = previous_company;
      update interaction_log_entries set company_id = new_company
       where previous_company is null and contact_id = person and company_id is null;
    end`.execute(db);
  await sql`
    create function entries_outlive_contact(gone bigint, heir bigint) returns void
    language sql security definer set search_path = public
    begin atomic
      update interaction_comments set contact_id = coalesce(heir, 0) where contact_id = gone;
      update interaction_log_entries e
         set contact_id = coalesce(heir, 0), company_id = heir, former_contact_id = null,
             kept_contact_name = (select name from contacts where id = gone),
             kept_company_name = (select company_name from contacts where id = gone)
       where contact_id = gone;
      update interaction_log_entries set former_contact_id = null where former_contact_id = gone;
      update interaction_log_entries set company_id = null where company_id = gone and heir is null;
    end`.execute(db);
  for (const door of [
    "move_entries_with_person(bigint, bigint, bigint)",
    "entries_outlive_contact(bigint, bigint)",
  ]) {
    await sql.raw(`revoke all on function ${door} from public`).execute(db);
    await sql.raw(`grant execute on function ${door} to rapport_runtime`).execute(db);
  }
}
