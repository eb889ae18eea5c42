import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { z } from "zod";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type {
  listOpportunities as listEndpoint,
  Opportunity,
  opportunityFilters,
} from "./opportunities.contract.ts";
import type { OpportunityStatus, Priority } from "./opportunities.rules.ts";

/** An opportunity with the numbers, codes and names behind its ids. */
export interface OpportunityRow {
  readonly id: number;
  readonly no: string;
  readonly description: string;
  readonly contact_id: number | null;
  readonly contact_no: string | null;
  readonly contact_name: string | null;
  readonly company_id: number | null;
  readonly company_no: string | null;
  readonly company_name: string | null;
  readonly former_contact_no: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly salesperson_id: number | null;
  readonly campaign_id: number | null;
  readonly campaign_no: string | null;
  readonly sales_cycle_id: number | null;
  readonly sales_cycle_code: string | null;
  readonly segment_no: string | null;
  readonly segment_description: string | null;
  readonly status: OpportunityStatus;
  readonly priority: Priority;
  readonly creation_date: string;
  readonly closed: boolean;
  readonly date_closed: string | null;
  /** These of the active entry; `null` where it has none. */
  readonly stage: number | null;
  readonly stage_description: string | null;
  readonly date_of_change: string | null;
  readonly estimated_value: string | null;
  readonly calcd_current_value: string | null;
  readonly completed: string | null;
  readonly chances_of_success: string | null;
  readonly probability: string | null;
  readonly estimated_close_date: string | null;
  readonly close_opportunity_code: string | null;
  readonly comment_count: number;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`o.id, o.no, o.description, o.contact_id, c.no as contact_no, c.name as contact_name, o.company_id,
  k.no as company_no, k.name as company_name, s.code as salesperson_code, s.name as salesperson_name,
  (select no from contacts where id = o.former_contact_id) as former_contact_no,
  o.salesperson_id, o.campaign_id, o.sales_cycle_id,
  (select no from campaigns where id = o.campaign_id) as campaign_no, y.code as sales_cycle_code,
  o.segment_no, o.segment_description, o.status, o.priority, a.stage, a.stage_description, a.date_of_change,
  a.estimated_value, a.calcd_current_value, a.completed, a.chances_of_success, a.probability, a.estimated_close_date,
  (select code from close_opportunity_codes where id = a.close_opportunity_code_id) as close_opportunity_code,
  o.creation_date, o.closed, o.date_closed, o.comment_count,
  o.version, o.last_modified_at`;
export const opportunitiesWithEntries = sql`opportunities o left join contacts c on c.id = o.contact_id
  left join contacts k on k.id = o.company_id left join salespeople s on s.id = o.salesperson_id
  left join sales_cycles y on y.id = o.sales_cycle_id
  left join opportunity_entries a on a.opportunity_id = o.id and a.active`;

const numberOf = (decimal: string | null) => (decimal === null ? null : Number(decimal));

export function presentOpportunity(row: OpportunityRow): Opportunity {
  return {
    no: row.no,
    description: row.description,
    contactNo: row.contact_no,
    contactName: row.contact_name,
    contactCompanyNo: row.company_no,
    contactCompanyName: row.company_name,
    formerContactNo: row.former_contact_no,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    campaignNo: row.campaign_no,
    salesCycleCode: row.sales_cycle_code,
    segmentNo: row.segment_no,
    segmentDescription: row.segment_description,
    status: row.status,
    priority: row.priority,
    creationDate: row.creation_date,
    closed: row.closed,
    dateClosed: row.date_closed,
    currentStage: row.stage || null,
    currentStageDescription: row.stage_description,
    estimatedValue: numberOf(row.estimated_value),
    calcdCurrentValue: numberOf(row.calcd_current_value),
    completed: numberOf(row.completed),
    chancesOfSuccess: numberOf(row.chances_of_success),
    probability: numberOf(row.probability),
    estimatedCloseDate: row.estimated_close_date,
    closeOpportunityCode: row.close_opportunity_code,
    hasComment: row.comment_count > 0,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type Filters = z.output<z.ZodObject<typeof opportunityFilters>>;
type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const no = { expression: sql.ref("o.no"), type: "text" } as const;
const named = (expression: RawBuilder<unknown>) =>
  ({ expression, type: "text", collation: "fi-x-icu" }) as const;
/** What has no value yet comes before what is worth nothing. */
const entered = (column: string) =>
  [{ expression: sql`coalesce(${sql.ref(`a.${column}`)}, -1)`, type: "numeric" }, no] as const;
/** What has no day comes last. */
const dated = (column: string) =>
  [{ expression: sql`coalesce(${sql.ref(column)}, '9999-12-31'::date)`, type: "date" }, no] as const;
const orders = {
  creationDate: [{ expression: sql.ref("o.creation_date"), type: "date" }, no],
  no: [no],
  description: [named(sql.ref("o.description")), no],
  contactName: [named(sql`coalesce(c.name, '')`), no],
  salespersonCode: [{ expression: sql`coalesce(s.code, '')`, type: "text" }, no],
  status: [{ expression: sql.ref("o.status"), type: "text" }, no],
  priority: [
    { expression: sql`array_position(array['low', 'normal', 'high'], o.priority)`, type: "integer" },
    no,
  ],
  dateClosed: dated("o.date_closed"),
  salesCycleCode: [{ expression: sql`coalesce(y.code, '')`, type: "text" }, no],
  currentStage: entered("stage"),
  estimatedValue: entered("estimated_value"),
  calcdCurrentValue: entered("calcd_current_value"),
  probability: entered("probability"),
  chancesOfSuccess: entered("chances_of_success"),
  completed: entered("completed"),
  estimatedCloseDate: dated("a.estimated_close_date"),
} as const;

export function listOpportunities(db: Db, query: ListQuery) {
  const source = {
    columns,
    from: opportunitiesWithEntries,
    where: matchingOpportunities(query),
    orders,
    defaultSort: "-creationDate",
  } as const;
  return fetchPage(db, source, query, presentOpportunity);
}

/** Conditions on the rows `o` of `opportunitiesWithEntries`. */
export function matchingOpportunities(filters: Filters): RawBuilder<SqlBool> {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    containsWords(sql`concat_ws(' ', o.no, o.description, c.name)`, filters.search),
    filters.no && sql`o.no = any(${filters.no}::text[])`,
    filters.contactNo && isContact("o.contact_id", filters.contactNo),
    filters.contactCompanyNo && isContact("o.company_id", filters.contactCompanyNo),
    filters.aboutContactNo &&
      sql`(${isContact("o.contact_id", filters.aboutContactNo)} or ${isContact("o.company_id", filters.aboutContactNo)})`,
    filters.salespersonCode && sql`s.code = any(${filters.salespersonCode}::text[])`,
    filters.campaignNo &&
      sql`o.campaign_id = any(array(select id from campaigns where no = any(${filters.campaignNo}::text[])))`,
    filters.salesCycleCode &&
      sql`o.sales_cycle_id = any(array(select id from sales_cycles where code = any(${filters.salesCycleCode}::text[])))`,
    filters.status && sql`o.status = any(${filters.status}::text[])`,
    filters.closed !== undefined && sql`o.closed = ${filters.closed}`,
    filters.creationDateFrom !== undefined && sql`o.creation_date >= ${filters.creationDateFrom}::date`,
    filters.creationDateTo !== undefined && sql`o.creation_date <= ${filters.creationDateTo}::date`,
    filters.dateClosedFrom !== undefined && sql`o.date_closed >= ${filters.dateClosedFrom}::date`,
    filters.dateClosedTo !== undefined && sql`o.date_closed <= ${filters.dateClosedTo}::date`,
    filters.priority && sql`o.priority = any(${filters.priority}::text[])`,
    filters.currentStage && sql`a.stage = any(${filters.currentStage}::int[])`,
    filters.closeOpportunityCode &&
      sql`a.close_opportunity_code_id = any(array(select id from close_opportunity_codes where code = any(${filters.closeOpportunityCode}::text[])))`,
    filters.estimatedCloseDateFrom !== undefined &&
      sql`a.estimated_close_date >= ${filters.estimatedCloseDateFrom}::date`,
    filters.estimatedCloseDateTo !== undefined &&
      sql`a.estimated_close_date <= ${filters.estimatedCloseDateTo}::date`,
    ...between("a.estimated_value", filters.estimatedValueFrom, filters.estimatedValueTo),
    ...between("a.calcd_current_value", filters.calcdCurrentValueFrom, filters.calcdCurrentValueTo),
    ...between("a.probability", filters.probabilityFrom, filters.probabilityTo),
    ...between("a.chances_of_success", filters.chancesOfSuccessFrom, filters.chancesOfSuccessTo),
    ...between("a.completed", filters.completedFrom, filters.completedTo),
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

/** Both bounds are in. */
function between(column: string, from: string | undefined, to: string | undefined) {
  return [
    from !== undefined && sql`${sql.ref(column)} >= ${from}::numeric`,
    to !== undefined && sql`${sql.ref(column)} <= ${to}::numeric`,
  ];
}

function isContact(column: string, nos: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = any(array(select contact_id from contact_numbers where no = any(${nos}::text[])))`;
}

/**
 * @param lock before anything is read: who waited for another change sees the entry that this one made
 * @throws NotFound `not_found`
 */
export async function getOpportunityRow(db: Db, no: string, lock = false): Promise<OpportunityRow> {
  if (lock) await sql`select from opportunities where no = ${no} for update`.execute(db);
  const { rows } = await sql<OpportunityRow>`
    select ${columns} from ${opportunitiesWithEntries} where o.no = ${no}`.execute(db);
  if (!rows[0]) throw new NotFound("not_found", { key: no }, [{ path: "opportunityNo", code: "not_found" }]);
  return rows[0];
}

/** @throws NotFound `not_found` */
export async function getOpportunity(db: Db, no: string): Promise<Opportunity> {
  return presentOpportunity(await getOpportunityRow(db, no));
}

/** Opportunities by their ids. */
export async function listOpportunitiesById(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Opportunity>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OpportunityRow>`
    select ${columns} from ${opportunitiesWithEntries} where o.id = any(${ids}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, presentOpportunity(row)]));
}
