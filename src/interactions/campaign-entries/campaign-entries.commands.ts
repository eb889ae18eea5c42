import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { forgetTrail } from "../forget-trail.ts";
import type { CampaignEntry } from "./campaign-entries.contract.ts";
import { campaignEntryNotFound, getCampaignEntry, matching } from "./campaign-entries.queries.ts";

interface LockedEntry {
  readonly entry_no: number;
  readonly canceled: boolean;
  readonly version: number;
}

async function lockEntry(tx: Tx, entryNo: number): Promise<LockedEntry> {
  const { rows } = await sql<LockedEntry>`
    select entry_no, canceled, version from campaign_entries where entry_no = ${entryNo} for update`.execute(
    tx,
  );
  if (!rows[0]) throw campaignEntryNotFound(entryNo);
  return rows[0];
}

/**
 * Cancels a campaign entry or undoes that, and does the same to all its interactions (campaigns C-3). What is
 * logged for the campaign afterwards gets another entry.
 *
 * @throws NotFound, Stale
 */
export function setCampaignEntryCanceled(
  ctx: Context,
  entryNo: number,
  canceled: boolean,
  ifMatch: number | null,
): Promise<CampaignEntry> {
  return inTransaction(ctx, async (tx) => {
    const entry = await lockEntry(tx.db, entryNo);
    expectVersion(entry, ifMatch);
    if (entry.canceled === canceled) return getCampaignEntry(tx, entryNo);
    await sql`
      update campaign_entries set canceled = ${canceled}, current = false, version = version + 1, last_modified_at = now()
       where entry_no = ${entryNo}`.execute(tx.db);
    const interactions = await setInteractionsCanceled(tx, entryNo, canceled);
    await recordChange(tx, {
      action: canceled ? "campaignEntry.canceled" : "campaignEntry.reinstated",
      resource: "campaign-entries",
      key: entryNo,
      changes: { interactions },
    });
    return getCampaignEntry(tx, entryNo);
  });
}

async function setInteractionsCanceled(
  tx: TransactionContext,
  entryNo: number,
  canceled: boolean,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with written as (
      update interaction_log_entries
         set canceled = ${canceled}, canceled_at = ${canceled ? sql`now()` : null},
             canceled_by = ${canceled ? tx.actor.name : null}, cancel_reason = null,
             version = version + 1, last_modified_at = now()
       where campaign_entry_no = ${entryNo} and canceled <> ${canceled}
         -- what was corrected stays canceled: the one in its place counts
         and (${canceled} or corrected_by_entry_no is null)
      returning happened_at
    ), changed_days as (
      ${changedDaysOf("written")}
    )
    select count(*) as count from written`.execute(tx.db);
  return rows[0]!.count;
}

/** @throws NotFound, Conflict `not_deletable` unless it is canceled */
export function deleteCampaignEntry(ctx: Context, entryNo: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const entry = await lockEntry(tx.db, entryNo);
    if (!entry.canceled) throw new Conflict("not_deletable", { entryNos: [entryNo] });
    await deleteWithInteractions(tx, [entryNo]);
  });
}

export interface CanceledFilter {
  readonly entryNos?: readonly number[] | undefined;
  readonly campaignNo?: string | undefined;
  readonly salespersonCode?: string | undefined;
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}

/** Deletes canceled campaign entries with their interactions; answers how many entries (campaigns C-3). */
export function deleteCanceledCampaignEntries(ctx: Context, filter: CanceledFilter): Promise<number> {
  const { entryNos, campaignNo, salespersonCode, dateFrom, dateTo } = filter;
  const where = matching({
    canceled: true,
    campaignNo: campaignNo === undefined ? undefined : [campaignNo.trim().toUpperCase()],
    salespersonCode: salespersonCode === undefined ? undefined : [salespersonCode.trim().toUpperCase()],
    dateFrom,
    dateTo,
  });
  const named = entryNos ? sql`k.entry_no = any(${entryNos}::int[])` : sql`true`;
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ entry_no: number }>`
      select k.entry_no from campaign_entries k where ${where} and ${named} order by k.entry_no for update`.execute(
      tx.db,
    );
    const found = rows.map((row) => row.entry_no);
    if (found.length > 0) await deleteWithInteractions(tx, found);
    return found.length;
  });
}

async function deleteWithInteractions(tx: TransactionContext, entryNos: readonly number[]): Promise<void> {
  const { rows } = await sql<{ gone: number[]; attached: number[] }>`
    with written as (
      delete from interaction_log_entries where campaign_entry_no = any(${entryNos}::bigint[])
      returning contact_id, entry_no, happened_at, attachment_no
    ), comments as (
      delete from interaction_comments c using written
       where c.contact_id = written.contact_id and c.entry_no = written.entry_no
    ), changed_days as (
      ${changedDaysOf("written")}
    )
    select coalesce(json_agg(entry_no), '[]') as gone, coalesce(json_agg(attachment_no) filter (where attachment_no is not null), '[]') as attached
      from written`.execute(tx.db);
  const { gone, attached } = rows[0]!;
  await forgetTrail(tx.db, gone);
  await discardAttachments(tx, attached);
  await sql`delete from campaign_entries where entry_no = any(${entryNos}::int[])`.execute(tx.db);
  const [first] = entryNos;
  await recordChange(tx, {
    action: entryNos.length === 1 ? "campaignEntry.deleted" : "campaignEntries.deleted",
    resource: "campaign-entries",
    key: first!,
    changes: { entryNos, interactions: gone.length },
  });
}
