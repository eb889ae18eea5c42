import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { listSegments as listEndpoint, Segment } from "./segments.contract.ts";

/** A segment with the codes behind its ids. */
export interface SegmentRow {
  readonly id: number;
  readonly no: string;
  readonly description: string | null;
  readonly campaign_id: number | null;
  readonly campaign_no: string | null;
  readonly campaign_description: string | null;
  readonly salesperson_id: number | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly date: string;
  readonly no_series: string | null;
  readonly line_count: number;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`g.id, g.no, g.description, g.campaign_id, k.no as campaign_no, k.description as campaign_description,
  g.salesperson_id, s.code as salesperson_code, s.name as salesperson_name, g.date,
  (select code from number_series where id = g.no_series_id) as no_series,
  (select count(*) from segment_lines l where l.segment_id = g.id) as line_count, g.version, g.last_modified_at`;
const from = sql`segments g left join campaigns k on k.id = g.campaign_id
  left join salespeople s on s.id = g.salesperson_id`;

export function presentSegment(row: SegmentRow): Segment {
  return {
    no: row.no,
    description: row.description,
    campaignNo: row.campaign_no,
    campaignDescription: row.campaign_description,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    date: row.date,
    noSeries: row.no_series,
    lineCount: row.line_count,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const no = { expression: sql.ref("g.no"), type: "text" } as const;
const orders = {
  date: [{ expression: sql.ref("g.date"), type: "date" }, no],
  no: [no],
  description: [{ expression: sql`coalesce(g.description, '')`, type: "text", collation: "fi-x-icu" }, no],
  campaignNo: [{ expression: sql`coalesce(k.no, '')`, type: "text" }, no],
  salespersonCode: [{ expression: sql`coalesce(s.code, '')`, type: "text" }, no],
} as const;

export function listSegments(db: Db, query: ListQuery) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "-date" } as const;
  return fetchPage(db, source, query, presentSegment);
}

function matching(filters: ListQuery): RawBuilder<SqlBool> {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    containsWords(sql`concat_ws(' ', g.no, g.description)`, filters.search),
    filters.no && sql`g.no = any(${filters.no}::text[])`,
    filters.campaignNo && sql`k.no = any(${filters.campaignNo}::text[])`,
    filters.salespersonCode && sql`s.code = any(${filters.salespersonCode}::text[])`,
    filters.contactNo && holds(sql`l.contact_id = any(${idsOf(filters.contactNo)})`),
    filters.aboutContactNo && holds(isAbout(idsOf(filters.aboutContactNo))),
    filters.dateFrom !== undefined && sql`g.date >= ${filters.dateFrom}::date`,
    filters.dateTo !== undefined && sql`g.date <= ${filters.dateTo}::date`,
    filters.isEmpty !== undefined &&
      sql`exists (select from segment_lines l where l.segment_id = g.id) <> ${filters.isEmpty}`,
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

function idsOf(nos: readonly string[]): RawBuilder<unknown> {
  return sql`array(select contact_id from contact_numbers where no = any(${nos}::text[]))`;
}

function holds(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`g.id in (select l.segment_id from segment_lines l where ${condition})`;
}

/** Lines `l` of the contacts, of a company its people's too; found by the key, which begins with the contact. */
export function isAbout(ids: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`l.contact_id = any(array(select id from contacts where id = any(${ids}) or company_id = any(${ids})))`;
}

/** What lines take from their segment. */
export interface SegmentHead {
  readonly id: number;
  readonly no: string;
  readonly description: string | null;
  readonly campaignId: number | null;
  readonly salespersonId: number | null;
  readonly date: string;
}

/**
 * The segment, neither changed nor deleted until the transaction ends; who adds lines numbers them one after another.
 * Contacts are locked before it, lines after it.
 *
 * @throws NotFound `not_found`
 */
export async function lockSegment(tx: Tx, no: string): Promise<SegmentHead> {
  const { rows } = await sql<SegmentHead>`
    select id, no, description, campaign_id as "campaignId", salesperson_id as "salespersonId", date
      from segments where no = ${no} for update`.execute(tx);
  if (!rows[0]) throw segmentNotFound(no);
  return rows[0];
}

function segmentNotFound(no: string): NotFound {
  return new NotFound("not_found", { key: no }, [{ path: "segmentNo", code: "not_found" }]);
}

/** @throws NotFound `not_found` */
export async function getSegmentRow(db: Db, no: string): Promise<SegmentRow> {
  const { rows } = await sql<SegmentRow>`select ${columns} from ${from} where g.no = ${no}`.execute(db);
  if (!rows[0]) throw segmentNotFound(no);
  return rows[0];
}

/** @throws NotFound `not_found` */
export async function getSegment(db: Db, no: string): Promise<Segment> {
  return presentSegment(await getSegmentRow(db, no));
}
