import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { changeContacts } from "../change-contacts.commands.ts";
import { contactsMerged, contactsMerging, contactsWritten } from "../contact-events.ts";
import { loadStates } from "../contact-states.queries.ts";
import type { Contact } from "../contacts.contract.ts";
import { getContact } from "../contacts.queries.ts";
import { touchContacts } from "../details/touch.ts";
import { forgetNames } from "../name-words.ts";
import { KnownReferences } from "../references-known.ts";
import { findClashes } from "./clashes.queries.ts";
import { Journal } from "./journal.ts";
import { findPair, lockPair, type Pair } from "./lock-pair.ts";
import type { Merge, MergeRequest } from "./merge.contract.ts";
import { undoDays } from "./merge.contract.ts";
import { differingFields, overridingChange } from "./merge.rules.ts";
import { getMerge } from "./merges.queries.ts";
import { type ChildrenPlan, moveChildren, originStep, planChildren } from "./move-children.ts";
import { closeContacts, moveNumbers, movePairs, movePeople, openContacts } from "./move-contacts.ts";
import { moveLines } from "./move-lines.ts";
import { moveDealings, moveNamings, noteStaying } from "./move-records.ts";
import { type ResolutionProblem, resolveClashes } from "./resolutions.rules.ts";
import { writableColumns } from "./row-sql.ts";

export interface MergeOptions {
  /** The version of the survivor that the caller has seen. */
  readonly ifMatch?: number | null;
  /** The comment before those of the duplicate: where they are from. */
  readonly noteOrigin: (duplicate: { readonly no: string; readonly name: string }) => string;
}

/**
 * Merges a duplicate into a contact (contacts §7): the contact keeps its number, its id and its values but for those
 * of `overrides`; everything that referred to the duplicate refers to it, also the duplicate's number. What was done
 * is written down, so that `undoMerge` can undo it.
 *
 * @throws NotFound `contact_not_found`, `contact_merged`; Stale; Conflict `merge_same`, `merge_type`,
 * `merge_conflicts`, `merge_rename_key`, `merge_restore_key`, `confirmation_required`; Invalid at `overrides` or
 * `resolutions`, and everything that changing the contact throws
 */
export function mergeContacts(
  ctx: Context,
  no: string,
  request: MergeRequest,
  { ifMatch = null, noteOrigin }: MergeOptions,
): Promise<{ readonly contact: Contact; readonly merge: Merge }> {
  return inTransaction(ctx, async (tx) => {
    await emit(tx, contactsMerging, {});
    const locked = await lockPair(tx.db, no, request.duplicateNo);
    expectVersion(locked.survivor, ifMatch);
    const overrides = await readOverrides(tx.db, locked, request.overrides ?? []);
    const plan = await planResolved(tx.db, locked, request);
    if (request.confirm !== true)
      throw new Conflict("confirmation_required", { key: "confirm", preselected: false });

    const journal = await openJournal(tx, locked);
    await openContacts(locked, journal);
    await overwrite(tx, locked, overrides, journal);
    const pair = await findPair(tx.db, no, request.duplicateNo);
    const { states: people } = await statesOfPeople(tx.db, pair);
    await moveChildren(tx.db, pair, plan, journal);
    await noteComments(tx, pair, journal, noteOrigin);
    await moveDealings(pair, journal);
    await moveNamings(tx.db, pair, journal);
    await movePairs(pair, journal);
    const peopleIds = await movePeople(tx.db, pair, journal);
    await moveLines(tx.db, pair, peopleIds, journal);
    await moveNumbers(pair, journal);
    await sql`delete from contacts where id = ${pair.duplicate.id}`.execute(tx.db);
    await forgetNames(tx.db, [pair.duplicate.name]);

    await touchContacts(tx.db, [pair.survivor.id]);
    await tellOthers(tx, pair, people, peopleIds);
    await closeContacts(tx.db, journal, await writableColumns(tx.db, "contacts"));
    await finish(tx, pair, journal, request);
    return {
      contact: await getContact(tx.db, pair.survivor.no),
      merge: await getMerge(tx, journal.mergeId),
    };
  });
}

interface Overrides {
  readonly current: Contact;
  readonly duplicate: Contact;
  readonly fields: ReadonlySet<string>;
}

/** @throws Invalid `not_allowed_value` for what is no field to override */
async function readOverrides(tx: Tx, pair: Pair, wanted: readonly string[]): Promise<Overrides> {
  const current = await getContact(tx, pair.survivor.no);
  const duplicate = await getContact(tx, pair.duplicate.no);
  const fields = new Set(wanted);
  const known = new Set<string>(Object.keys(current));
  const refused = wanted.flatMap((field, index): FieldError[] =>
    known.has(field) && field !== "no"
      ? []
      : [
          {
            path: `overrides.${index}`,
            code: "not_allowed_value",
            values: { allowed: overridable(current, duplicate) },
          },
        ],
  );
  if (refused.length > 0) throw new Invalid("not_allowed_value", refused[0]!.values, refused);
  return { current, duplicate, fields };
}

function overridable(current: Contact, duplicate: Contact): string[] {
  return differingFields(current, duplicate).flatMap(({ field, canOverride }) =>
    canOverride ? [field] : [],
  );
}

