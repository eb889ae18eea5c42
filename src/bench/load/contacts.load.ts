import type pg from "pg";
import type { Scale } from "../scales.ts";
import * as words from "./words.data.ts";

/** Companies first, then people; people 1 … `bigCompanyPeople` work for company 1. */
export async function loadContacts(owner: pg.Client, scale: Scale): Promise<void> {
  const { companies, people, bigCompanyPeople } = scale;
  await owner.query(
    `insert into contacts (id, no, type, name, search_name, company_id, company_name, address, post_code, city,
       country_id, territory_id, phone_no, email, search_email, language_id, salesperson_id, correspondence_type)
     select id, 'CT' || lpad(id::text, 7, '0'), 'company', name, upper(name), id, name,
            street || ' ' || 1 + pg_temp.chance(id, 5, 90), lpad(pg_temp.chance(id, 6, 99999)::text, 5, '0'), city,
            1 + pg_temp.chance(id, 7, 2), 1 + pg_temp.chance(id, 8, 12),
            '+358 40 ' || lpad(pg_temp.chance(id, 9, 9999999)::text, 7, '0'), email, upper(email),
            1 + pg_temp.chance(id, 10, 2), 1 + pg_temp.chance(id, 11, 30),
            case pg_temp.chance(id, 12, 4) when 0 then 'hardCopy' when 1 then null else 'email' end
       from (select id, pg_temp.pick($2, id, 1) || pg_temp.pick($3, id, 2) || ' ' ||
                        pg_temp.pick($4, id, 3) as name,
                    pg_temp.pick($5, id, 4) as street, pg_temp.pick($6, id, 13) as city,
                    'info@company' || id || '.example' as email
               from generate_series(1, $1::bigint) id) c`,
    [companies, words.companyStarts, words.companyMiddles, words.companyForms, words.streets, words.cities],
  );
  await owner.query(
    `insert into contacts (id, no, type, name, search_name, first_name, surname, company_id, company_name, address,
       post_code, city, country_id, territory_id, phone_no, mobile_phone_no, email, search_email, language_id,
       salesperson_id, correspondence_type)
     select p.id, 'CT' || lpad(p.id::text, 7, '0'), 'person', p.first_name || ' ' || p.surname,
            upper(p.first_name || ' ' || p.surname), p.first_name, p.surname, c.id, c.name, c.address, c.post_code,
            c.city, c.country_id, c.territory_id, c.phone_no,
            '+358 50 ' || lpad(pg_temp.chance(p.id, 9, 9999999)::text, 7, '0'),
            e.email, upper(e.email), c.language_id, c.salesperson_id,
            case pg_temp.chance(p.id, 12, 4) when 0 then 'hardCopy' when 1 then null else 'email' end
       from (select $1 + n as id, pg_temp.pick($4, n, 21) as first_name,
                    case when pg_temp.chance(n, 22, 3) = 0 then pg_temp.pick($7, n, 23)
                         else pg_temp.pick($5, n, 24) || pg_temp.pick($6, n, 25) end as surname,
                    case when n <= $3 then 1 else 2 + pg_temp.chance(n, 26, $1 - 1) end as company_id
               from generate_series(1, $2::bigint) n) p
       join contacts c on c.id = p.company_id
      cross join lateral (select fold_text(p.first_name || '.' || p.surname) || p.id || '@company' || c.id ||
                                 '.example' as email) e
      order by p.id`,
    [
      companies,
      people,
      bigCompanyPeople,
      words.firstNames,
      words.surnameStems,
      words.surnameEndings,
      words.foreignSurnames,
    ],
  );
  await owner.query(`insert into contact_numbers (no, contact_id) select no, id from contacts order by id`);
  await owner.query(`insert into contact_name_words (word)
    select distinct word from contacts cross join unnest(words_of(fold_text(name))) as word
     where length(word) between 4 and 40 order by word`);
  await owner.query(`update number_blocks set next = $1 where series = 'contact'`, [companies + people + 1]);
}
