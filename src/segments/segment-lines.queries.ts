import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { findDetailed } from "#contacts/index.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type {
  listContactSegmentLines as contactEndpoint,
  listSegmentLines as listEndpoint,
  SegmentLine,
} from "./segment-lines.contract.ts";
import { getSegmentRow, isAbout } from "./segments.queries.ts";

/** A line with what is looked up for it. */
export interface LineRow {
  readonly segment_id: number;
  readonly segment_no: string;
  readonly segment_description: string | null;
  readonly line_no: number;
  readonly contact_id: number;
  readonly contact_no: string | null;
  readonly contact_name: string | null;
  readonly company_no: string | null;
  readonly company_name: string | null;
  readonly phone_no: string | null;
  readonly mobile_phone_no: string | null;
  readonly email: string | null;
  readonly contact_alt_address_code: string | null;
  readonly campaign_no: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly description: string | null;
  readonly date: string;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`l.segment_id, g.no as segment_no, g.description as segment_description, l.line_no, l.contact_id,
  c.no as contact_no, case when c.type = 'person' then c.name end as contact_name,
  k.no as company_no, k.name as company_name, c.phone_no, c.mobile_phone_no, c.email, l.contact_alt_address_code,
  (select no from campaigns where id = l.campaign_id) as campaign_no, s.code as salesperson_code,
  s.name as salesperson_name, l.description, l.date, l.version, l.last_modified_at`;
const from = sql`segment_lines l join segments g on g.id = l.segment_id left join contacts c on c.id = l.contact_id
  left join contacts k on k.id = l.company_id left join salespeople s on s.id = l.salesperson_id`;

export function presentLine(row: LineRow): SegmentLine {
  return {
    segmentNo: row.segment_no,
    segmentDescription: row.segment_description,
    lineNo: row.line_no,
    contactNo: row.contact_no,
    contactName: row.contact_name,
    contactCompanyNo: row.company_no,
    contactCompanyName: row.company_name,
    contactPhoneNo: row.phone_no,
    contactMobilePhoneNo: row.mobile_phone_no,
    contactEmail: row.email,
    contactAltAddressCode: row.contact_alt_address_code,
    campaignNo: row.campaign_no,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    description: row.description,
    date: row.date,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

const lineNo = { expression: sql.ref("l.line_no"), type: "bigint" } as const;
const orders = { lineNo: [lineNo] } as const;
const contactOrders = {
  date: [
    { expression: sql.ref("l.date"), type: "date" },
    { expression: sql.ref("l.segment_id"), type: "integer" },
    lineNo,
  ],
} as const;

/** @throws NotFound `not_found` */
export async function listSegmentLines(
  db: Db,
  no: string,
  query: Output<NonNullable<typeof listEndpoint.query>>,
) {
  const { id } = await getSegmentRow(db, no);
  const { search, contactNo, salespersonCode } = query;
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    sql`l.segment_id = ${id}`,
    search !== undefined && containsWords(sql`concat_ws(' ', c.no, c.name, k.name)`, search),
    contactNo &&
      sql`l.contact_id = any(array(select contact_id from contact_numbers where no = any(${contactNo}::text[])))`,
    salespersonCode && sql`s.code = any(${salespersonCode}::text[])`,
  ];
  const where = allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
  return fetchPage(db, { columns, from, where, orders, defaultSort: "lineNo" }, query, presentLine);
}

/** @throws NotFound `contact_not_found` */
export async function listContactSegmentLines(
  db: Db,
  no: string,
  query: Output<NonNullable<typeof contactEndpoint.query>>,
) {
  const { id } = await findDetailed(db, no);
  const where = isAbout(sql`array[${id}::bigint]`) as RawBuilder<SqlBool>;
  const source = { columns, from, where, orders: contactOrders, defaultSort: "-date" } as const;
  return fetchPage(db, source, query, presentLine);
}

/** @throws NotFound `not_found` */
export async function getLineRow(db: Db, no: string, wanted: number, lock = false): Promise<LineRow> {
  const { rows } = await sql<LineRow>`
    select ${columns} from ${from}
     where g.no = ${no} and l.line_no = ${wanted} ${lock ? sql`for update of l` : sql``}`.execute(db);
  if (!rows[0])
    throw new NotFound("not_found", { key: `${no} ${wanted}` }, [{ path: "lineNo", code: "not_found" }]);
  return rows[0];
}

/** @throws NotFound `not_found` */
export async function getSegmentLine(db: Db, no: string, wanted: number): Promise<SegmentLine> {
  return presentLine(await getLineRow(db, no, wanted));
}

/** Lines of a segment between two numbers, both included, in their order. */
export async function readLines(
  db: Db,
  segmentId: number,
  first: number,
  last: number,
): Promise<SegmentLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from ${from}
     where l.segment_id = ${segmentId} and l.line_no between ${first} and ${last} order by l.line_no`.execute(
    db,
  );
  return rows.map(presentLine);
}
