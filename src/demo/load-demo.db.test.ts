import { sql } from "kysely";
import { expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { isEmpty, loadDemo } from "./load-demo.commands.ts";

test("the demo company fills an empty database with contacts and two years of interactions", async ({
  ctx,
}) => {
  expect(await isEmpty(ctx)).toBe(true);

  const loaded = await loadDemo(ctx, "fi");

  expect(loaded.companies).toBeGreaterThanOrEqual(60);
  expect(loaded.persons).toBeGreaterThanOrEqual(150);
  expect(await isEmpty(ctx)).toBe(false);
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from contacts) as contacts,
           (select count(*) from contacts where type = 'person' and company_id is not null and company_name is null) as nameless,
           (select count(*) from interaction_log_entries) as entries,
           (select count(*) from interaction_log_entries where recorded_at < happened_at at time zone 'Europe/Helsinki') as prophecies,
           (select count(*) from interaction_log_entries where happened_at > ${ctx.now.toISOString()}::timestamp) as future,
           (select sum(comment_count) from interaction_log_entries) as announced,
           (select count(*) from interaction_comments) as comments,
           (select count(*) from campaigns) as campaigns,
           (select count(*) from opportunities where contact_id is not null and salesperson_id is not null) as opportunities,
           (select count(*) from opportunities o where o.status <> 'notStarted' and not exists (
              select from opportunity_entries e where e.opportunity_id = o.id and e.active
                 and e.date_closed is not distinct from o.date_closed)) as unentered,
           (select sum(calcd_current_value) from opportunity_entries where active and date_closed is null) as pipeline,
           (select count(*) from tasks where not closed and opportunity_id is not null) as tasks,
           (select count(*) from segments where salesperson_id is null or campaign_id is not null) as segments,
           (select count(*) from segment_lines) as segment_lines,
           (select count(*) from segment_lines l left join contacts c on c.id = l.contact_id and not c.privacy_blocked
              and c.company_id is not distinct from l.company_id where c.id is null or l.salesperson_id is null) as unfit_lines,
           (select count(distinct mailing_group_id) from contact_mailing_groups) as mailing_groups,
           (select count(*) from contact_industry_groups g join contacts c on c.id = g.contact_id and c.type = 'company') as industry_groups,
           (select count(*) from contact_job_responsibilities r join contacts c on c.id = r.contact_id and c.type = 'person') as job_responsibilities,
           (select count(*) from contact_web_sources where search_word is not null) as web_sources,
           (select count(*) from parties p join contact_business_relations r on r.party_id = p.id and r.link_to = p.kind where p.kind = 'customer') as customers,
           (select count(*) from contacts where business_relation = 'customer') as contacts_of_customers,
           (select count(*) from contacts where business_relation = 'other') as others,
           (select count(*) from questionnaires) as questionnaires,
           (select count(*) from salespeople where blocked) as blocked`.execute(ctx.db);
  const counts = rows[0]!;
  expect(counts.contacts).toBe(loaded.companies + loaded.persons);
  expect(counts.entries).toBeGreaterThanOrEqual(2_000);
  expect(counts).toMatchObject({ nameless: 0, prophecies: 0, future: 0, blocked: 1 });
  expect(counts.comments).toBe(counts.announced);
  expect(counts.campaigns).toBe(4);
  expect(counts.customers).toBeGreaterThanOrEqual(20);
  expect(counts.contacts_of_customers).toBeGreaterThan(counts.customers!);
  expect(counts.others).toBeGreaterThan(5);
  expect(counts.opportunities).toBeGreaterThanOrEqual(15);
  expect(counts.unentered).toBe(0);
  expect(Number(counts.pipeline)).toBeGreaterThan(10_000);
  expect(counts.tasks).toBeGreaterThanOrEqual(10);
  expect(counts.segments).toBe(3);
  expect(counts.segment_lines).toBeGreaterThanOrEqual(20);
  expect(counts.unfit_lines).toBe(0);
  expect(counts.questionnaires).toBe(2);
  for (const list of ["mailing_groups", "industry_groups", "job_responsibilities", "web_sources"])
    expect(counts[list]).toBeGreaterThanOrEqual(3);
});

test("the distribution of every question of the demo company has something to show", async ({ ctx }) => {
  const { companies } = await loadDemo(ctx, "en");

  const holders = await holdersByAnswer(ctx);
  const to = (question: string) =>
    Object.entries(holders).flatMap(([name, count]) => (name.startsWith(`${question}: `) ? [count] : []));
  expect(Object.keys(holders)).toHaveLength(25);
  expect(Math.min(...Object.values(holders))).toBeGreaterThanOrEqual(3);
  expect(to("How often we talk").reduce((a, b) => a + b)).toBe(companies);
  expect(to("Potential").reduce((a, b) => a + b)).toBeLessThan(companies * 0.65);
});

/** How many contacts hold each answer, by question and answer. */
async function holdersByAnswer({ db }: Context): Promise<Record<string, number>> {
  const { rows } = await sql<{ answer: string; holders: number }>`
    select concat(q.description, ': ', l.description) as answer, count(a.contact_id) as holders
      from questionnaire_lines l
      join questionnaire_lines q on q.questionnaire_id = l.questionnaire_id and q.line_no = l.question_no
      left join contact_profile_answers a on a.questionnaire_id = l.questionnaire_id and a.line_no = l.line_no
     where l.type = 'answer'
     group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ answer, holders }) => [answer, holders]));
}
