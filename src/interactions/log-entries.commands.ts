import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { discardAttachments, findUnique } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid, NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { forgetTrail } from "./forget-trail.ts";
import {
  completeResult,
  decideCancel,
  decideDelete,
  decideReinstate,
  type Evaluation,
  type SuppliedResult,
} from "./lifecycle.rules.ts";
import { getLogEntries } from "./log-entries.queries.ts";
import type { LogEntry } from "./log-entry.contract.ts";
import { refuseErased } from "./refuse-erased.ts";

interface LockedEntry {
  readonly contact_id: number;
  readonly entry_no: number;
  readonly campaign_entry_no: number | null;
  readonly corrected_by_entry_no: number | null;
  readonly canceled: boolean;
  readonly postponed: boolean;
  readonly version: number;
  readonly description: string | null;
  readonly evaluation: Evaluation | null;
  readonly attempt_failed: boolean;
  readonly cost: string;
  readonly duration_min: number;
  readonly attachment_no: number | null;
}

/**
 * Keeps the contacts of entries from being deleted, moved or merged until the transaction ends. Contacts are locked
 * before their entries: whoever is going to record or plan something for them calls this before it locks the entries.
 */
export async function holdContactsOf(tx: TransactionContext, entryNos: readonly number[]): Promise<void> {
  await sql`
    select from contacts c
     where c.id = any(array(select contact_id from interaction_log_entries where entry_no = any(${entryNos}::bigint[])))
     order by c.id for share`.execute(tx.db);
}

/** Locks logged entries in the order of their numbers, so that two selections never wait for each other in a ring. */
export async function lockEntries(
  tx: TransactionContext,
  entryNos: readonly number[],
): Promise<LockedEntry[]> {
  const wanted = [...new Set(entryNos)];
  const { rows } = await sql<LockedEntry>`
    select contact_id, entry_no, campaign_entry_no, corrected_by_entry_no, canceled, postponed, version, description, evaluation, attempt_failed, cost, duration_min, attachment_no
      from interaction_log_entries
     where entry_no = any(${wanted}::bigint[]) and not postponed
     order by entry_no for update`.execute(tx.db);
  if (rows.length < wanted.length) {
    const found = new Set(rows.map((row) => row.entry_no));
    const missing = wanted.filter((entryNo) => !found.has(entryNo));
    throw new NotFound("entries_not_found", { entryNos: missing }, [{ path: "entryNos", code: "not_found" }]);
  }
  return rows;
}

/** Sets the evaluation of all entries, or of none (section 8.3). */
export function evaluateEntries(
  ctx: Context,
  entryNos: readonly number[],
  evaluation: Evaluation,
): Promise<LogEntry[]> {
  return inTransaction(ctx, async (tx) => {
    await lockEntries(tx, entryNos);
    await sql`
      with written as (
        update interaction_log_entries
           set evaluation = ${evaluation}, version = version + 1, last_modified_at = now()
         where entry_no = any(${entryNos}::bigint[]) and evaluation is distinct from ${evaluation}
        returning happened_at
      )
      ${changedDaysOf("written")}`.execute(tx.db);
    await recordEach(tx, "interaction.evaluated", entryNos, { evaluation });
    return getLogEntries(tx, entryNos);
  });
}

/** Why entries are canceled, and whether what only they have attached goes at once. */
export interface Cancellation {
  readonly reason: string | null;
  readonly removeUniqueAttachments?: boolean | undefined;
}

/** Deletes what is attached to these entries and to nothing else. */
async function removeUnique(tx: TransactionContext, entries: readonly LockedEntry[]): Promise<void> {
  const attached = entries.flatMap(({ attachment_no }) => attachment_no ?? []);
  const unique = await findUnique(tx, attached);
  if (unique.length === 0) return;
  await sql`
    update interaction_log_entries set attachment_no = null
     where entry_no = any(${entries.map(({ entry_no }) => entry_no)}::bigint[])
       and attachment_no = any(${unique}::bigint[])`.execute(tx.db);
  await discardAttachments(tx, unique);
}

/** Marks entries as canceled; those canceled already stay as they are (section 8.3). */
export function cancelEntries(
  ctx: Context,
  entryNos: readonly number[],
  { reason, removeUniqueAttachments = false }: Cancellation,
): Promise<LogEntry[]> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockEntries(tx, entryNos);
    const decision = decideCancel(
      locked.map((entry) => ({ entryNo: entry.entry_no, canceled: entry.canceled })),
    );
    await setCanceled(tx, decision.entryNos, true, reason);
    if (removeUniqueAttachments)
      await removeUnique(
        tx,
        locked.filter(({ entry_no }) => decision.entryNos.includes(entry_no)),
      );
    return getLogEntries(tx, entryNos);
  });
}

