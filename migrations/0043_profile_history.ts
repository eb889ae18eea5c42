import { type Kysely, sql } from "kysely";

/** The history of the answers of contacts, and when a questionnaire is classified by itself (contacts B10). */
export async function up(db: Kysely<never>): Promise<void> {
  await createHistory(db);
  await createFormerLines(db);
  await addSchedule(db);
}

/** Final: rows are written and, with their contact or when they are too old, deleted; nobody alters them. */
async function createHistory(db: Kysely<never>): Promise<void> {
  await sql`insert into number_blocks (series, next) values ('profileChange', 1)`.execute(db);
  await sql`
    create table contact_profile_changes (
      -- no foreign keys: a run writes as many rows as answers (SCALE, rule 4)
      contact_id bigint not null,
      -- one number for all that a run, or a person, changed at a question at once
      change_no bigint not null,
      questionnaire_id integer not null,
      line_no integer not null,
      -- points: the contact holds the rating as before, by other points
      change text not null constraint contact_profile_changes_change_check check (change in ('gained', 'lost', 'points')),
      points_before numeric,
      points_after numeric,
      cause text not null constraint contact_profile_changes_cause_check
        check (cause in ('manual', 'classification', 'rating', 'merge')),
      actor text not null,
      recorded_at timestamptz not null default now(),
      constraint contact_profile_changes_pkey primary key (contact_id, change_no, questionnaire_id, line_no, change)
    )`.execute(db);
  // Rows come in the order of time: a few bytes for thousands of them are enough to find those that are too old.
  await sql`
    create index contact_profile_changes_recorded_at_idx on contact_profile_changes using brin (recorded_at)`.execute(
    db,
  );
  await sql`grant select, insert, delete on contact_profile_changes to rapport_runtime`.execute(db);
}

/** What deleted questions and answers were called, for the history: the number of a line may be given again. */
async function createFormerLines(db: Kysely<never>): Promise<void> {
  await sql`
    create table former_questionnaire_lines (
      questionnaire_id integer not null,
      line_no integer not null,
      deleted_at timestamptz not null default now(),
      questionnaire_code text not null,
      question text,
      answer text,
      constraint former_questionnaire_lines_pkey primary key (questionnaire_id, line_no, deleted_at)
    )`.execute(db);
  await sql`grant select, insert on former_questionnaire_lines to rapport_runtime`.execute(db);
}

/** What was classified every night goes on at one o'clock. */
async function addSchedule(db: Kysely<never>): Promise<void> {
  await sql`
    alter table questionnaires
      add column classification_schedule text not null default 'off'
        constraint questionnaires_classification_schedule_check
          check (classification_schedule in ('off', 'daily', 'weekly')),
      -- of weekly ones
      add column classification_weekday text not null default 'monday'
        constraint questionnaires_classification_weekday_check check (classification_weekday in
          ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
      -- of the organisation's clock
      add column classification_hour integer not null default 1
        constraint questionnaires_classification_hour_check check (classification_hour between 0 and 23),
      -- when a run was last ordered by the schedule, or the schedule was set
      add column classification_ordered_at timestamptz not null default now()`.execute(db);
  await sql`update questionnaires set classification_schedule = 'daily' where classified_nightly`.execute(db);
  await sql`alter table questionnaires drop column classified_nightly`.execute(db);
}
