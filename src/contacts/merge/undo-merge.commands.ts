import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { contactsParted, contactsWritten } from "../contact-events.ts";
import { flagColumns, plainColumns, referenceColumns } from "../contact-fields.ts";
import { loadStates } from "../contact-states.queries.ts";
import type { Contact } from "../contacts.contract.ts";
import { getContact } from "../contacts.queries.ts";
import { touchContacts } from "../details/touch.ts";
import { indexWritten } from "../duplicates/index-written.commands.ts";
import { forgetNames, learnNames } from "../name-words.ts";
import { KnownReferences } from "../references-known.ts";
import { childTables, dealingTables, namingColumns } from "./contact-references.ts";
import { type MergeStep, readSteps } from "./journal.ts";
import { lockCompanies, lockDrafts, lockPeople } from "./lock-pair.ts";
import type { KeptByUndo, Merge } from "./merge.contract.ts";
import { findMergeRow, getMerge, type MergeRow, undoProblemOf } from "./merges.queries.ts";
import { returnLines } from "./move-lines.ts";
import type { Parting } from "./parting.ts";
import { type KeptRow, restoreChanged } from "./restore-changed.ts";
import { deleteOriginNote, returnChildren } from "./return-children.ts";
import { renameCompanies, restoreDuplicate, returnNumbers, returnPairs } from "./return-contacts.ts";
import { type NamedRecords, returnDealings } from "./return-records.ts";

export interface UndoneMerge {
  /** The duplicate, which is back. */
  readonly contact: Contact;
  readonly survivor: Contact;
  readonly merge: Merge;
  readonly kept: readonly KeptByUndo[];
}

/**
 * Undoes a merge within 30 days (contacts B3): the duplicate stands again with its number, its values and what was its
 * own. What was recorded on the survivor since stays there; what was changed since keeps its changes, and the answer
 * says so.
 *
 * @throws NotFound; Conflict `merge_undone`, `merge_undo_expired`, `merge_undo_erased`, `merge_undo_survivor_deleted`,
 * `merge_undo_merged_further`, `merge_undo_number_taken`
 */
export function undoMerge(ctx: Context, mergeId: number): Promise<UndoneMerge> {
  return inTransaction(ctx, async (tx) => {
    await lockForUndo(tx.db, await findMergeRow(tx.db, mergeId));
    const merge = await findMergeRow(tx.db, mergeId, { lock: true });
    refuseUndo(tx, merge);
    const { survivorId, duplicateId, duplicateNo } = merge;
    const parting: Parting = { survivorId, duplicateId };
    const steps = await readSteps(tx.db, mergeId);
    const of = (table: string) => steps.filter((step) => step.table === table);

    const ids = changedIds(of("contacts"), survivorId);
    const before = await loadStates(tx.db, ids, "none", new KnownReferences());
    await restoreDuplicate(tx.db, mergeId);
    for (const step of of("contact_numbers")) await returnNumbers(tx.db, parting, step, duplicateNo);
    // What was copied to the survivor's rows goes first: one that no longer hangs on a moved row stays.
    const kept = [
      ...(await returnValues(tx, steps, survivorId)),
      ...(await returnChildren(tx.db, parting, steps)),
    ];
    await deleteOriginNote(tx.db, parting, steps);
    const isBack = !kept.some(({ list, fields }) => list === "fields" && fields.includes("companyNo"));
    kept.push(...(await returnDealings(tx.db, dealingsOf(steps, survivorId, isBack))));
    kept.push(...(await returnLines(tx.db, parting, steps, ids)));
    await returnPairs(tx.db, of("contact_duplicates"));
    await renameCompanies(tx.db, parting);
    await touchContacts(tx.db, [survivorId]);

    await tellOthers(tx, parting, before);
    await close(tx, merge, kept);
    return {
      contact: await getContact(tx.db, duplicateNo),
      survivor: await getContact(tx.db, merge.survivorNoNow!),
      merge: await getMerge(tx, mergeId),
      kept,
    };
  });
}

/** In the order in which everybody locks: drafts, companies, people. */
async function lockForUndo(tx: Tx, { id, survivorId }: MergeRow): Promise<void> {
  await lockDrafts(tx, survivorId);
  const { rows } = await sql<{ id: number | null }>`
    select company_id as id from contacts where id = ${survivorId} and type = 'person'
     union select (duplicate ->> 'company_id')::bigint from contact_merges where id = ${id}`.execute(tx);
  await lockCompanies(
    tx,
    rows.flatMap((row) => row.id ?? []),
  );
  await sql`select from contacts where id = ${survivorId} for no key update`.execute(tx);
  await lockPeople(tx, [survivorId]);
}

