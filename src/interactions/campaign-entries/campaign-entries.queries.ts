import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { Language } from "#platform/context.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { interactionsTexts as english } from "../texts.en.ts";
import { interactionsTexts as finnish } from "../texts.fi.ts";
import type { CampaignEntry, listCampaignEntries as listEndpoint } from "./campaign-entries.contract.ts";

interface EntryRow {
  readonly entry_no: number;
  readonly campaign_no: string;
  readonly description: string | null;
  readonly date: string;
  readonly segment_no: string | null;
  readonly logged_segment_entry_no: number | null;
  readonly document_type: string | null;
  readonly salesperson_code: string | null;
  readonly user_id: string;
  readonly canceled: boolean;
  readonly no_of_interactions: number;
  readonly cost: string;
  readonly duration_min: number;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`k.entry_no, c.no as campaign_no, k.description, k.date, k.segment_no, k.logged_segment_entry_no,
  k.document_type, s.code as salesperson_code, k.user_id, k.canceled, sums.no_of_interactions, sums.cost,
  sums.duration_min, k.version, k.last_modified_at`;
const from = sql`campaign_entries k join campaigns c on c.id = k.campaign_id
  left join salespeople s on s.id = k.salesperson_id
  cross join lateral (
    select count(*) as no_of_interactions, coalesce(sum(e.cost), 0) as cost,
           coalesce(sum(e.duration_min), 0) as duration_min
      from interaction_log_entries e
     where e.campaign_entry_no = k.entry_no and e.canceled = k.canceled and not e.postponed) sums`;

const unnamed: Record<Language, string> = {
  en: english.campaignEntries.unnamed,
  fi: finnish.campaignEntries.unnamed,
};

function present(language: Language) {
  return (row: EntryRow): CampaignEntry => ({
    entryNo: row.entry_no,
    campaignNo: row.campaign_no,
    description: row.description ?? unnamed[language],
    date: row.date,
    segmentNo: row.segment_no,
    loggedSegmentEntryNo: row.logged_segment_entry_no,
    documentType: row.document_type,
    salespersonCode: row.salesperson_code,
    userId: row.user_id,
    canceled: row.canceled,
    noOfInteractions: row.no_of_interactions,
    cost: Number(row.cost),
    durationMin: Number(row.duration_min),
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  });
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const entryNo = { expression: sql.ref("k.entry_no"), type: "integer" } as const;
const orders = {
  entryNo: [entryNo],
  date: [{ expression: sql.ref("k.date"), type: "date" }, entryNo],
} as const;

export function listCampaignEntries({ db, language }: Context, query: ListQuery) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "-entryNo" } as const;
  return fetchPage(db, source, query, present(language));
}

/** Conditions on `campaign_entries k`. */
export function matching(filters: {
  readonly campaignNo?: readonly string[] | undefined;
  readonly segmentNo?: readonly string[] | undefined;
  readonly salespersonCode?: readonly string[] | undefined;
  readonly canceled?: boolean | undefined;
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}): RawBuilder<SqlBool> {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    filters.campaignNo &&
      sql`k.campaign_id = any(array(select id from campaigns where no = any(${filters.campaignNo}::text[])))`,
    filters.segmentNo && sql`k.segment_no = any(${filters.segmentNo}::text[])`,
    filters.salespersonCode &&
      sql`k.salesperson_id = any(array(select id from salespeople where code = any(${filters.salespersonCode}::text[])))`,
    filters.canceled !== undefined && sql`k.canceled = ${filters.canceled}`,
    filters.dateFrom !== undefined && sql`k.date >= ${filters.dateFrom}::date`,
    filters.dateTo !== undefined && sql`k.date <= ${filters.dateTo}::date`,
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

/** @throws NotFound `not_found` */
export async function getCampaignEntry({ db, language }: Context, entryNo: number): Promise<CampaignEntry> {
  const { rows } = await sql<EntryRow>`select ${columns} from ${from} where k.entry_no = ${entryNo}`.execute(
    db,
  );
  if (!rows[0]) throw campaignEntryNotFound(entryNo);
  return present(language)(rows[0]);
}

export function campaignEntryNotFound(entryNo: number): NotFound {
  return new NotFound("not_found", { key: entryNo }, [{ path: "campaignEntryNo", code: "not_found" }]);
}
