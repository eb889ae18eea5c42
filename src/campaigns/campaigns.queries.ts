import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { Campaign, listCampaigns as listEndpoint } from "./campaigns.contract.ts";

/** A campaign with the codes behind its ids. */
export interface CampaignRow {
  readonly id: number;
  readonly no: string;
  readonly description: string | null;
  readonly status_code: string | null;
  readonly starting_date: string | null;
  readonly ending_date: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`c.id, c.no, c.description, t.code as status_code, c.starting_date, c.ending_date,
  s.code as salesperson_code, s.name as salesperson_name, c.version, c.last_modified_at`;
const from = sql`campaigns c left join campaign_statuses t on t.id = c.status_id
  left join salespeople s on s.id = c.salesperson_id`;

export function presentCampaign(row: CampaignRow): Campaign {
  return {
    no: row.no,
    description: row.description,
    statusCode: row.status_code,
    startingDate: row.starting_date,
    endingDate: row.ending_date,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const no = { expression: sql.ref("c.no"), type: "text" } as const;
const orders = {
  no: [no],
  description: [{ expression: sql`coalesce(c.description, '')`, type: "text", collation: "fi-x-icu" }, no],
  startingDate: [{ expression: sql`coalesce(c.starting_date, '0001-01-01')`, type: "date" }, no],
  endingDate: [{ expression: sql`coalesce(c.ending_date, '9999-12-31')`, type: "date" }, no],
} as const;

export function listCampaigns(db: Db, query: ListQuery) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "no" } as const;
  return fetchPage(db, source, query, presentCampaign);
}

function matching({ search, no, statusCode, salespersonCode, runningOn }: ListQuery): RawBuilder<SqlBool> {
  const conditions = [containsWords(sql`concat_ws(' ', c.no, c.description)`, search)];
  if (no) conditions.push(sql<SqlBool>`c.no = any(${no}::text[])`);
  if (statusCode) conditions.push(sql<SqlBool>`t.code = any(${statusCode}::text[])`);
  if (salespersonCode) conditions.push(sql<SqlBool>`s.code = any(${salespersonCode}::text[])`);
  if (runningOn !== undefined)
    conditions.push(
      sql<SqlBool>`${runningOn}::date between coalesce(c.starting_date, '-infinity') and coalesce(c.ending_date, 'infinity')`,
    );
  return allOf(conditions);
}

/** @throws NotFound `not_found` */
export async function getCampaignRow(db: Db, no: string, lock = false): Promise<CampaignRow> {
  const { rows } = await sql<CampaignRow>`
    select ${columns} from ${from} where c.no = ${no} ${lock ? sql`for update of c` : sql``}`.execute(db);
  if (!rows[0]) throw new NotFound("not_found", { key: no }, [{ path: "campaignNo", code: "not_found" }]);
  return rows[0];
}

/** @throws NotFound `not_found` */
export async function getCampaign(db: Db, no: string): Promise<Campaign> {
  return presentCampaign(await getCampaignRow(db, no));
}