function refuseUndo(ctx: Context, merge: MergeRow): void {
  const problem = undoProblemOf(merge, ctx.now);
  if (problem === null) return;
  const { duplicateNo, survivorNo, mergedIntoNo } = merge;
  throw new Conflict(problem, { duplicateNo, survivorNo, mergedIntoNo });
}

/** The survivor and everybody whom the merge changed. */
function changedIds(steps: readonly MergeStep[], survivorId: number): readonly number[] {
  const rows = steps.flatMap(
    ({ details }) => details as readonly { readonly key: { readonly id: number } }[],
  );
  return [...new Set([survivorId, ...rows.map(({ key }) => key.id)])];
}

/** Overwritten values of contacts, of the survivor's rows and of records that name a contact. */
async function returnValues(
  tx: TransactionContext,
  steps: readonly MergeStep[],
  survivorId: number,
): Promise<readonly KeptByUndo[]> {
  const kept: KeptByUndo[] = [];
  for (const step of steps.filter(({ action, table }) => action === "changed" && table !== "segment_lines")) {
    const rows = await restoreChanged(tx.db, step, survivorId);
    if (step.table === "contacts") kept.push(...keptContacts(rows, survivorId));
    else if (rows.length > 0)
      kept.push({ reason: "changedSince", list: listOf(step.table), fields: [], count: rows.length });
  }
  return kept;
}

function keptContacts(rows: readonly KeptRow[], survivorId: number): KeptByUndo[] {
  const own = rows
    .filter(({ key }) => key.id === survivorId)
    .flatMap(({ columns }) => columns.flatMap(fieldOf));
  const people = rows.filter(({ key }) => key.id !== survivorId).length;
  return [
    ...(own.length > 0
      ? [{ reason: "changedSince" as const, list: "fields" as const, fields: own, count: own.length }]
      : []),
    ...(people > 0
      ? [{ reason: "changedSince" as const, list: "people" as const, fields: [], count: people }]
      : []),
  ];
}

const fields = new Map<string, string>([
  ...Object.entries(plainColumns).map(([field, column]) => [column, field] as const),
  ...Object.entries(flagColumns).map(([field, column]) => [column, field] as const),
  ...Object.entries(referenceColumns).map(([field, { column }]) => [column, field] as const),
  ["correspondence_type", "correspondenceType"],
  ["company_id", "companyNo"],
]);

/** The field that people know the column by; copies for searching are none. */
function fieldOf(column: string): string[] {
  const field = fields.get(column);
  return field === undefined ? [] : [field];
}

function listOf(table: string): KeptByUndo["list"] {
  return [...childTables, ...namingColumns].find((reference) => reference.table === table)!.list;
}

/** What the duplicate's records were; and, where the survivor is back with its company, what stayed with that. */
function dealingsOf(steps: readonly MergeStep[], survivorId: number, isBack: boolean): readonly MergeStep[] {
  const tables = new Set(dealingTables.map(({ table }) => table));
  return steps.filter(
    ({ table, action, details }) =>
      tables.has(table) && action === "named" && (isBack || (details as NamedRecords).owner !== survivorId),
  );
}

async function tellOthers(
  tx: TransactionContext,
  { survivorId, duplicateId }: Parting,
  before: Awaited<ReturnType<typeof loadStates>>,
): Promise<void> {
  const ids = [...before.keys()];
  const after = await loadStates(tx.db, ids, "none", new KnownReferences());
  const changed = ids
    .map((id) => ({ before: before.get(id)!, after: after.get(id)! }))
    .filter((pair) => pair.before.version !== pair.after.version);
  const renamed = changed.filter((pair) => pair.before.fields.name !== pair.after.fields.name);
  await learnNames(renamed.map((pair) => pair.after.fields.name)).execute(tx.db);
  await forgetNames(
    tx.db,
    renamed.map((pair) => pair.before.fields.name),
  );
  await indexWritten(tx, { created: [], changed });
  if (changed.length > 0)
    await emit(tx, contactsWritten, { created: [], changed, followerIds: [], originPartyIds: [] });
  await emit(tx, contactsParted, {
    survivorId,
    duplicateId,
    peopleIds: ids.filter((id) => id !== survivorId),
  });
}

/** The journal has done its duty: what it remembers of people is not kept longer than needed. */
async function close(tx: TransactionContext, merge: MergeRow, kept: readonly KeptByUndo[]): Promise<void> {
  await sql`delete from contact_merge_steps where merge_id = ${merge.id}`.execute(tx.db);
  await sql`
    update contact_merges set duplicate = null, undone_at = ${tx.now}::timestamptz, undone_by = ${tx.actor.name}
     where id = ${merge.id}`.execute(tx.db);
  await recordChange(tx, {
    action: "contact.parted",
    resource: "contacts",
    key: merge.survivorNoNow!,
    changes: { mergeId: merge.id, duplicateNo: merge.duplicateNo, ...(kept.length > 0 && { kept }) },
  });
}
