import { type Kysely, sql } from "kysely";

/** Questionnaires with their questions and answers, points of ratings, and the answers of contacts (contacts §8). */
export async function up(db: Kysely<never>): Promise<void> {
  await createQuestionnaires(db);
  await createLines(db);
  await createPoints(db);
  await createAnswers(db);
}

const priorities = "'veryLow', 'low', 'normal', 'high', 'veryHigh'";

async function createQuestionnaires(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table questionnaires (
        id serial constraint questionnaires_pkey primary key,
        code text not null constraint questionnaires_code_key unique,
        description text,
        -- blank: for companies and people
        contact_type text constraint questionnaires_contact_type_check check (contact_type in ('companies', 'people')),
        business_relation_id integer
          constraint questionnaires_business_relation_id_fkey references business_relations,
        priority text not null default 'normal'
          constraint questionnaires_priority_check check (priority in (${priorities})),
        -- its automatic questions are answered anew every night
        classified_nightly boolean not null default false,
        version integer not null default 1,
        last_modified_at timestamptz not null default now()
      )`,
    )
    .execute(db);
  await sql`grant select, insert, update, delete on questionnaires to rapport_runtime`.execute(db);
  await sql`grant usage on sequence questionnaires_id_seq to rapport_runtime`.execute(db);
}

async function createLines(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table questionnaire_lines (
        questionnaire_id integer not null
          constraint questionnaire_lines_questionnaire_id_fkey references questionnaires on delete cascade,
        -- names the line for good; answers of contacts refer to it
        line_no integer not null,
        -- where it stands; moving a line changes nothing else
        position integer not null,
        type text not null constraint questionnaire_lines_type_check check (type in ('question', 'answer')),
        -- of an answer the nearest question above, of a question itself; blank: an answer above all questions
        question_no integer,
        description text,
        multiple_answers boolean not null default false,
        auto_classification boolean not null default false,
        customer_class_field text,
        vendor_class_field text,
        contact_class_field text,
        starting_date_formula text,
        ending_date_formula text,
        classification_method text,
        sorting_method text,
        decimals integer not null default 0,
        min_percent_answered integer not null default 0,
        -- blank: no bound
        from_value numeric,
        to_value numeric,
        priority text not null default 'normal'
          constraint questionnaire_lines_priority_check check (priority in (${priorities})),
        -- of an automatic question: the day as of which its answers were found
        classified_on date,
        version integer not null default 1,
        last_modified_at timestamptz not null default now(),
        constraint questionnaire_lines_pkey primary key (questionnaire_id, line_no),
        constraint questionnaire_lines_position_key unique (questionnaire_id, position) deferrable initially immediate,
        constraint questionnaire_lines_class_fields_check
          check (num_nonnulls(customer_class_field, vendor_class_field, contact_class_field) <= 1)
      )`,
    )
    .execute(db);
  await sql`grant select, insert, update, delete on questionnaire_lines to rapport_runtime`.execute(db);
}

async function createPoints(db: Kysely<never>): Promise<void> {
  await sql`
    create table rating_points (
      -- the rating question
      questionnaire_id integer not null,
      line_no integer not null,
      -- the answer that gives the points
      answer_questionnaire_id integer not null,
      answer_line_no integer not null,
      points numeric not null constraint rating_points_points_check check (points <> 0),
      constraint rating_points_pkey primary key (questionnaire_id, line_no, answer_questionnaire_id, answer_line_no),
      constraint rating_points_question_fkey foreign key (questionnaire_id, line_no) references questionnaire_lines,
      constraint rating_points_answer_fkey foreign key (answer_questionnaire_id, answer_line_no)
        references questionnaire_lines
    )`.execute(db);
  await sql`
    create index rating_points_answer_idx on rating_points (answer_questionnaire_id, answer_line_no)`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on rating_points to rapport_runtime`.execute(db);
}

/**
 * No foreign keys: a run writes millions of rows, and checking each against its contact costs more than writing it
 * (SCALE, rule 4). Whoever deletes a contact or a line looks here first, under locks.
 */
async function createAnswers(db: Kysely<never>): Promise<void> {
  await sql`
    create table contact_profile_answers (
      contact_id bigint not null,
      questionnaire_id integer not null,
      line_no integer not null,
      -- blank: automatic, as of the day its question was classified
      answered_on date,
      -- of ratings: what the contact has got, and how much of what is asked it has answered
      points numeric,
      answered_percent numeric,
      constraint contact_profile_answers_pkey primary key (contact_id, questionnaire_id, line_no)
    )`.execute(db);
  await sql`
    create index contact_profile_answers_line_idx on contact_profile_answers (questionnaire_id, line_no, contact_id)`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on contact_profile_answers to rapport_runtime`.execute(db);
}