/**
 * Undoes the cancellation of entries, of all or of none (section 8.3). One that was corrected comes back only when what
 * corrected it is canceled, and then stands in its place.
 *
 * @throws Conflict `segment_canceled`, `campaign_entry_canceled`, `interaction_corrected`
 */
export function reinstateEntries(
  ctx: Context,
  entryNos: readonly number[],
  reason: string | null,
): Promise<LogEntry[]> {
  return inTransaction(ctx, async (tx) => {
    const canceledEntries = await lockCampaignEntriesOf(tx, entryNos);
    const locked = await lockWithSuccessors(tx, entryNos);
    const decision = decideReinstate(
      // Logged segments do not exist yet, so none of them is canceled.
      locked.map((entry) => ({
        entryNo: entry.entry_no,
        canceled: entry.canceled,
        loggedSegmentCanceled: false,
        campaignEntryCanceled: canceledEntries.has(entry.campaign_entry_no ?? 0),
        correctedBy: entry.corrected_by_entry_no,
        successorCanceled: entry.successor_canceled,
      })),
    );
    if (!decision.allowed) {
      const [{ because, entryNo, correctedBy = null }] = decision.refusals;
      throw new Conflict(because, { entryNo, correctedByEntryNo: correctedBy });
    }
    await trade(tx, decision.entryNos);
    await setCanceled(tx, decision.entryNos, false, reason);
    return getLogEntries(tx, entryNos);
  });
}

/**
 * Locks logged entries and those that stand in their place: whether the latter are canceled and nothing stands in their
 * own place.
 */
async function lockWithSuccessors(tx: TransactionContext, entryNos: readonly number[]) {
  await sql`
    select from interaction_log_entries
     where entry_no = any(array(select unnest(${entryNos}::bigint[]) union
       select corrected_by_entry_no from interaction_log_entries where entry_no = any(${entryNos}::bigint[])))
     order by entry_no for update`.execute(tx.db);
  const locked = await lockEntries(tx, entryNos);
  const successors = locked.flatMap(({ corrected_by_entry_no }) => corrected_by_entry_no ?? []);
  const { rows } = await sql<{ entry_no: number }>`
    select entry_no from interaction_log_entries
     where entry_no = any(${successors}::bigint[]) and canceled and corrected_by_entry_no is null`.execute(
    tx.db,
  );
  const canceled = new Set(rows.map((row) => row.entry_no));
  return locked.map((entry) => ({
    ...entry,
    successor_canceled: canceled.has(entry.corrected_by_entry_no ?? 0),
  }));
}

/** Entries that come back stand in the place of those that stood in theirs. */
async function trade(tx: TransactionContext, entryNos: readonly number[]): Promise<void> {
  await sql`
    update interaction_log_entries y set corrected_by_entry_no = x.entry_no, version = y.version + 1, last_modified_at = now()
      from interaction_log_entries x
     where x.entry_no = any(${entryNos}::bigint[]) and y.entry_no = x.corrected_by_entry_no`.execute(tx.db);
}

/**
 * Keeps the campaign entries of interactions as they are, and answers which of them are canceled. Before the
 * interactions themselves: whoever cancels a campaign entry locks in the same order.
 */
export async function lockCampaignEntriesOf(
  tx: TransactionContext,
  entryNos: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ entry_no: number; canceled: boolean }>`
    select entry_no, canceled from campaign_entries
     where entry_no in (select campaign_entry_no from interaction_log_entries where entry_no = any(${entryNos}::bigint[]))
     order by entry_no for share`.execute(tx.db);
  return new Set(rows.filter(({ canceled }) => canceled).map((row) => row.entry_no));
}

async function setCanceled(
  tx: TransactionContext,
  entryNos: readonly number[],
  canceled: boolean,
  reason: string | null,
): Promise<void> {
  if (entryNos.length === 0) return;
  if (reason !== null) await refuseErased(tx.db, entryNos);
  await sql`
    with written as (
      update interaction_log_entries
         set canceled = ${canceled}, canceled_at = ${canceled ? sql`now()` : null}, canceled_by = ${canceled ? tx.actor.name : null},
             cancel_reason = ${reason}, corrected_by_entry_no = ${canceled ? sql.ref("corrected_by_entry_no") : null}, version = version + 1, last_modified_at = now()
       where entry_no = any(${entryNos}::bigint[]) returning happened_at
    )
    ${changedDaysOf("written")}`.execute(tx.db);
  await recordEach(tx, canceled ? "interaction.canceled" : "interaction.reinstated", entryNos, { reason });
}

