import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { type ChosenContact, chooseContact, holdContact } from "#contacts/index.ts";
import { giveRecordNo, refuseManualNo, resolveNumbers } from "#numbering/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict, Invalid, invalidField } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { findUsersSalespersonCode, refuseNewlyChosen } from "#salespeople/index.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { move, throwInvalid } from "./entries/write-entry.commands.ts";
import { refuseValues } from "./estimates.rules.ts";
import type { NewOpportunity, Opportunity, OpportunityChanges } from "./opportunities.contract.ts";
import { getOpportunity, getOpportunityRow, presentOpportunity } from "./opportunities.queries.ts";
import { type RequiredValues, refuseChange, refuseDelete, refuseMissing } from "./opportunities.rules.ts";
import type { OpportunitiesTables } from "./opportunities.tables.ts";

const constraint = "opportunities_no_key";
const setupFields = { salespersonCode: "salespeople", salesCycleCode: "sales_cycles" } as const;
const ignored = [
  "version",
  "lastModifiedAt",
  "contactName",
  "contactCompanyName",
  "salespersonName",
  "hasComment",
];

/** What an interaction or segment hands on besides the fields of the contract (O-5). */
export interface OpportunityOrigin {
  readonly segmentNo: string | null;
  readonly segmentDescription: string | null;
}

/** A created opportunity, and the key by which rows of other tables name it. */
export interface CreatedOpportunity {
  readonly id: number;
  readonly opportunity: Opportunity;
}

/**
 * @param origin what it comes of, which needs no sales cycle yet
 * @throws Invalid `description_required`, `contact_required`, `salesperson_required`, `sales_cycle_required`,
 * `creation_date_required`, `not_found`, `salesperson_blocked`, `setup_blocked`, and what starting it refuses; Conflict
 * `contact_privacy_blocked`, `duplicate`, `manual_no`, `setup_missing`, `cycle_without_stages`
 */
export function createOpportunity(
  ctx: Context,
  input: NewOpportunity,
  origin: OpportunityOrigin | null = null,
): Promise<CreatedOpportunity> {
  return inTransaction(ctx, async (tx) => {
    const { activateFirstStage, ...written } = input;
    const contact = input.contactNo ? await chooseContact(tx.db, input.contactNo) : null;
    const complete = {
      ...written,
      salespersonCode:
        input.salespersonCode === undefined ? await salespersonOf(tx, contact) : input.salespersonCode,
      salesCycleCode: input.salesCycleCode === undefined ? await defaultCycle(tx.db) : input.salesCycleCode,
    };
    const creationDate =
      input.creationDate === undefined ? localMoment(tx.now, tx.timeZone).date : input.creationDate;
    throwInvalid([
      ...(creationDate === null ? [{ path: "creationDate", code: "creation_date_required" }] : []),
      ...refuseMissing({
        description: complete.description ?? null,
        contactNo: complete.contactNo ?? null,
        salespersonCode: complete.salespersonCode,
        salesCycleCode: origin === null || activateFirstStage ? complete.salesCycleCode : undefined,
      }),
      ...(activateFirstStage ? refuseFirstValues(input, creationDate) : []),
    ]);
    const columns = await columnsOf(tx.db, complete, null);
    const no = await giveRecordNo(tx, "opportunities", input.no);
    const values = {
      salesperson_id: null,
      campaign_id: null,
      sales_cycle_id: null,
      ...columns,
      no,
      description: complete.description!,
      contact_id: contact!.id,
      company_id: contact!.companyId,
      segment_no: origin?.segmentNo ?? null,
      segment_description: origin?.segmentDescription ?? null,
      creation_date: creationDate!,
    };
    const { id } = await refusingDuplicates({ constraint, key: no, path: "no" }, () =>
      tx.db.insertInto("opportunities").values(values).returning("id").executeTakeFirstOrThrow(),
    );
    const opportunity = await getOpportunity(tx.db, no);
    await recordChange(tx, {
      action: "opportunity.created",
      resource: "opportunities",
      key: no,
      changes: differences({}, opportunity, ignored),
    });
    if (!activateFirstStage) return { id, opportunity };
    const { estimatedValue, chancesOfSuccess, estimatedCloseDate } = input;
    await move(tx, await getOpportunityRow(tx.db, no), {
      actionType: "first",
      dateOfChange: creationDate,
      estimatedValue,
      chancesOfSuccess,
      estimatedCloseDate,
    });
    return { id, opportunity: await getOpportunity(tx.db, no) };
  });
}

/**
 * @throws NotFound, Stale, Conflict `opportunity_closed`, Invalid `other_company`, and what creating throws
 */
