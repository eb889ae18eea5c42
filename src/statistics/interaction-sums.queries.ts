import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { type Evaluation, evaluations } from "#interactions/lifecycle.rules.ts";
import { allOf } from "#platform/db/fetch-page.ts";
import { addDays, firstMonthFrom, startOf } from "./periods.rules.ts";
import { addedUp, columnsOf, columnsOfEntry, isCounted, measures } from "./summed-columns.ts";

/** Sums as the database adds them up: amounts are decimal texts. */
export interface InteractionSums {
  readonly no_of_interactions: number;
  readonly cost: string;
  readonly duration_min: number;
  readonly no_of_failed_attempts: number;
  readonly targets_contacted: number;
  readonly targets_responded: number;
  readonly average_cost: string;
  readonly average_duration_min: string;
  readonly evaluations: Readonly<Record<Evaluation, number>>;
}

export interface SumsRequest {
  /** First and last day; `null` = from the beginning, to the end. */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  /** What to group by: an expression over `e`, whose columns are `day` and the dimensions; of the log all others too. */
  readonly key: RawBuilder<unknown>;
  /** Joins groups to larger ones, such as days to months; they stay what they are unless given. */
  readonly joined?: (key: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Conditions over `e`. */
  readonly where: readonly RawBuilder<SqlBool>[];
}

export interface GroupedSums {
  /** The groups with most interactions first. */
  readonly groups: readonly (InteractionSums & { readonly key: string | null })[];
  readonly totals: InteractionSums;
}

/**
 * Sums of the log that are kept by day and month, and of the log itself for days that changed since: exactly what the
 * log adds up to at this moment.
 *
 * @param isByMonth the key is the same for all days of a month, so that the sums of months serve
 */
export function sumsOfDays(
  db: Db,
  request: SumsRequest,
  { isByMonth }: { isByMonth: boolean },
): Promise<GroupedSums> {
  return group(db, request, keptSums(request, isByMonth), request.where);
}

/** The same sums out of the log alone, for keys and conditions that no sums are kept by. */
export function sumsOfLog(db: Db, request: SumsRequest): Promise<GroupedSums> {
  const { from, until } = boundsOf(request);
  const entries = sql`
    select e.happened_at::date as day, e.contact_id, e.company_id, ${columnsOfEntry}
      from interaction_log_entries e
     where ${isCounted} and e.happened_at >= ${from}::date and e.happened_at < ${until}::date
       and ${allOf(request.where)}`;
  return group(db, request, entries, []);
}

function keptSums(request: SumsRequest, isByMonth: boolean): RawBuilder<unknown> {
  const { from, until } = boundsOf(request);
  const { first, end } = isByMonth ? wholeMonths(from, until) : { first: until, end: until };
  return sql`
    with changed as materialized (
      select distinct day from interaction_changed_days where day >= ${from}::date and day < ${until}::date
    ), changed_months as materialized (
      select distinct date_trunc('month', day)::date as month from changed
    )
    select s.month as day, ${columnsOf("s")} from interaction_month_sums s
     where s.month >= ${first}::date and s.month < ${end}::date
       and s.month not in (select month from changed_months)
    union all
    select s.day, ${columnsOf("s")} from changed_months m
      join interaction_day_sums s on s.day >= m.month and s.day < m.month + interval '1 month'
     where m.month >= ${first}::date and m.month < ${end}::date and s.day not in (select day from changed)
    union all
    select s.day, ${columnsOf("s")} from interaction_day_sums s
     where s.day >= ${from}::date and s.day < ${first}::date and s.day not in (select day from changed)
    union all
    select s.day, ${columnsOf("s")} from interaction_day_sums s
     where s.day >= ${end}::date and s.day < ${until}::date and s.day not in (select day from changed)
    union all
    select c.day, ${columnsOfEntry} from changed c
      join interaction_log_entries e on e.happened_at >= c.day and e.happened_at < c.day + 1
     where ${isCounted}`;
}

const beginning = "-infinity";
const never = "infinity";

function boundsOf({ dateFrom, dateTo }: SumsRequest): { from: string; until: string } {
  return { from: dateFrom ?? beginning, until: dateTo === null ? never : addDays(dateTo, 1) };
}

/** Ends of the whole months within `[from, until)`; both are `until` when there is none. */
function wholeMonths(from: string, until: string): { first: string; end: string } {
  const first = from === beginning ? from : firstMonthFrom(from);
  const end = until === never ? until : startOf("month", until);
  // The texts sort as the days do: the beginning before all, never after all.
  return first < end ? { first, end } : { first: until, end: until };
}

async function group(
  db: Db,
  { key, joined = (one) => one }: SumsRequest,
  source: RawBuilder<unknown>,
  where: readonly RawBuilder<SqlBool>[],
): Promise<GroupedSums> {
  const { rows } = await sql<InteractionSums & { key: string | null }>`
    with evaluated as materialized (
      select ${key} as key, e.evaluation, ${addedUp} from (${source}) e where ${allOf(where)} group by 1, 2
    ), grouped as materialized (
      select ${joined(sql.ref("e.key"))} as key, ${addedUp}, ${evaluationCounts} from evaluated e group by 1
    ), sums as (
      select key::text, false as is_total, ${sumColumns} from grouped
      union all
      select null, true, ${sql.join(sumNames.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)`))} from grouped
    )
    select key, no_of_interactions::bigint, cost, duration_min::bigint, no_of_failed_attempts::bigint,
           targets_contacted::bigint, targets_responded::bigint,
           coalesce(round(cost / nullif(no_of_interactions, 0), 2), 0) as average_cost,
           coalesce(round(duration_min / nullif(no_of_interactions, 0), 2), 0) as average_duration_min,
           json_build_object(${sql.join(evaluations.flatMap((name) => [sql.lit(name), sql.ref(name)]))}) as evaluations
      from sums order by is_total, no_of_interactions desc, key`.execute(db);
  return { groups: rows.slice(0, -1), totals: rows.at(-1)! };
}

const sumNames: readonly string[] = [...measures, ...evaluations];
const sumColumns = sql.join(sumNames.map((name) => sql.ref(name)));
const evaluationCounts = sql.join(
  evaluations.map(
    (name) =>
      sql`coalesce(sum(no_of_interactions) filter (where e.evaluation = ${sql.lit(name)}), 0) as ${sql.ref(name)}`,
  ),
);
