import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { copyCommentsOfEntry, createOpportunity, getOpportunity } from "#opportunities/index.ts";
import type { Opportunity } from "#opportunities/opportunities.contract.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Forbidden, NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { createTask } from "#tasks/index.ts";
import type { Task } from "#tasks/tasks.contract.ts";
import { holdContactsOf } from "../log-entries.commands.ts";
import type {
  createOpportunityOfEntry as opportunityContract,
  createTaskOfEntry as taskContract,
} from "./follow-ups.contract.ts";

interface FollowedEntry {
  readonly contact_id: number;
  readonly canceled: boolean;
  readonly contact_no: string | null;
  readonly description: string | null;
  /** Where it can be newly chosen. */
  readonly salesperson_code: string | null;
  readonly campaign_no: string | null;
  readonly opportunity_no: string | null;
  readonly segment_no: string | null;
}

async function lockEntry(tx: TransactionContext, entryNo: number): Promise<FollowedEntry> {
  await holdContactsOf(tx, [entryNo]);
  const { rows } = await sql<FollowedEntry>`
    select e.contact_id, e.canceled, e.description, e.segment_no,
           (select no from contacts where id = e.contact_id) as contact_no,
           (select code from salespeople
             where id = e.salesperson_id and not blocked and not privacy_blocked) as salesperson_code,
           (select no from campaigns where id = e.campaign_id) as campaign_no,
           (select no from opportunities where id = e.opportunity_id) as opportunity_no
      from interaction_log_entries e where e.entry_no = ${entryNo} and not e.postponed for update of e`.execute(
    tx.db,
  );
  if (!rows[0]) throw new NotFound("not_found", { entryNo }, [{ path: "entryNo", code: "not_found" }]);
  return rows[0];
}

/**
 * Makes an opportunity of an entry and links the entry to it (campaigns O-5).
 *
 * @throws NotFound; Forbidden without `opportunities.write`; Conflict `interaction_canceled`,
 * `opportunity_already_linked`, and what creating throws
 */
export function createOpportunityOfEntry(
  ctx: Context,
  entryNo: number,
  said: Output<NonNullable<(typeof opportunityContract)["body"]>> = {},
): Promise<Opportunity> {
  return inTransaction(ctx, async (tx) => {
    // Also reached by finishing a draft, which takes another right.
    if (tx.actor.kind !== "system" && !tx.actor.rights.has("opportunities.write"))
      throw new Forbidden("forbidden", { right: "opportunities.write" });
    const entry = await lockEntry(tx, entryNo);
    if (entry.canceled) throw new Conflict("interaction_canceled", { entryNo });
    if (entry.opportunity_no !== null)
      throw new Conflict("opportunity_already_linked", { entryNo, opportunityNo: entry.opportunity_no });
    const { id, opportunity } = await createOpportunity(
      tx,
      {
        description: entry.description,
        contactNo: entry.contact_no,
        campaignNo: entry.campaign_no,
        ...(entry.salesperson_code !== null && { salespersonCode: entry.salesperson_code }),
        ...said,
      },
      { segmentNo: entry.segment_no, segmentDescription: entry.segment_no && entry.description },
    );
    await copyCommentsOfEntry(tx, id, { contactId: entry.contact_id, entryNo });
    await sql`
      update interaction_log_entries
         set opportunity_id = ${id}, version = version + 1, last_modified_at = now()
       where contact_id = ${entry.contact_id} and entry_no = ${entryNo}`.execute(tx.db);
    await recordChange(tx, {
      action: "interaction.linked",
      resource: "interaction-log-entries",
      key: entryNo,
      changes: { opportunityNo: [null, opportunity.no] },
    });
    return getOpportunity(tx.db, opportunity.no);
  });
}

/**
 * Makes a task of an entry (campaigns T-3).
 *
 * @throws NotFound, and what creating throws
 */
export function createTaskOfEntry(
  ctx: Context,
  entryNo: number,
  said: Output<NonNullable<(typeof taskContract)["body"]>> = {},
): Promise<Task> {
  return inTransaction(ctx, async (tx) => {
    const entry = await lockEntry(tx, entryNo);
    return createTask(tx, {
      description: entry.description,
      contactNo: entry.contact_no,
      campaignNo: entry.campaign_no,
      ...(entry.salesperson_code !== null && { salespersonCode: entry.salesperson_code }),
      ...said,
    });
  });
}