/** @throws Conflict or Invalid while something is not resolved */
async function planResolved(tx: Tx, pair: Pair, request: MergeRequest): Promise<ChildrenPlan> {
  const clashes = await findClashes(tx, pair.survivor.id, pair.duplicate.id);
  const { resolved, open, problems } = resolveClashes(clashes, request.resolutions ?? [], {
    autoResolve: request.autoResolve ?? false,
  });
  if (problems[0]) throw toError(problems[0]);
  const plan = await planChildren(tx, pair, resolved);
  const count = open.length + plan.stillOpen;
  if (count > 0)
    throw new Conflict("merge_conflicts", { count, no: pair.survivor.no, duplicateNo: pair.duplicate.no });
  return plan;
}

function toError(problem: ResolutionProblem): Error {
  const path = `resolutions.${problem.at}`;
  switch (problem.because) {
    case "not_found":
      return new Invalid("not_found", {}, [{ path: `${path}.key`, code: "not_found" }]);
    case "not_allowed_value": {
      const values = { allowed: problem.allowed };
      return new Invalid("not_allowed_value", values, [
        { path: `${path}.fields`, code: "not_allowed_value", values },
      ]);
    }
    default:
      return new Conflict(problem.because, {}, [{ path: `${path}.newKey`, code: problem.because }]);
  }
}

async function openJournal(tx: TransactionContext, { survivor, duplicate }: Pair): Promise<Journal> {
  const { rows } = await sql<{ id: number }>`
    insert into contact_merges (survivor_id, survivor_no, duplicate_id, duplicate_no, duplicate_name, duplicate,
      merged_at, merged_by, undo_until)
    select ${survivor.id}, ${survivor.no}, c.id, c.no, c.name, to_jsonb(c),
           ${tx.now}::timestamptz, ${tx.actor.name}, ${tx.now}::timestamptz + make_interval(days => ${undoDays})
      from contacts c where c.id = ${duplicate.id}
    returning id`.execute(tx.db);
  return new Journal(tx.db, rows[0]!.id);
}

/** The duplicate's people as they are before they move. */
async function statesOfPeople(tx: Tx, { duplicate, type }: Pair) {
  if (type === "person") return { states: new Map() };
  const { rows } = await sql<{ id: number }>`
    select id from contacts where company_id = ${duplicate.id} and type = 'person'`.execute(tx);
  const ids = rows.map(({ id }) => id);
  return { states: await loadStates(tx, ids, "none", new KnownReferences()) };
}

/** Puts a comment before those of the duplicate that says whose they were. */
async function noteComments(
  tx: TransactionContext,
  { survivor, duplicate }: Pair,
  journal: Journal,
  noteOrigin: MergeOptions["noteOrigin"],
): Promise<void> {
  if (journal.moved.comments === undefined) return;
  const text = noteOrigin({ no: duplicate.no, name: duplicate.name ?? duplicate.no });
  await journal.write(
    "contact_comments",
    "added",
    [
      sql`first as (
        select min((moved -> 'to' ->> 'line_no')::integer) as line_no
          from contact_merge_steps s cross join jsonb_array_elements(s.details) moved
         where s.merge_id = ${journal.mergeId} and s.table_name = 'contact_comments' and s.action = 'moved')`,
      sql`added as (
        insert into contact_comments (contact_id, line_no, text, author)
        select ${survivor.id},
               (select coalesce(max(line_no), 0) from contact_comments c
                 where c.contact_id = ${survivor.id} and c.line_no < first.line_no) + ${originStep}::integer, ${text}, ${tx.actor.name}
          from first
        returning line_no)`,
    ],
    sql`(select jsonb_agg(jsonb_build_object('line_no', line_no)) from added)`,
  );
}

/**
 * Gives the survivor the chosen values as any change would, with all that follows from it. A person's history stays
 * with the company it leaves, so this comes before the duplicate's arrives.
 */
async function overwrite(
  tx: TransactionContext,
  pair: Pair,
  overrides: Overrides,
  journal: Journal,
): Promise<void> {
  if (overrides.fields.size === 0) return;
  if (overrides.fields.has("companyNo")) await noteStaying(pair, journal);
  const change = overridingChange(overrides.current, overrides.duplicate, overrides.fields);
  const [outcome] = await changeContacts(tx, [{ no: pair.survivor.no, change }]);
  if (!outcome!.written) throw outcome!.error;
}

async function tellOthers(
  tx: TransactionContext,
  { survivor, duplicate }: Pair,
  before: Awaited<ReturnType<typeof statesOfPeople>>["states"],
  peopleIds: readonly number[],
): Promise<void> {
  const after = await loadStates(tx.db, peopleIds, "none", new KnownReferences());
  const changed = peopleIds.map((id) => ({ before: before.get(id)!, after: after.get(id)! }));
  if (changed.length > 0)
    await emit(tx, contactsWritten, { created: [], changed, followerIds: [], originPartyIds: [] });
  await emit(tx, contactsMerged, { survivorId: survivor.id, duplicateId: duplicate.id, peopleIds });
}

async function finish(
  tx: TransactionContext,
  { survivor, duplicate }: Pair,
  journal: Journal,
  { overrides = [], resolutions = [] }: MergeRequest,
): Promise<void> {
  await sql`
    update contact_merges set moved = ${JSON.stringify(journal.moved)}::jsonb where id = ${journal.mergeId}`.execute(
    tx.db,
  );
  await recordChange(tx, {
    action: "contact.merged",
    resource: "contacts",
    key: survivor.no,
    changes: {
      mergeId: journal.mergeId,
      duplicateNo: duplicate.no,
      duplicateName: duplicate.name,
      moved: journal.moved,
      ...(overrides.length > 0 && { overrides }),
      ...(resolutions.length > 0 && { resolutions: resolutions.length }),
    },
  });
}
