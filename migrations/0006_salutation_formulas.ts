import { type Kysely, sql } from "kysely";

/** How a letter begins, per salutation, language and tone; the organisation's country is named by id. */
export async function up(db: Kysely<never>): Promise<void> {
  const nameParts = "('jobTitle', 'firstName', 'middleName', 'surname', 'initials', 'companyName')";
  const names = [1, 2, 3, 4, 5].map(
    (n) => `name${n} text constraint salutation_formulas_name${n}_check check (name${n} in ${nameParts})`,
  );
  await sql
    .raw(
      `create table salutation_formulas (
        id serial constraint salutation_formulas_pkey primary key,
        salutation_id integer not null constraint salutation_formulas_salutation_id_fkey
          references salutations on delete cascade,
        -- null = no particular language
        language_id integer constraint salutation_formulas_language_id_fkey references languages,
        salutation_type text not null
          constraint salutation_formulas_salutation_type_check check (salutation_type in ('formal', 'informal')),
        -- with %1 to %5 where the names go
        salutation text,
        ${names.join(",\n        ")},
        version integer not null default 1,
        last_modified_at timestamptz not null default now(),
        constraint salutation_formulas_key unique nulls not distinct (salutation_id, language_id, salutation_type)
      )`,
    )
    .execute(db);
  await sql`grant select, insert, update, delete on salutation_formulas to rapport_runtime`.execute(db);
  await sql`grant usage on sequence salutation_formulas_id_seq to rapport_runtime`.execute(db);

  await sql`alter table company_information
    add column country_id integer constraint company_information_country_id_fkey references countries`.execute(
    db,
  );
  await sql`update company_information set country_id = (select id from countries where code = country_code)`.execute(
    db,
  );
  await sql`alter table company_information drop column country_code`.execute(db);
}
