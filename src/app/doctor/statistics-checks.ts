import { type Check, type Finding, fine, type Patient, wrong } from "./findings.ts";

const named = 5;

/** Days that are not marked as changed have the sums of the log, months those of their days. */
const differing = `
  with changed as (select distinct day from interaction_changed_days),
  logged as (
    select happened_at::date as day, count(*) as n, sum(cost) as cost, sum(duration_min) as duration_min
      from interaction_log_entries where not canceled and not postponed group by 1
  ), of_days as (
    select day, sum(no_of_interactions) as n, sum(cost) as cost, sum(duration_min) as duration_min
      from interaction_day_sums group by 1
  ), of_their_days as (
    select date_trunc('month', day)::date as day, sum(n) as n, sum(cost) as cost, sum(duration_min) as duration_min
      from of_days group by 1
  ), of_months as (
    select month as day, sum(no_of_interactions) as n, sum(cost) as cost, sum(duration_min) as duration_min
      from interaction_month_sums group by 1
  )
  select to_char(day, 'YYYY-MM-DD') as period from logged full join of_days using (day)
   where (logged.n, logged.cost, logged.duration_min) is distinct from (of_days.n, of_days.cost, of_days.duration_min)
     and day not in (select day from changed)
  union all
  select to_char(day, 'YYYY-MM') from of_their_days d full join of_months m using (day)
   where (d.n, d.cost, d.duration_min) is distinct from (m.n, m.cost, m.duration_min)
     and day not in (select date_trunc('month', day)::date from changed)
  order by 1`;

export const statisticsChecks: readonly Check[] = [{ name: "statistics add up to the log", run: sums }];

async function sums({ owner }: Patient): Promise<Finding> {
  const { rows } = await owner.query<{ period: string }>(differing);
  if (rows.length === 0) return fine("every day and month");
  const periods = rows.slice(0, named).map(({ period }) => period);
  return wrong(`${rows.length} periods do not: ${periods.join(", ")}${rows.length > named ? " …" : ""}`);
}
