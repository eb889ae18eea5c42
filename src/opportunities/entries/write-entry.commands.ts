import { type Insertable, sql } from "kysely";
import { recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid, invalidField } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import {
  type EnteredValues,
  estimate,
  expectedClose,
  proposedDate,
  refuseValues,
} from "../estimates.rules.ts";
import { decideMove } from "../moves.rules.ts";
import type { OpportunityRow } from "../opportunities.queries.ts";
import { isClosed, type OpportunityStatus } from "../opportunities.rules.ts";
import type { OpportunitiesTables } from "../opportunities.tables.ts";
import type { OpportunityMove } from "./entries.contract.ts";
import { findWay } from "./entries.queries.ts";

type Entry = Insertable<OpportunitiesTables["opportunity_entries"]>;

/** What a new entry says besides whose it is, which is as the opportunity has it. */
export type NewEntry = Pick<
  Entry,
  | "stage"
  | "stage_description"
  | "previous_stage"
  | "date_of_change"
  | "date_closed"
  | "action_taken"
  | "estimated_value"
  | "calcd_current_value"
  | "completed"
  | "chances_of_success"
  | "probability"
  | "close_opportunity_code_id"
  | "estimated_close_date"
>;

/** The opportunity as it is locked. */
export type Started = Pick<
  OpportunityRow,
  | "id"
  | "no"
  | "status"
  | "version"
  | "sales_cycle_id"
  | "stage"
  | "date_of_change"
  | "estimated_value"
  | "contact_id"
  | "company_id"
  | "salesperson_id"
  | "campaign_id"
  | "creation_date"
>;

/** Makes it the active one, the former its history, and the opportunity what follows (O-13). */
export async function writeEntry(
  tx: TransactionContext,
  opportunity: Started,
  entry: NewEntry,
  status: OpportunityStatus,
): Promise<void> {
  await endActive(tx, opportunity.id, entry.date_of_change);
  await tx.db
    .insertInto("opportunity_entries")
    .values({
      ...entry,
      opportunity_id: opportunity.id,
      active: true,
      sales_cycle_id: opportunity.sales_cycle_id,
      contact_id: opportunity.contact_id,
      company_id: opportunity.company_id,
      salesperson_id: opportunity.salesperson_id,
      campaign_id: opportunity.campaign_id,
    })
    .execute();
  await setStatus(tx, opportunity, status, entry.date_closed ?? null);
}

/** The active entry becomes history, as of the day of the change. */
export async function endActive(tx: TransactionContext, id: number, dateOfChange: string): Promise<void> {
  await sql`
    update opportunity_entries set active = false, days_open = ${dateOfChange}::date - date_of_change
     where opportunity_id = ${id} and active`.execute(tx.db);
}

export async function setStatus(
  tx: TransactionContext,
  { id, version }: Pick<Started, "id" | "version">,
  status: OpportunityStatus,
  dateClosed: string | null,
): Promise<void> {
  await tx.db
    .updateTable("opportunities")
    .set({ status, date_closed: dateClosed, version: version + 1, last_modified_at: sql`now()` })
    .where("id", "=", id)
    .execute();
}

/**
 * Moves an opportunity that its caller has locked (O-10 to O-13); what is left out is as it is proposed.
 *
 * @throws Conflict `opportunity_closed`, `stage_not_available`, `quote_required`, `cycle_without_stages`; Invalid
 * `sales_cycle_required` and about the values
 */
export async function move(
  tx: TransactionContext,
  opportunity: Started,
  wanted: OpportunityMove,
): Promise<void> {
  const key = opportunity.no;
  if (isClosed(opportunity.status)) throw new Conflict("opportunity_closed", { key });
  if (opportunity.sales_cycle_id === null) throw invalidField("salesCycleCode", "sales_cycle_required");
  const { calculation, stages } = await findWay(tx.db, opportunity.sales_cycle_id, true);
  const previous = opportunity.stage ?? 0;
  const decision = decideMove(stages, previous, wanted, false);
  if (!decision.allowed) {
    const path = decision.because === "cycle_without_stages" ? "salesCycleCode" : "stage";
    throw new Conflict(decision.because, { key }, [{ path, code: decision.because, values: { key } }]);
  }
  const stage = stages.find((candidate) => candidate.stage === decision.stage)!;
  const today = localMoment(tx.now, tx.timeZone).date;
  const dateOfChange = given(
    wanted.dateOfChange,
    proposedDate(today, opportunity.date_of_change ?? opportunity.creation_date),
  );
  const written = {
    dateOfChange,
    estimatedValue: given(wanted.estimatedValue, opportunity.estimated_value),
    chancesOfSuccess: numberOf(given(wanted.chancesOfSuccess, String(stage.chancesOfSuccess))),
    estimatedCloseDate: given(
      wanted.estimatedCloseDate,
      dateOfChange === null ? null : expectedClose(stage.dateFormula, dateOfChange),
    ),
  };
  throwInvalid(refuseValues(written, opportunity.date_of_change));
  const values = written as EnteredValues;
  const estimated = estimate(decision.actionType, stage, calculation, values);
  const entry: NewEntry = {
    stage: stage.stage,
    stage_description: stage.description,
    previous_stage: previous,
    date_of_change: values.dateOfChange,
    date_closed: null,
    action_taken: decision.actionTaken,
    estimated_value: values.estimatedValue,
    calcd_current_value: estimated.calcdCurrentValue,
    completed: String(estimated.completed),
    chances_of_success: String(estimated.chancesOfSuccess),
    probability: String(estimated.probability),
    close_opportunity_code_id: null,
    estimated_close_date: estimated.estimatedCloseDate,
  };
  await writeEntry(tx, opportunity, entry, "inProgress");
  await recordEntry(tx, key, "moved", opportunity, entry);
}

/** What was said, blank included, else what is proposed. */
function given<Value>(said: Value | null | undefined, proposed: Value | null): Value | null {
  return said === undefined ? proposed : said;
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

/** @throws Invalid with everything that is wrong */
export function throwInvalid(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Invalid(errors[0]!.code, errors[0]!.values ?? {}, errors);
}

export function recordEntry(
  tx: TransactionContext,
  key: string,
  verb: "moved" | "closed" | "reopened",
  before: Started,
  after: NewEntry,
): Promise<void> {
  return recordChange(tx, {
    action: `opportunity.${verb}`,
    resource: "opportunities",
    key,
    changes: {
      stage: [before.stage || null, after.stage || null],
      estimatedValue: [numberOf(before.estimated_value), Number(after.estimated_value)],
      calcdCurrentValue: [null, Number(after.calcd_current_value)],
      estimatedCloseDate: [null, after.estimated_close_date],
      ...(after.date_closed && { dateClosed: [null, after.date_closed] }),
    },
  });
}
