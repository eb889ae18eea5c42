import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type {
  listPartyEntries as contract,
  getPartyEntryTotals,
  PartyEntry,
  PartyEntryTotals,
} from "./party-entries.contract.ts";

/** An entry with its amounts as decimal text. */
export interface EntryRow extends Omit<PartyEntry, "amount" | "profit" | "discount"> {
  readonly amount: string;
  readonly profit: string;
  readonly discount: string;
}

const columns = sql`e.entry_no as "entryNo", e.external_id as "externalId", p.kind, p.no as "partyNo",
  p.name as "partyName", e.document_type as "documentType", e.document_no as "documentNo",
  e.posting_date as "postingDate", e.due_date as "dueDate", e.closed_date as "closedDate",
  e.amount, e.profit, e.discount, e.version, e.last_modified_at as "lastModifiedAt"`;
const from = sql`party_entries e join parties p on p.id = e.party_id`;

export function presentEntry(row: EntryRow): PartyEntry {
  return {
    entryNo: row.entryNo,
    externalId: row.externalId,
    kind: row.kind,
    partyNo: row.partyNo,
    partyName: row.partyName,
    documentType: row.documentType,
    documentNo: row.documentNo,
    postingDate: row.postingDate,
    dueDate: row.dueDate,
    closedDate: row.closedDate,
    amount: Number(row.amount),
    profit: Number(row.profit),
    discount: Number(row.discount),
    version: row.version,
    lastModifiedAt: row.lastModifiedAt,
  };
}

const entryNo = { expression: sql`e.entry_no`, type: "bigint" } as const;
const orders = {
  postingDate: [{ expression: sql`e.posting_date`, type: "date" }, entryNo],
  entryNo: [entryNo],
  amount: [{ expression: sql`e.amount`, type: "numeric" }, entryNo],
} as const;

type Filters = Output<NonNullable<typeof getPartyEntryTotals.query>>;

function matching(query: Filters) {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    containsWords(
      sql`coalesce(e.document_no, '') || ' ' || coalesce(e.external_id, '') || ' ' || p.search_text`,
      query.search,
    ),
    query.kind && sql`p.kind = any(${query.kind}::text[])`,
    query.partyNo && sql`p.no = any(${query.partyNo}::text[])`,
    query.documentType && sql`e.document_type = any(${query.documentType}::text[])`,
    query.externalId !== undefined && sql`e.external_id = ${query.externalId}`,
    query.closed !== undefined && sql`(e.closed_date is not null) = ${query.closed}`,
    query.postingDateFrom !== undefined && sql`e.posting_date >= ${query.postingDateFrom}::date`,
    query.postingDateTo !== undefined && sql`e.posting_date <= ${query.postingDateTo}::date`,
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

/** Sums of entries; nothing is computed in floating point. */
export async function sumEntries(db: Db, query: Filters): Promise<PartyEntryTotals> {
  const { rows } = await sql<
    Record<Exclude<keyof PartyEntryTotals, "noOfEntries">, string> & { count: number }
  >`
    select count(*) as count, coalesce(sum(e.amount), 0) as amount, coalesce(sum(e.profit), 0) as profit,
           coalesce(sum(e.amount) filter (where e.closed_date is null), 0) as "openAmount",
           coalesce(sum(e.discount), 0) as discount
      from ${from} where ${matching(query)}`.execute(db);
  const { count, amount, openAmount, profit, discount } = rows[0]!;
  return {
    noOfEntries: Number(count),
    amount: Number(amount),
    openAmount: Number(openAmount),
    profit: Number(profit),
    discount: Number(discount),
  };
}

export function listEntries(db: Db, query: Output<NonNullable<typeof contract.query>>) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "-postingDate" } as const;
  return fetchPage(db, source, query, (row: EntryRow) => presentEntry(row));
}

/** @throws NotFound `not_found` */
export async function getEntryRow(db: Db, no: number, lock = false): Promise<EntryRow> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from ${from} where e.entry_no = ${no} ${lock ? sql`for update of e` : sql``}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound("not_found", { key: no }, [{ path: "entryNo", code: "not_found" }]);
  return rows[0];
}
