import { type Kysely, sql } from "kysely";

/** Sums of the log by day and by month, and the days whose sums are behind (docs/decisions/0008-statistics.md). */
export async function up(db: Kysely<never>): Promise<void> {
  const columns = sql`
      -- counts the rows of the period
      line_no integer not null,
      template_id integer,
      group_id integer,
      salesperson_id integer,
      campaign_id integer,
      evaluation text,
      no_of_interactions bigint not null,
      -- base currency
      cost numeric not null,
      duration_min bigint not null,
      no_of_failed_attempts bigint not null,
      targets_contacted bigint not null,
      targets_responded bigint not null`;
  await sql`
    create table interaction_day_sums (
      day date not null,
      ${columns},
      constraint interaction_day_sums_pkey primary key (day, line_no)
    )`.execute(db);
  await sql`
    create table interaction_month_sums (
      -- its first day
      month date not null,
      ${columns},
      constraint interaction_month_sums_pkey primary key (month, line_no)
    )`.execute(db);

  // Only added to while interactions are written, so that nobody waits for anybody.
  await sql`
    create table interaction_changed_days (
      id bigserial constraint interaction_changed_days_pkey primary key,
      day date not null
    )`.execute(db);
  await sql`
    insert into interaction_changed_days (day)
    select distinct happened_at::date from interaction_log_entries`.execute(db);

  await sql`grant select, insert, delete on interaction_day_sums, interaction_month_sums, interaction_changed_days to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence interaction_changed_days_id_seq to rapport_runtime`.execute(db);
}
