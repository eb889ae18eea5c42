import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { listOpportunities as listEndpoint, Opportunity } from "./opportunities.contract.ts";
import type { OpportunityStatus } from "./opportunities.rules.ts";

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
  readonly campaign_no: string | null;
  readonly sales_cycle_code: string | null;
  readonly segment_no: string | null;
  readonly segment_description: string | null;
  readonly status: OpportunityStatus;
  readonly creation_date: string;
  readonly closed: boolean;
  readonly date_closed: string | null;
  readonly comment_count: number;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`o.id, o.no, o.description, o.contact_id, c.no as contact_no, c.name as contact_name, o.company_id,
  k.no as company_no, k.name as company_name, s.code as salesperson_code, s.name as salesperson_name,
  (select no from contacts where id = o.former_contact_id) as former_contact_no,
  (select no from campaigns where id = o.campaign_id) as campaign_no,
  (select code from sales_cycles where id = o.sales_cycle_id) as sales_cycle_code,
  o.segment_no, o.segment_description, o.status, o.creation_date, o.closed, o.date_closed, o.comment_count,
  o.version, o.last_modified_at`;
const from = sql`opportunities o left join contacts c on c.id = o.contact_id
  left join contacts k on k.id = o.company_id left join salespeople s on s.id = o.salesperson_id`;

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
    creationDate: row.creation_date,
    closed: row.closed,
    dateClosed: row.date_closed,
    hasComment: row.comment_count > 0,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const no = { expression: sql.ref("o.no"), type: "text" } as const;
const named = (expression: RawBuilder<unknown>) =>
  ({ expression, type: "text", collation: "fi-x-icu" }) as const;
const orders = {
  creationDate: [{ expression: sql.ref("o.creation_date"), type: "date" }, no],
  no: [no],
  description: [named(sql.ref("o.description")), no],
  contactName: [named(sql`coalesce(c.name, '')`), no],
  salespersonCode: [{ expression: sql`coalesce(s.code, '')`, type: "text" }, no],
  status: [{ expression: sql.ref("o.status"), type: "text" }, no],
} as const;

export function listOpportunities(db: Db, query: ListQuery) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "-creationDate" } as const;
  return fetchPage(db, source, query, presentOpportunity);
}

function matching(filters: ListQuery): RawBuilder<SqlBool> {
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
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

function isContact(column: string, nos: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = any(array(select contact_id from contact_numbers where no = any(${nos}::text[])))`;
}

/** @throws NotFound `not_found` */
export async function getOpportunityRow(db: Db, no: string, lock = false): Promise<OpportunityRow> {
  const { rows } = await sql<OpportunityRow>`
    select ${columns} from ${from} where o.no = ${no} ${lock ? sql`for update of o` : sql``}`.execute(db);
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
    select ${columns} from ${from} where o.id = any(${ids}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, presentOpportunity(row)]));
}
