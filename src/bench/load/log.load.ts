import type pg from "pg";
import { knownContacts, type Scale } from "../scales.ts";
import { phrases, topics } from "./words.data.ts";

/** Three years up to yesterday; whose entries they are is skewed, so that some contacts have many and most have few. */
export async function loadLog(
  owner: pg.Client,
  scale: Scale,
  { note, signal }: { note: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const step = 1_000_000;
  for (let first = 1; first <= scale.entries; first += step) {
    signal.throwIfAborted();
    const last = Math.min(first + step - 1, scale.entries);
    await insertEntries(owner, scale, first, last);
    if (scale.entries > step) note(`  ${last.toLocaleString("en")} entries`);
  }
  await owner.query(`insert into interaction_comments (contact_id, entry_no, line_no, date, text, author)
    select contact_id, entry_no, 10000, happened_at::date, 'Remember: ' || description, user_id
      from interaction_log_entries where comment_count > 0 order by contact_id, entry_no`);
  await owner.query(`insert into interaction_changed_days (day)
    select distinct happened_at::date from interaction_log_entries`);
  await owner.query(`update number_blocks set next = $1 where series = 'entry'`, [scale.entries + 1]);
}

async function insertEntries(owner: pg.Client, scale: Scale, first: number, last: number): Promise<void> {
  const { bigCompany, heavyPerson } = knownContacts(scale);
  const contacts = scale.companies + scale.people;
  await owner.query(
    `with drawn as (
       select i as entry_no,
              case when mod(i, $4::bigint) = 0 then $6::bigint
                   when mod(i, $5::bigint) = 1
                   then (case pg_temp.chance(i, 31, $9::bigint) when 0 then $7::bigint
                         else $8::bigint + pg_temp.chance(i, 31, $9::bigint) end)
                   else 1 + mod(floor(power(pg_temp.chance(i, 32, 1000000) / 1000000.0, 2) * $10)::bigint * 7919 + 13, $10::bigint)
              end as contact_id,
              case when pg_temp.chance(i, 33, 100) < 60 then 1 + pg_temp.chance(i, 34, 4)
                   else 5 + pg_temp.chance(i, 35, 16) end as template_id
         from generate_series($1::bigint, $2::bigint) i
     ), placed as (
       select d.entry_no, d.template_id, c.id, c.company_id, c.language_id, c.salesperson_id,
              -- what stayed with the company when the person left it
              c.type = 'person' and pg_temp.chance(d.entry_no, 36, 500) = 0 as is_former,
              date_trunc('day', localtimestamp) - interval '3 years'
                + (d.entry_no::float / $3 * 1090 + pg_temp.chance(d.entry_no, 37, 5)) * interval '1 day'
                + pg_temp.chance(d.entry_no, 38, 540) * interval '1 minute' as moment
         from drawn d join contacts c on c.id = d.contact_id
     ), entries as (
     insert into interaction_log_entries (contact_id, entry_no, company_id, former_contact_id, happened_at, recorded_at,
       description, subject, template_id, group_id, language_id, information_flow, initiated_by, correspondence_type,
       cost, duration_min, evaluation, attempt_failed, salesperson_id, user_id, source, postponed, canceled,
       canceled_at, canceled_by, cancel_reason, comment_count, search_vector)
     select case when p.is_former then p.company_id else p.id end, p.entry_no, p.company_id,
            case when p.is_former then p.id end, date_trunc('second', p.moment), p.moment + interval '10 minutes',
            w.phrase || ': ' || w.topic, w.phrase, t.id, t.group_id, p.language_id,
            t.information_flow, t.initiated_by, t.default_correspondence_type, t.unit_cost, t.unit_duration_min,
            case when pg_temp.chance(p.entry_no, 40, 3) = 0 then (array['veryPositive', 'positive', 'neutral',
              'negative', 'veryNegative'])[1 + pg_temp.chance(p.entry_no, 41, 5)] end,
            pg_temp.chance(p.entry_no, 42, 20) = 0, s.id, s.code, 'user',
            pg_temp.chance(p.entry_no, 43, 200) = 0, f.canceled,
            case when f.canceled then p.moment + interval '1 day' end, case when f.canceled then s.code end,
            case when f.canceled then 'Recorded twice' end,
            case when pg_temp.chance(p.entry_no, 45, 20) = 0 then 1 else 0 end,
            -- the comment below says the same once more
            search_vector_of(concat_ws(' ', w.phrase, w.topic,
              case when pg_temp.chance(p.entry_no, 45, 20) = 0 then 'Remember:' end))
       from placed p
       join interaction_templates t on t.id = p.template_id
       join salespeople s on s.id = case when pg_temp.chance(p.entry_no, 46, 5) = 0
                                         then 1 + pg_temp.chance(p.entry_no, 47, 30) else p.salesperson_id end
      cross join lateral (select pg_temp.chance(p.entry_no, 44, 50) = 0 as canceled) f
      cross join lateral (select pg_temp.pick($11, p.entry_no, 39) as phrase,
                                 pg_temp.pick_skewed($12, p.entry_no, 48) as topic) w
      order by p.entry_no
     returning entry_no, user_id, recorded_at
     )
     insert into audit_entries (recorded_at, request_id, actor, action, resource, resource_key, changes)
     select recorded_at, 'load-' || entry_no, user_id, 'interaction.recorded', 'interaction-log-entries',
            entry_no::text, '{"count": 1}'
       from entries`,
    [
      first,
      last,
      scale.entries,
      Math.floor(scale.entries / scale.heavyEntries),
      Math.floor(scale.entries / scale.bigCompanyEntries),
      heavyPerson,
      bigCompany,
      scale.companies,
      scale.bigCompanyPeople + 1,
      contacts,
      phrases,
      topics,
    ],
  );
}
