import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { logConditions } from "#interactions/index.ts";
import { invalidField } from "#platform/errors.ts";
import { type GroupedSums, type SumsRequest, sumsOfDays, sumsOfLog } from "./interaction-sums.queries.ts";
import { nameRows } from "./name-rows.queries.ts";
import { type ComparedPeriod, comparedPeriod, type Distance, type Grain } from "./periods.rules.ts";
import { isGrain, presentStatistics } from "./present-statistics.ts";
import type { Breakdown, InteractionStatistics, StatisticsQuery } from "./statistics.contract.ts";

const defaultLimit = 200;

/** The sums of the log by what was asked for, with those of the compared period beside them (section 13). */
export async function getInteractionStatistics(
  ctx: Context,
  query: StatisticsQuery,
): Promise<InteractionStatistics> {
  const { by, compareWith, limit = defaultLimit, dateFrom = null, dateTo = null, ...filters } = query;
  const other = compareWith ? periodToCompare(dateFrom, dateTo, compareWith) : null;
  const read = isOfContacts(by) ? readContacts : readSums;
  const current = await read(ctx, { by, dateFrom, dateTo, filters, distance: null, limit });
  const compared =
    other && (await read(ctx, { by, ...other, filters, limit, only: current.groups.map(({ key }) => key) }));
  const statistics = presentStatistics({ by, dateFrom, dateTo, limit }, current, compared);
  return {
    ...statistics,
    comparedPeriod: other && { dateFrom: other.dateFrom, dateTo: other.dateTo },
    rows: await nameRows(ctx.db, by, statistics.rows),
  };
}

function periodToCompare(
  dateFrom: string | null,
  dateTo: string | null,
  compareWith: NonNullable<StatisticsQuery["compareWith"]>,
): ComparedPeriod {
  if (dateFrom === null) throw invalidField("dateFrom", "period_required");
  if (dateTo === null || dateTo < dateFrom) throw invalidField("dateTo", "period_required");
  return comparedPeriod({ dateFrom, dateTo }, compareWith);
}

type Filters = Omit<StatisticsQuery, "by" | "compareWith" | "limit" | "dateFrom" | "dateTo">;

interface Reading {
  readonly by: Breakdown;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly filters: Filters;
  /** Moves the days of a compared period to those they are compared with. */
  readonly distance: Distance | null;
  readonly limit: number;
  /** Groups that are shown anyway. */
  readonly only?: readonly (string | null)[];
}

/** Sums and how many groups they were told apart into. */
interface ReadSums extends GroupedSums {
  readonly noOfGroups: number;
}

/** Filters that sums are kept by. */
const keptFilters: ReadonlySet<string> = new Set<keyof Filters>([
  "interactionTemplateCode",
  "interactionGroupCode",
  "salespersonCode",
  "campaignNo",
  "evaluation",
]);

async function readSums(ctx: Context, reading: Reading): Promise<ReadSums> {
  const { by, distance } = reading;
  const isMovedByDays = isGrain(by) && distance !== null && distance.days > 0;
  const isByMonth = by !== "day" && by !== "week" && !isMovedByDays;
  const sums = await readKept(ctx, reading, keyOf(by), isByMonth);
  return { ...sums, noOfGroups: sums.groups.length };
}

/**
 * Contacts are too many to keep sums of: those with most interactions are found by counting, and only theirs are
 * added up.
 */
async function readContacts(ctx: Context, reading: Reading): Promise<ReadSums> {
  const key = keyOf(reading.by);
  const request = requestOf(reading, key);
  const { ids, noOfGroups } = reading.only
    ? { ids: reading.only, noOfGroups: reading.only.length }
    : await mostFrequent(ctx, request, reading.limit);
  const isShown = sql<SqlBool>`coalesce(${key} = any(${ids.filter((id) => id !== null)}::bigint[]), ${ids.includes(null)})`;
  const { groups } = await sumsOfLog(ctx.db, { ...request, where: [...request.where, isShown] });
  const { totals } = await readKept(ctx, reading, sql`null`, true);
  return { groups, totals, noOfGroups };
}

async function mostFrequent(ctx: Context, { key, dateFrom, dateTo, where }: SumsRequest, limit: number) {
  const { rows } = await sql<{ id: string | null; no_of_groups: number }>`
    with counted as materialized (
      select ${key} as id, count(*) as n from interaction_log_entries e
       where not e.canceled and not e.postponed
         and ${sql.join([sql`true`, ...logConditions({ dateFrom: dateFrom ?? undefined, dateTo: dateTo ?? undefined }), ...where], sql` and `)}
       group by 1
    )
    select id::text, (select count(*) from counted) as no_of_groups
      from counted order by n desc, id limit ${limit}`.execute(ctx.db);
  return { ids: rows.map(({ id }) => id), noOfGroups: rows[0]?.no_of_groups ?? 0 };
}

function readKept(
  ctx: Context,
  reading: Reading,
  key: RawBuilder<unknown>,
  isByMonth: boolean,
): Promise<GroupedSums> {
  const request = requestOf(reading, key);
  const isKept = Object.entries(reading.filters).every(
    ([name, value]) => value === undefined || keptFilters.has(name),
  );
  return isKept ? sumsOfDays(ctx.db, request, { isByMonth }) : sumsOfLog(ctx.db, request);
}

function requestOf(
  { by, dateFrom, dateTo, filters, distance }: Reading,
  key: RawBuilder<unknown>,
): SumsRequest {
  const joined = isGrain(by) ? { joined: periodOf(by, distance) } : {};
  return { dateFrom, dateTo, key, where: logConditions(filters), ...joined };
}

function keyOf(by: Breakdown): RawBuilder<unknown> {
  if (isGrain(by)) return sql.ref("e.day");
  if (by === "contactCompany") return sql.ref("e.company_id");
  return sql.ref(by === "evaluation" ? "e.evaluation" : `e.${by}_id`);
}

/** The first day of the period in which a day lies, or would if it were moved. */
function periodOf(
  grain: Grain,
  distance: Distance | null,
): (day: RawBuilder<unknown>) => RawBuilder<unknown> {
  const { months, days } = distance ?? { months: 0, days: 0 };
  return (day) =>
    sql`date_trunc(${sql.lit(grain)}, ${day} + make_interval(months => ${months}, days => ${days}))::date`;
}

function isOfContacts(by: Breakdown): boolean {
  return by === "contact" || by === "contactCompany";
}
