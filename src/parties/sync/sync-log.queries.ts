import { type RawBuilder, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { presentContactNames } from "#contacts/index.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { listSyncLog as contract, SyncLogEntry } from "./sync-log.contract.ts";

type Row = Omit<SyncLogEntry, "contactNo" | "contactName"> & { readonly contactId: number };

const columns = sql`l.entry_no as "entryNo", l.recorded_at as "recordedAt", l.actor, l.direction, l.occasion,
  l.contact_id as "contactId", l.kind, coalesce(p.no, l.party_no) as "partyNo", p.name as "partyName",
  p.id is null as "isPartyDeleted", l.changes`;
const orders = {
  recordedAt: [
    { expression: sql`l.recorded_at`, type: "timestamptz" },
    { expression: sql`l.entry_no`, type: "bigint" },
  ],
} as const;

/** A page of the log; contacts are named by one statement for all rows (SCALE, rule 9). */
export async function listSyncLog(
  { db, timeZone }: Pick<Context, "db" | "timeZone">,
  query: Output<NonNullable<typeof contract.query>>,
) {
  const parties = query.partyNo && {
    ids: sql`select id from parties where no = any(${query.partyNo}::text[])
      and ${query.kind ? sql`kind = any(${query.kind}::text[])` : sql`true`}`,
  };
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    query.contactNo &&
      sql`l.contact_id = any(array(select contact_id from contact_numbers where no = any(${query.contactNo}::text[])))`,
    query.kind && sql`l.kind = any(${query.kind}::text[])`,
    parties && sql`l.party_id = any(array(${parties.ids}))`,
    query.direction && sql`l.direction = any(${query.direction}::text[])`,
    query.recordedFrom !== undefined &&
      sql`l.recorded_at >= (${query.recordedFrom}::date::timestamp at time zone ${timeZone})`,
    query.recordedTo !== undefined &&
      sql`l.recorded_at < ((${query.recordedTo}::date + 1)::timestamp at time zone ${timeZone})`,
  ];
  const source = {
    columns,
    from: sql`sync_log_entries l left join parties p on p.id = l.party_id`,
    where: allOf(conditions.filter((condition) => condition !== undefined && condition !== false)),
    orders,
    defaultSort: "-recordedAt",
  } as const;
  const { items, ...page } = await fetchPage(db, source, query, (row: Row) => row);
  const names = await presentContactNames(
    db,
    items.map(({ contactId }) => contactId),
  );
  return { ...page, items: items.map((row) => present(row, names)) };
}

function present(row: Row, names: Awaited<ReturnType<typeof presentContactNames>>): SyncLogEntry {
  const contact = names.get(row.contactId);
  return {
    entryNo: row.entryNo,
    recordedAt: row.recordedAt,
    actor: row.actor,
    direction: row.direction,
    occasion: row.occasion,
    contactNo: contact?.no ?? "",
    contactName: contact?.name ?? null,
    kind: row.kind,
    partyNo: row.partyNo,
    partyName: row.partyName,
    isPartyDeleted: row.isPartyDeleted,
    changes: row.changes,
  };
}