export function changeOpportunity(
  ctx: Context,
  no: string,
  input: OpportunityChanges,
  ifMatch: number | null,
): Promise<Opportunity> {
  return inTransaction(ctx, async (tx) => {
    if (input.contactNo) await holdContact(tx.db, input.contactNo);
    const row = await getOpportunityRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    const before = presentOpportunity(row);
    const written = changedFields(before, input);
    if (Object.keys(written).length === 0) return before;
    throwMissing({ ...before, ...written } as RequiredValues);
    const contact = written.contactNo ? await chooseContact(tx.db, written.contactNo) : null;
    const refusal = refuseChange(
      { status: row.status, companyId: row.company_id },
      written,
      contact?.companyId ?? null,
    );
    if (refusal?.code === "other_company") throw new Invalid(refusal.code, {}, [refusal]);
    if (refusal) throw new Conflict(refusal.code, { key: no }, [{ ...refusal, values: { key: no } }]);
    if (written.no !== undefined) await refuseManualNo(tx.db, "opportunities");
    const change: Updateable<OpportunitiesTables["opportunities"]> = {
      ...(await columnsOf(tx.db, written, before)),
      ...(contact && { contact_id: contact.id, company_id: contact.companyId, former_contact_id: null }),
    };
    await refusingDuplicates({ constraint, key: written.no ?? no, path: "no" }, () =>
      tx.db
        .updateTable("opportunities")
        .set({ ...change, version: row.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", row.id)
        .execute(),
    );
    await followIn(tx.db, row.id);
    const after = await getOpportunity(tx.db, written.no ?? no);
    await recordChange(tx, {
      action: "opportunity.changed",
      resource: "opportunities",
      key: no,
      changes: differences(before, after, ignored),
    });
    return after;
  });
}

/** @throws NotFound, Stale, Conflict `opportunity_in_progress` */
export function deleteOpportunity(ctx: Context, no: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getOpportunityRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    const refusal = refuseDelete(row.status);
    if (refusal) throw new Conflict(refusal, { key: no });
    await sql`update interaction_log_entries set opportunity_id = null where opportunity_id = ${row.id}`.execute(
      tx.db,
    );
    await tx.db.deleteFrom("opportunities").where("id", "=", row.id).execute();
    await recordChange(tx, {
      action: "opportunity.deleted",
      resource: "opportunities",
      key: no,
      changes: { description: [row.description, null] },
    });
  });
}

/** O-8, O-9: the active entry has the contact, salesperson and campaign that the opportunity has. */
async function followIn(db: Tx, id: number): Promise<void> {
  await sql`
    update opportunity_entries e
       set contact_id = o.contact_id, company_id = o.company_id, former_contact_id = o.former_contact_id,
           salesperson_id = o.salesperson_id, campaign_id = o.campaign_id
      from opportunities o
     where o.id = ${id} and e.opportunity_id = o.id and e.active
       and (e.contact_id, e.company_id, e.former_contact_id, e.salesperson_id, e.campaign_id) is distinct from
           (o.contact_id, o.company_id, o.former_contact_id, o.salesperson_id, o.campaign_id)`.execute(db);
}

/** O-2: whoever starts it at once says what it is worth. */
function refuseFirstValues(
  { estimatedValue = null, chancesOfSuccess = null, estimatedCloseDate = null }: NewOpportunity,
  creationDate: string | null,
) {
  const chances = chancesOfSuccess === null ? null : Number(chancesOfSuccess);
  const values = {
    dateOfChange: creationDate,
    estimatedValue,
    chancesOfSuccess: chances,
    estimatedCloseDate,
  };
  return refuseValues(values, null).filter(({ path }) => path !== "dateOfChange");
}

function throwMissing(values: RequiredValues): void {
  throwInvalid(refuseMissing({ ...values, salesCycleCode: undefined }));
}

/** The fields that become something else than they are. */
function changedFields(before: Opportunity, input: OpportunityChanges): OpportunityChanges {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changed = Object.keys(differences<object>(before, given));
  return Object.fromEntries(changed.map((field) => [field, given[field]]));
}

/** G-7, O-3: the user's salesperson, else the contact's. */
async function salespersonOf(tx: TransactionContext, contact: ChosenContact | null): Promise<string | null> {
  return (await findUsersSalespersonCode(tx)) ?? contact?.salespersonCode ?? null;
}

/** O-3: the set-up's, unless it is blocked. */
async function defaultCycle(db: Tx): Promise<string | null> {
  const cycle = await db
    .selectFrom("marketing_setup as m")
    .innerJoin("sales_cycles as y", "y.id", "m.default_sales_cycle_id")
    .select("y.code")
    .where("y.blocked", "=", false)
    .executeTakeFirst();
  return cycle?.code ?? null;
}

/** The plain columns of the fields that are given. */
async function columnsOf(
  db: Tx,
  input: Omit<OpportunityChanges, "no"> & { readonly no?: string | null | undefined },
  before: Opportunity | null,
): Promise<Updateable<OpportunitiesTables["opportunities"]>> {
  const setup = await resolveReferences(db, setupFields, input);
  const campaign = await resolveNumbers(db, { campaignNo: "campaigns" }, input);
  refuseUnknownReferences([...setup.notFound, ...campaign.notFound]);
  refuseNewlyChosen(setup.rows.salespersonCode, before?.salespersonCode ?? null);
  const cycle = setup.rows.salesCycleCode;
  if (cycle?.blocked && cycle.code !== before?.salesCycleCode)
    throw invalidField("salesCycleCode", "setup_blocked", { key: cycle.code });
  return {
    ...(input.no != null && { no: input.no }),
    ...(input.description != null && { description: input.description }),
    ...(input.priority !== undefined && { priority: input.priority }),
    ...(input.salespersonCode !== undefined && { salesperson_id: setup.rows.salespersonCode?.id ?? null }),
    ...(input.salesCycleCode !== undefined && { sales_cycle_id: setup.rows.salesCycleCode?.id ?? null }),
    ...(input.campaignNo !== undefined && { campaign_id: campaign.ids.campaignNo }),
  };
}