/** A line of the audit trail per entry, by one statement: each keeps its own history. */
async function recordEach(
  tx: TransactionContext,
  action: string,
  entryNos: readonly number[],
  changes: Record<string, unknown>,
): Promise<void> {
  await sql`
    insert into audit_entries (request_id, actor, user_id, token_id, action, resource, resource_key, changes)
    select ${tx.requestId}, ${tx.actor.name}, ${tx.actor.userId}, ${tx.actor.tokenId}, ${action},
           'interaction-log-entries', entry_no::text, ${JSON.stringify(changes)}::jsonb
      from unnest(${entryNos}::bigint[]) entry_no`.execute(tx.db);
}

/** Enters the result of an interaction (section 6, step 4), addressed by its number. */
export function completeEntry(
  ctx: Context,
  entryNo: number,
  result: SuppliedResult,
  seenVersion: number | null,
): Promise<LogEntry> {
  return inTransaction(ctx, async (tx) => {
    const [entry] = await lockEntries(tx, [entryNo]);
    await refuseErased(tx.db, [entryNo]);
    expectVersion(entry!, seenVersion);
    const decision = completeResult(result);
    if (!decision.allowed)
      throw new Invalid(decision.because, {}, [{ path: "description", code: decision.because }]);
    const after = { ...resultOf(entry!), ...decision.change };
    await sql`
      with written as (
        update interaction_log_entries
           set description = ${after.description}, evaluation = ${after.evaluation}, attempt_failed = ${after.attemptFailed},
               cost = ${String(after.cost)}::numeric, duration_min = ${after.durationMin},
               search_vector = search_vector_of_entry(${after.description}, subject, contact_id, entry_no, comment_count),
               version = version + 1, last_modified_at = now()
         where contact_id = ${entry!.contact_id} and entry_no = ${entryNo} returning happened_at
      )
      ${changedDaysOf("written")}`.execute(tx.db);
    await recordChange(tx, {
      action: "interaction.completed",
      resource: "interaction-log-entries",
      key: entryNo,
      changes: changedResult(entry!, after),
    });
    return (await getLogEntries(tx, [entryNo]))[0]!;
  });
}

function resultOf(entry: LockedEntry) {
  return {
    description: entry.description,
    evaluation: entry.evaluation,
    attemptFailed: entry.attempt_failed,
    cost: entry.cost as string | number,
    durationMin: entry.duration_min,
  };
}

function changedResult(
  entry: LockedEntry,
  after: ReturnType<typeof resultOf>,
): Record<string, [unknown, unknown]> {
  const before = resultOf(entry);
  const fields = Object.keys(before) as (keyof typeof before)[];
  const differs = (field: keyof typeof before) =>
    field === "cost" ? Number(before.cost) !== Number(after.cost) : before[field] !== after[field];
  return Object.fromEntries(fields.filter(differs).map((field) => [field, [before[field], after[field]]]));
}

/** Deletes a canceled entry with its comments and what only it has attached; the database itself refuses to delete any other. */
export function deleteEntry(ctx: Context, entryNo: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [entry] = await lockEntries(tx, [entryNo]);
    const decision = decideDelete([{ entryNo, canceled: entry!.canceled, postponed: entry!.postponed }]);
    if (!decision.allowed) throw new Conflict(decision.because, { entryNos: decision.entryNos });
    await sql`
      with comments as (
        delete from interaction_comments where contact_id = ${entry!.contact_id} and entry_no = ${entryNo}
      ), written as (
        delete from interaction_log_entries where contact_id = ${entry!.contact_id} and entry_no = ${entryNo}
        returning happened_at
      )
      ${changedDaysOf("written")}`.execute(tx.db);
    await forgetTrail(tx.db, [entryNo]);
    await discardAttachments(tx, [entry!.attachment_no]);
    // The trail says that it was deleted, not what it said: texts may be personal.
    await recordChange(tx, {
      action: "interaction.deleted",
      resource: "interaction-log-entries",
      key: entryNo,
    });
  });
}
