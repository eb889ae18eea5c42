import { type Kysely, sql } from "kysely";

const plainLists = [
  "mailing_groups",
  "industry_groups",
  "business_relations",
  "job_responsibilities",
  "organizational_levels",
  "salutations",
] as const;

/** Number series, set-up lists and the two single rows: company information and marketing set-up. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table number_series (
      id serial constraint number_series_pkey primary key,
      code text not null constraint number_series_code_key unique,
      description text,
      allow_automatic boolean not null default true,
      allow_manual boolean not null default true,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table number_series_lines (
      series_id integer not null constraint number_series_lines_series_id_fkey references number_series on delete cascade,
      starting_date date not null,
      starting_no text not null,
      ending_no text,
      warning_no text,
      increment_by integer not null default 1 constraint number_series_lines_increment_by_check check (increment_by >= 0),
      last_no_used text,
      open boolean not null default true,
      constraint number_series_lines_pkey primary key (series_id, starting_date)
    )`.execute(db);

  for (const table of plainLists) {
    await createList(db, table, "description text");
  }
  await createList(db, "web_sources", "description text, url text");
  await createList(db, "territories", "name text");
  await createList(db, "currencies", "name text");
  await createList(db, "languages", "name text, locale text");
  await createList(
    db,
    "countries",
    `name text, iso_code text, numeric_code text, address_format text, vat_formats text[] not null default '{}'`,
  );

  await sql`
    create table company_information (
      only_row boolean constraint company_information_pkey primary key default true
        constraint company_information_only_row_check check (only_row),
      name text,
      currency_code text not null default 'EUR',
      time_zone text not null default 'Europe/Helsinki',
      language text not null default 'en',
      country_code text,
      assistant_completed boolean not null default false,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`insert into company_information default values`.execute(db);

  await sql`
    create table marketing_setup (
      only_row boolean constraint marketing_setup_pkey primary key default true
        constraint marketing_setup_only_row_check check (only_row),
      contact_nos_id integer constraint marketing_setup_contact_nos_fkey references number_series,
      inherit_salesperson boolean not null default true,
      inherit_territory boolean not null default true,
      inherit_country boolean not null default true,
      inherit_language boolean not null default true,
      inherit_format_region boolean not null default true,
      inherit_address boolean not null default true,
      inherit_communication boolean not null default true,
      default_salesperson_id integer constraint marketing_setup_salesperson_fkey references salespeople,
      default_territory_id integer constraint marketing_setup_territory_fkey references territories,
      default_country_id integer constraint marketing_setup_country_fkey references countries,
      default_language_id integer constraint marketing_setup_language_fkey references languages,
      default_format_region text,
      default_correspondence_type text,
      default_company_salutation_id integer constraint marketing_setup_company_salutation_fkey references salutations,
      default_person_salutation_id integer constraint marketing_setup_person_salutation_fkey references salutations,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`insert into marketing_setup default values`.execute(db);

  await sql`grant select, insert, update, delete on number_series, number_series_lines to rapport_runtime`.execute(
    db,
  );
  await sql`grant select, update on company_information, marketing_setup to rapport_runtime`.execute(db);
  await sql`grant usage on sequence number_series_id_seq to rapport_runtime`.execute(db);
}

async function createList(db: Kysely<never>, table: string, columns: string): Promise<void> {
  await sql
    .raw(
      `create table ${table} (
        id serial constraint ${table}_pkey primary key,
        code text not null constraint ${table}_code_key unique,
        ${columns},
        version integer not null default 1,
        last_modified_at timestamptz not null default now()
      )`,
    )
    .execute(db);
  await sql.raw(`grant select, insert, update, delete on ${table} to rapport_runtime`).execute(db);
  await sql.raw(`grant usage on sequence ${table}_id_seq to rapport_runtime`).execute(db);
}
