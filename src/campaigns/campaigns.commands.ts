import { sql, type Updateable } from "kysely";
import type { Context } from "#app/database.ts";
import { giveRecordNo, refuseManualNo } from "#numbering/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict, Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { findUsersSalespersonCode, refuseNewlyChosen } from "#salespeople/index.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import type { Campaign, CampaignChanges, NewCampaign } from "./campaigns.contract.ts";
import { getCampaign, getCampaignRow, presentCampaign } from "./campaigns.queries.ts";
import { refuseDates } from "./campaigns.rules.ts";
import type { CampaignsTables } from "./campaigns.tables.ts";

const constraint = "campaigns_no_key";
const references = { statusCode: "campaign_statuses", salespersonCode: "salespeople" } as const;

/**
 * @throws Invalid `not_found`, `campaign_dates`, `salesperson_blocked`; Conflict `duplicate`, `manual_no`,
 * `setup_missing`
 */
export function createCampaign(ctx: Context, input: NewCampaign): Promise<Campaign> {
  return inTransaction(ctx, async (tx) => {
    // G-7
    const salespersonCode =
      input.salespersonCode === undefined ? await findUsersSalespersonCode(tx) : input.salespersonCode;
    const columns = await columnsOf(tx, { ...input, salespersonCode }, null);
    const no = await giveRecordNo(tx, "campaigns", input.no);
    const values = {
      description: null,
      status_id: null,
      starting_date: null,
      ending_date: null,
      salesperson_id: null,
      ...columns,
      no,
    };
    await refusingDuplicates({ constraint, key: no, path: "no" }, () =>
      tx.db.insertInto("campaigns").values(values).execute(),
    );
    const campaign = await getCampaign(tx.db, no);
    await recordChange(tx, {
      action: "campaign.created",
      resource: "campaigns",
      key: no,
      changes: differences({}, campaign, ["version", "lastModifiedAt"]),
    });
    return campaign;
  });
}

/** @throws NotFound, Stale, and what creating throws */
export function changeCampaign(
  ctx: Context,
  no: string,
  input: CampaignChanges,
  ifMatch: number | null,
): Promise<Campaign> {
  return inTransaction(ctx, async (tx) => {
    const row = await getCampaignRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    const before = presentCampaign(row);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    if (Object.keys(differences<object>(before, given)).length === 0) return before;
    if (input.no !== undefined && input.no !== no) await refuseManualNo(tx.db, "campaigns");
    const columns = await columnsOf(tx, input, before);
    await refusingDuplicates({ constraint, key: input.no ?? no, path: "no" }, () =>
      tx.db
        .updateTable("campaigns")
        .set({ ...columns, version: row.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", row.id)
        .execute(),
    );
    const after = await getCampaign(tx.db, input.no ?? no);
    await recordChange(tx, {
      action: "campaign.changed",
      resource: "campaigns",
      key: no,
      changes: differences(before, after, ["version", "lastModifiedAt", "salespersonName"]),
    });
    return after;
  });
}

/**
 * Deletes a campaign with its entries (C-12). Closed opportunities and tasks forget it.
 *
 * @throws NotFound, Stale, Conflict `campaign_in_use` with what names it
 */
export function deleteCampaign(ctx: Context, no: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getCampaignRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    const { rows } = await sql<{ used_by: string }>`
      select 'interaction-log-entries' as used_by
       where exists (select from interaction_log_entries where campaign_id = ${row.id})
      union all select 'interaction-templates'
       where exists (select from interaction_templates where campaign_id = ${row.id})
      union all select 'opportunities'
       where exists (select from opportunities where campaign_id = ${row.id} and not closed)
      union all select 'segments'
       where exists (select from segments where campaign_id = ${row.id})
          or exists (select from segment_lines where campaign_id = ${row.id})
      union all select 'tasks' where exists (select from tasks where campaign_id = ${row.id} and not closed)
    `.execute(tx.db);
    const usedBy = rows.map((use) => use.used_by);
    if (usedBy.length > 0) throw new Conflict("campaign_in_use", { key: no, usedBy });
    await tx.db.deleteFrom("campaigns").where("id", "=", row.id).execute();
    await recordChange(tx, {
      action: "campaign.deleted",
      resource: "campaigns",
      key: no,
      changes: { description: [row.description, null] },
    });
  });
}

/** The columns of the fields that are given. */
async function columnsOf(
  tx: TransactionContext,
  input: CampaignChanges | NewCampaign,
  before: Campaign | null,
): Promise<Updateable<CampaignsTables["campaigns"]>> {
  const { rows, notFound } = await resolveReferences(tx.db, references, input);
  refuseUnknownReferences(notFound);
  refuseNewlyChosen(rows.salespersonCode, before?.salespersonCode ?? null);
  const dates = {
    startingDate: input.startingDate === undefined ? (before?.startingDate ?? null) : input.startingDate,
    endingDate: input.endingDate === undefined ? (before?.endingDate ?? null) : input.endingDate,
  };
  const wrong = refuseDates(dates, input as Partial<typeof dates>);
  if (wrong) throw new Invalid(wrong.code, wrong.values ?? {}, [wrong]);
  return {
    ...(input.no != null && { no: input.no }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.statusCode !== undefined && { status_id: rows.statusCode?.id ?? null }),
    ...(input.startingDate !== undefined && { starting_date: input.startingDate }),
    ...(input.endingDate !== undefined && { ending_date: input.endingDate }),
    ...(input.salespersonCode !== undefined && { salesperson_id: rows.salespersonCode?.id ?? null }),
  };
}
