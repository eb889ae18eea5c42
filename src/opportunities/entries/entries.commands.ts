import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { type Referred, refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { closedValues, proposedDate, refuseClosing } from "../estimates.rules.ts";
import type { Opportunity } from "../opportunities.contract.ts";
import { getOpportunity, getOpportunityRow, type OpportunityRow } from "../opportunities.queries.ts";
import { isClosed } from "../opportunities.rules.ts";
import type { FirstStage, OpportunityClosing, OpportunityMove } from "./entries.contract.ts";
import {
  endActive,
  move,
  type NewEntry,
  recordEntry,
  setStatus,
  throwInvalid,
  writeEntry,
} from "./write-entry.commands.ts";

/** @throws NotFound, Stale, and what moving refuses */
export function updateOpportunity(
  ctx: Context,
  no: string,
  wanted: OpportunityMove,
  ifMatch: number | null,
): Promise<Opportunity> {
  return changing(ctx, no, ifMatch, (tx, row) => move(tx, row, wanted));
}

/** O-6. @throws NotFound, Stale, and what moving refuses */
export function activateFirstStage(
  ctx: Context,
  no: string,
  values: FirstStage,
  ifMatch: number | null,
): Promise<Opportunity> {
  return changing(ctx, no, ifMatch, (tx, row) => move(tx, row, { ...values, actionType: "first" }));
}

/**
 * O-15.
 *
 * @throws NotFound, Stale, Conflict `opportunity_closed`, Invalid `not_found` and about the values
 */
export function closeOpportunity(
  ctx: Context,
  no: string,
  input: OpportunityClosing,
  ifMatch: number | null,
): Promise<Opportunity> {
  return changing(ctx, no, ifMatch, async (tx, row) => {
    if (isClosed(row.status)) throw new Conflict("opportunity_closed", { key: no });
    const today = localMoment(tx.now, tx.timeZone).date;
    const since = row.date_of_change ?? row.creation_date;
    const code = await findCode(tx, input.closeOpportunityCode ?? null);
    const closing = {
      status: input.status ?? null,
      closeOpportunityCode: input.closeOpportunityCode ?? null,
      closingDate: input.closingDate === undefined ? proposedDate(today, since) : input.closingDate,
      sales: input.sales ?? null,
    };
    throwInvalid(refuseClosing(closing, code?.type ?? null, since));
    const values = closedValues(closing.status!, closing.sales);
    const entry: NewEntry = {
      stage: 0,
      stage_description: null,
      previous_stage: row.stage ?? 0,
      date_of_change: closing.closingDate!,
      date_closed: closing.closingDate,
      action_taken: closing.status,
      estimated_value: row.estimated_value ?? "0",
      calcd_current_value: values.calcdCurrentValue,
      completed: String(values.completed),
      chances_of_success: String(values.chancesOfSuccess),
      probability: String(values.probability),
      close_opportunity_code_id: code!.id,
      estimated_close_date: closing.closingDate!,
    };
    await writeEntry(tx, row, entry, closing.status!);
    await recordEntry(tx, no, "closed", row, entry);
  });
}

async function findCode(
  tx: TransactionContext,
  closeOpportunityCode: string | null,
): Promise<Referred<"close_opportunity_codes"> | null> {
  const fields = { closeOpportunityCode: "close_opportunity_codes" } as const;
  const { rows, notFound } = await resolveReferences(tx.db, fields, { closeOpportunityCode });
  refuseUnknownReferences(notFound);
  return rows.closeOpportunityCode;
}

/**
 * O-20: on the stage where it stood, as it was there; what was closed before its first stage is not started again.
 *
 * @throws NotFound, Stale, Conflict `opportunity_not_closed`
 */
export function reopenOpportunity(ctx: Context, no: string, ifMatch: number | null): Promise<Opportunity> {
  return changing(ctx, no, ifMatch, async (tx, row) => {
    if (!isClosed(row.status)) throw new Conflict("opportunity_not_closed", { key: no });
    const today = proposedDate(localMoment(tx.now, tx.timeZone).date, row.date_of_change);
    const before = await findEntryBefore(tx, row.id);
    if (!before) {
      await endActive(tx, row.id, today);
      await setStatus(tx, row, "notStarted", null);
      await recordChange(tx, { action: "opportunity.reopened", resource: "opportunities", key: no });
      return;
    }
    const entry: NewEntry = {
      ...before,
      previous_stage: 0,
      date_of_change: today,
      date_closed: null,
      action_taken: "updated",
      close_opportunity_code_id: null,
    };
    await writeEntry(tx, row, entry, "inProgress");
    await recordEntry(tx, no, "reopened", row, entry);
  });
}

/** The last entry on a stage. */
async function findEntryBefore(tx: TransactionContext, opportunityId: number) {
  return tx.db
    .selectFrom("opportunity_entries as e")
    .innerJoin("sales_cycle_stages as s", (join) =>
      join.onRef("s.sales_cycle_id", "=", "e.sales_cycle_id").onRef("s.stage", "=", "e.stage"),
    )
    .select([
      "e.stage",
      "e.stage_description",
      "e.estimated_value",
      "e.calcd_current_value",
      "e.completed",
      "e.chances_of_success",
      "e.probability",
      "e.estimated_close_date",
    ])
    .where("e.opportunity_id", "=", opportunityId)
    .orderBy("e.entry_no", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Locks the opportunity, checks what its caller has seen, and answers what has become of it. */
function changing(
  ctx: Context,
  no: string,
  ifMatch: number | null,
  change: (tx: TransactionContext, row: OpportunityRow) => Promise<void>,
): Promise<Opportunity> {
  return inTransaction(ctx, async (tx) => {
    const row = await getOpportunityRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    await change(tx, row);
    return getOpportunity(tx.db, no);
  });
}
