import { type Kysely, sql } from "kysely";

/** Sales cycles have stages, opportunities values: what was expected of them after each step, one entry after another. */
export async function up(db: Kysely<never>): Promise<void> {
  await createStages(db);
  await createCloseCodes(db);
  await createEntries(db);
  await enterTheStarted(db);
}

async function createStages(db: Kysely<never>): Promise<void> {
  await sql`
    alter table sales_cycles
      add column probability_calculation text not null default 'multiply',
      add column blocked boolean not null default false`.execute(db);
  await sql`
    alter table sales_cycles add constraint sales_cycles_probability_calculation_check
      check (probability_calculation in ('multiply', 'add', 'chancesOfSuccess', 'completed'))`.execute(db);
  await sql`
    create table sales_cycle_stages (
      sales_cycle_id integer not null constraint sales_cycle_stages_sales_cycle_id_fkey
        references sales_cycles on delete cascade,
      -- the order; gaps are fine
      stage integer not null constraint sales_cycle_stages_stage_check check (stage >= 1),
      description text,
      completed numeric(5, 2) not null default 0
        constraint sales_cycle_stages_completed_check check (completed between 0 and 100),
      chances_of_success numeric(5, 2) not null default 0
        constraint sales_cycle_stages_chances_of_success_check check (chances_of_success between 0 and 100),
      quote_required boolean not null default false,
      allow_skip boolean not null default false,
      -- from the day of the change to the day on which it is expected to be closed
      date_formula text,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint sales_cycle_stages_pkey primary key (sales_cycle_id, stage)
    )`.execute(db);
  await sql`grant select, insert, update, delete on sales_cycle_stages to rapport_runtime`.execute(db);
}

async function createCloseCodes(db: Kysely<never>): Promise<void> {
  await sql`
    create table close_opportunity_codes (
      id serial constraint close_opportunity_codes_pkey primary key,
      code text not null constraint close_opportunity_codes_code_key unique,
      description text,
      type text not null default 'won'
        constraint close_opportunity_codes_type_check check (type in ('won', 'lost')),
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`grant select, insert, update, delete on close_opportunity_codes to rapport_runtime`.execute(db);
  await sql`grant usage on sequence close_opportunity_codes_id_seq to rapport_runtime`.execute(db);
}

async function createEntries(db: Kysely<never>): Promise<void> {
  await sql`
    alter table opportunities add column priority text not null default 'normal'
      constraint opportunities_priority_check check (priority in ('low', 'normal', 'high'))`.execute(db);
  // Only what is closed outlives its cycle.
  await sql`alter table opportunities drop constraint opportunities_sales_cycle_id_fkey`.execute(db);
  await sql`
    alter table opportunities add constraint opportunities_sales_cycle_id_fkey
      foreign key (sales_cycle_id) references sales_cycles on delete set null`.execute(db);
  await sql`
    create index opportunities_sales_cycle_idx on opportunities (sales_cycle_id) where sales_cycle_id is not null
  `.execute(db);
  await sql`
    create table opportunity_entries (
      entry_no serial constraint opportunity_entries_pkey primary key,
      opportunity_id integer not null constraint opportunity_entries_opportunity_id_fkey
        references opportunities on delete cascade,
      -- what holds now; the others are its history
      active boolean not null,
      sales_cycle_id integer constraint opportunity_entries_sales_cycle_id_fkey
        references sales_cycles on delete set null,
      -- 0 once it is closed
      stage integer not null,
      stage_description text,
      -- 0 before the first one
      previous_stage integer not null,
      -- no foreign keys to contacts (SCALE, rule 3); they follow the opportunity's while the entry is active
      contact_id bigint,
      company_id bigint,
      former_contact_id bigint,
      salesperson_id integer constraint opportunity_entries_salesperson_id_fkey
        references salespeople on delete set null,
      campaign_id integer constraint opportunity_entries_campaign_id_fkey references campaigns on delete set null,
      date_of_change date not null,
      date_closed date,
      -- how long it was the active one; blank while it is
      days_open integer,
      -- blank: the first stage
      action_taken text constraint opportunity_entries_action_taken_check
        check (action_taken in ('next', 'previous', 'updated', 'jumped', 'won', 'lost')),
      estimated_value numeric(15, 2) not null,
      calcd_current_value numeric(15, 2) not null,
      completed numeric(5, 2) not null,
      chances_of_success numeric(5, 2) not null,
      probability numeric(5, 2) not null,
      close_opportunity_code_id integer constraint opportunity_entries_close_opportunity_code_id_fkey
        references close_opportunity_codes,
      estimated_close_date date not null,
      recorded_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index opportunity_entries_active_key on opportunity_entries (opportunity_id) where active`.execute(
    db,
  );
  await sql`create index opportunity_entries_opportunity_idx on opportunity_entries (opportunity_id, entry_no)`.execute(
    db,
  );
  // Contacts: figures over the active ones, and merging over all; people that left are few.
  await sql`create index opportunity_entries_contact_idx on opportunity_entries (contact_id, active)`.execute(
    db,
  );
  await sql`create index opportunity_entries_company_idx on opportunity_entries (company_id, active)`.execute(
    db,
  );
  await sql`
    create index opportunity_entries_former_contact_idx on opportunity_entries (former_contact_id)
      where former_contact_id is not null`.execute(db);
  await sql`create index opportunity_entries_salesperson_idx on opportunity_entries (salesperson_id, active)`.execute(
    db,
  );
  await sql`create index opportunity_entries_stage_idx on opportunity_entries (sales_cycle_id, stage)`.execute(
    db,
  );
  await sql`
    create index opportunity_entries_campaign_idx on opportunity_entries (campaign_id)
      where campaign_id is not null`.execute(db);
  await sql`
    create index opportunity_entries_close_code_idx on opportunity_entries (close_opportunity_code_id)
      where close_opportunity_code_id is not null`.execute(db);
  // What an entry said stays: only whether it is the active one, and whose it is, ever changes. It goes with its opportunity.
  await sql`grant select, insert on opportunity_entries to rapport_runtime`.execute(db);
  await sql`
    grant update (active, days_open, contact_id, company_id, former_contact_id, salesperson_id, campaign_id)
      on opportunity_entries to rapport_runtime`.execute(db);
  await sql`grant usage on sequence opportunity_entries_entry_no_seq to rapport_runtime`.execute(db);
}

/** Opportunities that were started before there were stages and values stand on none and are worth nothing yet. */
async function enterTheStarted(db: Kysely<never>): Promise<void> {
  await sql`
    insert into opportunity_entries (opportunity_id, active, sales_cycle_id, stage, previous_stage, contact_id,
      company_id, former_contact_id, salesperson_id, campaign_id, date_of_change, date_closed, action_taken,
      estimated_value, calcd_current_value, completed, chances_of_success, probability, estimated_close_date)
    select id, true, sales_cycle_id, 0, 0, contact_id, company_id, former_contact_id, salesperson_id, campaign_id,
           coalesce(date_closed, creation_date), date_closed, case when closed then status end, 0, 0,
           case when closed then 100 else 0 end, case when status = 'won' then 100 else 0 end,
           case when status = 'won' then 100 else 0 end, coalesce(date_closed, creation_date)
      from opportunities where status <> 'notStarted' order by id`.execute(db);
}
