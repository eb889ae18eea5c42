import type pg from "pg";
import { firstNames, foreignSurnames, groups, templates } from "./words.data.ts";

const salespeople = 30;

/** Number series, languages, countries, 30 salespeople with their users, 8 groups and 20 templates. */
export async function loadSetup(owner: pg.Client, lastContactNo: string): Promise<void> {
  await owner.query(
    `insert into languages (code, name, locale) values ('EN', 'English', 'en'), ('FI', 'Suomi', 'fi')`,
  );
  await owner.query(
    `insert into countries (code, name, iso_code) values ('FI', 'Finland', 'FI'), ('GB', 'United Kingdom', 'GB')`,
  );
  await owner.query(`insert into territories (code, name)
    select 'AREA' || n, 'Area ' || n from generate_series(1, 12) n`);
  await owner.query(
    `with series as (
       insert into number_series (code, description) values ('CONT', 'Contacts') returning id
     ), lines as (
       insert into number_series_lines (series_id, starting_date, starting_no, last_no_used)
       select id, '2020-01-01', 'CT0000001', $1 from series
     )
     update marketing_setup set contact_nos_id = series.id from series`,
    [lastContactNo],
  );
  await owner.query(
    `with people as (
       select n, ($1::text[])[n * 2] as first_name, ($2::text[])[n] as surname from generate_series(1, $3::int) n
     ), sellers as (
       insert into salespeople (code, name, email)
       select 'SP' || lpad(n::text, 2, '0'), first_name || ' ' || surname, 'seller' || n || '@rapport.example'
         from people order by n
       returning id, code, name, email
     )
     insert into users (user_name, email, full_name, role, salesperson_id)
     select code, email, name, 'crmUser', id from sellers`,
    [firstNames, foreignSurnames, salespeople],
  );
  await owner.query(
    `insert into interaction_groups (code, description) select code, initcap(code) from unnest($1::text[]) code`,
    [groups],
  );
  await owner.query(
    `insert into interaction_templates (code, group_id, description, unit_cost, unit_duration_min, information_flow,
       initiated_by, default_correspondence_type)
     select code, (select id from interaction_groups g where g.code = ($2::text[])[1 + mod(n, 8)]), initcap(code),
            mod(n, 7) * 1.5, 5 + mod(n, 6) * 5, case when mod(n, 3) = 0 then 'inbound' else 'outbound' end,
            case when mod(n, 3) = 0 then 'them' else 'us' end,
            case mod(n, 4) when 1 then 'email' when 3 then 'hardCopy' end
       from unnest($1::text[]) with ordinality as t(code, n) order by n`,
    [templates, groups],
  );
}
