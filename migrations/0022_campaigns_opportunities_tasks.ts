import { type Kysely, sql } from "kysely";

/** Campaigns, opportunities and tasks as light records, and the log's references to them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const table of ["campaign_statuses", "sales_cycles"]) await createList(db, table);
  await createCampaigns(db);
  await createOpportunities(db);
  await createTasks(db);
  await nameThemInTheSetup(db);
  await nameThemInTheLog(db);
}

async function createList(db: Kysely<never>, table: string): Promise<void> {
  await sql
    .raw(
      `create table ${table} (
        id serial constraint ${table}_pkey primary key,
        code text not null constraint ${table}_code_key unique,
        description text,
        version integer not null default 1,
        last_modified_at timestamptz not null default now()
      )`,
    )
    .execute(db);
  await grant(db, table, `${table}_id_seq`);
}

async function grant(db: Kysely<never>, table: string, sequence: string): Promise<void> {
  await sql.raw(`grant select, insert, update, delete on ${table} to rapport_runtime`).execute(db);
  await sql.raw(`grant usage on sequence ${sequence} to rapport_runtime`).execute(db);
}

async function createCampaigns(db: Kysely<never>): Promise<void> {
  await sql`
    create table campaigns (
      id serial constraint campaigns_pkey primary key,
      no text not null constraint campaigns_no_key unique,
      description text,
      status_id integer constraint campaigns_status_id_fkey references campaign_statuses,
      -- blank: open at that end; both days are in
      starting_date date,
      ending_date date,
      salesperson_id integer constraint campaigns_salesperson_id_fkey references salespeople,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint campaigns_dates_check check (starting_date <= ending_date)
    )`.execute(db);
  await grant(db, "campaigns", "campaigns_id_seq");

  await sql`
    create table campaign_entries (
      entry_no serial constraint campaign_entries_pkey primary key,
      campaign_id integer not null constraint campaign_entries_campaign_id_fkey references campaigns on delete cascade,
      segment_no text,
      document_type text,
      logged_segment_entry_no bigint,
      -- blank: named after the document type, or simply interactions
      description text,
      date date not null,
      salesperson_id integer constraint campaign_entries_salesperson_id_fkey references salespeople,
      user_id text not null,
      canceled boolean not null default false,
      -- takes what is logged next; one that was canceled has given this up
      current boolean not null default true,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint campaign_entries_current_check check (not (canceled and current))
    )`.execute(db);
  await sql`
    create unique index campaign_entries_current_key on campaign_entries (campaign_id, segment_no, document_type)
      nulls not distinct where current`.execute(db);
  await sql`create index campaign_entries_campaign_idx on campaign_entries (campaign_id, entry_no)`.execute(
    db,
  );
  await grant(db, "campaign_entries", "campaign_entries_entry_no_seq");
}

async function createOpportunities(db: Kysely<never>): Promise<void> {
  await sql`
    create table opportunities (
      id serial constraint opportunities_pkey primary key,
      no text not null constraint opportunities_no_key unique,
      description text not null,
      -- no foreign keys to contacts (SCALE, rule 3); blank once the contact is deleted
      contact_id bigint,
      company_id bigint,
      -- blank once the salesperson is deleted, which only closed ones allow
      salesperson_id integer constraint opportunities_salesperson_id_fkey references salespeople on delete set null,
      campaign_id integer constraint opportunities_campaign_id_fkey references campaigns on delete set null,
      sales_cycle_id integer constraint opportunities_sales_cycle_id_fkey references sales_cycles,
      segment_no text,
      segment_description text,
      creation_date date not null,
      status text not null default 'notStarted'
        constraint opportunities_status_check check (status in ('notStarted', 'inProgress', 'won', 'lost')),
      closed boolean not null generated always as (status in ('won', 'lost')) stored,
      date_closed date,
      comment_count integer not null default 0,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index opportunities_contact_idx on opportunities (contact_id)`.execute(db);
  await sql`create index opportunities_company_idx on opportunities (company_id)`.execute(db);
  await sql`create index opportunities_salesperson_idx on opportunities (salesperson_id)`.execute(db);
  await sql`create index opportunities_campaign_idx on opportunities (campaign_id) where campaign_id is not null`.execute(
    db,
  );
  await grant(db, "opportunities", "opportunities_id_seq");

  await sql`
    create table opportunity_comments (
      opportunity_id integer not null constraint opportunity_comments_opportunity_id_fkey
        references opportunities on delete cascade,
      line_no integer not null,
      date date,
      code text,
      text text not null,
      author text not null,
      created_at timestamptz not null default now(),
      -- set on every change, not on insert
      last_modified_at timestamptz,
      constraint opportunity_comments_pkey primary key (opportunity_id, line_no)
    )`.execute(db);
  await sql`grant select, insert, update, delete on opportunity_comments to rapport_runtime`.execute(db);
}

async function createTasks(db: Kysely<never>): Promise<void> {
  await sql`
    create table tasks (
      id serial constraint tasks_pkey primary key,
      no text not null constraint tasks_no_key unique,
      description text not null,
      type text constraint tasks_type_check check (type in ('meeting', 'phoneCall')),
      contact_id bigint,
      company_id bigint,
      salesperson_id integer constraint tasks_salesperson_id_fkey references salespeople on delete set null,
      campaign_id integer constraint tasks_campaign_id_fkey references campaigns on delete set null,
      opportunity_id integer constraint tasks_opportunity_id_fkey references opportunities on delete set null,
      date date not null,
      status text not null default 'notStarted'
        constraint tasks_status_check check (status in ('notStarted', 'inProgress', 'completed', 'waiting', 'postponed')),
      closed boolean not null generated always as (status = 'completed') stored,
      date_closed date,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index tasks_contact_idx on tasks (contact_id, date)`.execute(db);
  await sql`create index tasks_company_idx on tasks (company_id, date)`.execute(db);
  await sql`create index tasks_salesperson_idx on tasks (salesperson_id, date)`.execute(db);
  await sql`create index tasks_campaign_idx on tasks (campaign_id) where campaign_id is not null`.execute(db);
  await sql`create index tasks_opportunity_idx on tasks (opportunity_id) where opportunity_id is not null`.execute(
    db,
  );
  await grant(db, "tasks", "tasks_id_seq");
}

async function nameThemInTheSetup(db: Kysely<never>): Promise<void> {
  for (const [column, reference] of [
    ["campaign_nos_id", "number_series"],
    ["opportunity_nos_id", "number_series"],
    ["task_nos_id", "number_series"],
    ["default_sales_cycle_id", "sales_cycles"],
  ]) {
    await sql
      .raw(
        `alter table marketing_setup add column ${column} integer constraint marketing_setup_${column}_fkey references ${reference}`,
      )
      .execute(db);
  }
  await sql`
    alter table interaction_templates add column campaign_id integer
      constraint interaction_templates_campaign_id_fkey references campaigns`.execute(db);
}

/** Ids instead of numbers, so that a number can be changed. Nothing could be named before: there were no records. */
async function nameThemInTheLog(db: Kysely<never>): Promise<void> {
  for (const name of ["campaign", "opportunity", "task"]) {
    await sql.raw(`alter table interaction_log_entries drop column ${name}_no`).execute(db);
    await sql.raw(`alter table interaction_log_entries add column ${name}_id integer`).execute(db);
    await sql
      .raw(
        `create index interaction_log_entries_${name}_idx on interaction_log_entries (${name}_id, happened_at, entry_no)
          where ${name}_id is not null`,
      )
      .execute(db);
  }
  await sql`
    create index interaction_log_entries_campaign_entry_idx on interaction_log_entries (campaign_entry_no)
      where campaign_entry_no is not null`.execute(db);
  await sql`grant update (opportunity_id) on interaction_log_entries to rapport_runtime`.execute(db);

  // A task that is deleted: the program itself has no right to change which task an entry belongs to.
  await sql`
    create function entries_outlive_task(gone integer) returns void
    language sql security definer set search_path = public
    begin atomic
      update interaction_log_entries set task_id = null where task_id = gone;
    end`.execute(db);
  await sql`revoke all on function entries_outlive_task(integer) from public`.execute(db);
  await sql`grant execute on function entries_outlive_task(integer) to rapport_runtime`.execute(db);
}
