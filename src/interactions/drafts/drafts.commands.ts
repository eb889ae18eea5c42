import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { createOpportunityOfEntry } from "../follow-ups/follow-ups.commands.ts";
import { getLogEntry } from "../log-entries.queries.ts";
import type { LogEntry } from "../log-entry.contract.ts";
import type { RecordedEntry } from "../record-interactions.commands.ts";
import type { RecordingFacts } from "../recording-facts.queries.ts";
import { templateOfEvent } from "../template-setup/template-setup.queries.ts";
import { resumeDraft, startDraft as startByRules } from "./change-draft.rules.ts";
import { applyInput, decided, refuseErrors, refuseUnknown } from "./change-draft.ts";
import { presentDraft } from "./draft.presenter.ts";
import type { Draft } from "./draft.rules.ts";
import { refuseContact } from "./draft-choices.rules.ts";
import type { DraftComment } from "./draft-comments.rules.ts";
import { contextOf } from "./draft-context.queries.ts";
import {
  columnsOf,
  draftColumns,
  draftFactsOf,
  getOwnDraft,
  type KeptDraft,
  loadDraftFacts,
  ownerOf,
  toDraft,
} from "./draft-rows.ts";
import type {
  DraftInput,
  finishDraft as finishContract,
  InteractionDraft,
  NewDraft,
} from "./drafts.contract.ts";
import type { DraftOutcome } from "./drafts.tables.ts";
import { refuseOthers } from "./postponed.commands.ts";
import { getPostponed, getPostponedToResume } from "./postponed.queries.ts";
import { recordDraft } from "./record-draft.ts";

/** A draft that was started; `isNew` is false when the caller has one already that resumes the same entry. */
export interface StartedDraft {
  readonly draft: InteractionDraft;
  readonly isNew: boolean;
}

/**
 * Starts the guided flow, a phone call, or goes on with a postponed interaction (interactions §6, §7).
 *
 * @throws Conflict `phone_template_not_set`, `contact_privacy_blocked`, `interaction_not_postponed`; Invalid
 */
export function startDraft(ctx: Context, input: NewDraft): Promise<StartedDraft> {
  const { postponedEntryNo, ...context } = input;
  return inTransaction(ctx, async (tx) =>
    postponedEntryNo === undefined ? begin(tx, context) : resume(tx, postponedEntryNo),
  );
}

type NewContext = Omit<NewDraft, "postponedEntryNo">;

async function begin(tx: TransactionContext, { kind, onPhone, ...given }: NewContext): Promise<StartedDraft> {
  const { values, fixed } = await contextOf(tx, given);
  const interactionTemplateCode = kind === "phoneCall" ? await callTemplate(tx) : null;
  const references = { ...values, interactionTemplateCode };
  const facts = await loadDraftFacts(tx, [references]);
  refuseUnknown(values, facts);
  const { contactNo = null, salespersonCode = null } = values;
  const draft = decided(
    startByRules(
      { kind, isOnPhone: onPhone, values, fixed },
      draftFactsOf(tx, facts, { contactNo, interactionTemplateCode }, salespersonCode),
    ),
  );
  return insert(tx, { draft, comments: [], resumedEntryNo: null }, facts);
}

async function callTemplate(tx: TransactionContext): Promise<string> {
  const code = await templateOfEvent(tx.db, "outgCalls");
  if (code === null) throw new Conflict("phone_template_not_set");
  return code;
}

async function resume(tx: TransactionContext, entryNo: number): Promise<StartedDraft> {
  const entry = await getPostponedToResume(tx, entryNo);
  refuseOthers(tx, entry.userId);
  const open = await sql<Parameters<typeof toDraft>[0]>`
    select ${draftColumns} from interaction_drafts d
     where d.resumed_entry_no = ${entryNo} and d.owner = ${ownerOf(tx)} and d.outcome is null`.execute(tx.db);
  if (open.rows[0]) {
    const draft = toDraft(open.rows[0]);
    return { draft: presentDraft(tx, draft, await loadDraftFacts(tx, [draft.values])), isNew: false };
  }
  const facts = await loadDraftFacts(tx, [entry.values]);
  const { contact, template, now } = draftFactsOf(tx, facts, entry.values, null);
  refuseErrors(refuseContact(contact));
  const draft = resumeDraft(entry.values, { contact, template, step: entry.step, now });
  return insert(tx, { draft, comments: entry.comments, resumedEntryNo: entryNo }, facts);
}

interface NewRow {
  readonly draft: Draft;
  readonly comments: readonly DraftComment[];
  readonly resumedEntryNo: number | null;
}

async function insert(
  tx: TransactionContext,
  { draft, comments, resumedEntryNo }: NewRow,
  facts: RecordingFacts,
): Promise<StartedDraft> {
  const row = await tx.db
    .insertInto("interaction_drafts")
    .values({
      ...columnsOf(draft, facts),
      owner: ownerOf(tx),
      comments: JSON.stringify(comments),
      resumed_entry_no: resumedEntryNo,
      outcome: null,
      entry_no: null,
    })
    .returning(["id", "version", "created_at", "last_modified_at"])
    .executeTakeFirstOrThrow();
  const kept: KeptDraft = {
    ...draft,
    id: row.id,
    comments,
    resumedEntryNo,
    outcome: null,
    entryNo: null,
    version: row.version,
    createdAt: row.created_at,
    lastModifiedAt: row.last_modified_at,
  };
  return { draft: presentDraft(tx, kept, facts), isNew: true };
}

/**
 * Autosave: any fields, comments and step.
 *
 * @throws NotFound, Stale, Conflict `draft_over`; Invalid with every field that is not allowed
 */
export function changeDraft(
  ctx: Context,
  id: string,
  input: DraftInput,
  seenVersion: number | null,
): Promise<InteractionDraft> {
  return inTransaction(ctx, async (tx) => {
    const kept = await getOwnDraft(tx, id, { lock: true });
    refuseOver(kept);
    expectVersion(kept, seenVersion);
    const { draft, comments, facts } = await applyInput(tx, { draft: kept, comments: kept.comments }, input);
    const row = await tx.db
      .updateTable("interaction_drafts")
      .set({
        ...columnsOf(draft, facts),
        comments: JSON.stringify(comments),
        version: kept.version + 1,
        last_modified_at: sql`now()`,
      })
      .where("id", "=", id)
      .returning(["version", "last_modified_at"])
      .executeTakeFirstOrThrow();
    const saved = { ...kept, ...draft, comments, version: row.version, lastModifiedAt: row.last_modified_at };
    return presentDraft(tx, saved, facts);
  });
}

/** Discards a draft; a postponed entry that it resumed stays as it was. */
export async function discardDraft(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await getOwnDraft(tx, id, { lock: true });
    await tx.db.deleteFrom("interaction_drafts").where("id", "=", id).execute();
  });
}

type Finish = z.output<NonNullable<(typeof finishContract)["body"]>>;

/** Logs a draft; once more answers the same entry (B12). */
export function finishDraft(
  ctx: Context,
  id: string,
  { deliver, createOpportunity }: Finish,
): Promise<RecordedEntry> {
  return inTransaction(ctx, async (tx) => {
    const kept = await getOwnDraft(tx, id, { lock: true });
    if (kept.outcome === "finished") return { entry: await getLogEntry(tx, kept.entryNo!), warnings: [] };
    refuseOver(kept);
    const recorded = await recordDraft(tx, { ...kept, draft: kept }, { deliver });
    const { entryNo, opportunityNo } = recorded.entry;
    await close(tx, id, "finished", entryNo);
    if (!createOpportunity || opportunityNo !== null) return recorded;
    await createOpportunityOfEntry(tx, entryNo);
    return { ...recorded, entry: await getLogEntry(tx, entryNo) };
  });
}

/** Keeps a draft as a postponed interaction; once more answers the same one. */
export function postponeDraft(ctx: Context, id: string): Promise<LogEntry> {
  return inTransaction(ctx, async (tx) => {
    const kept = await getOwnDraft(tx, id, { lock: true });
    if (kept.outcome === "postponed") return getPostponed(tx, kept.entryNo!);
    refuseOver(kept);
    const { entry } = await recordDraft(tx, { ...kept, draft: kept }, { postponed: true });
    await close(tx, id, "postponed", entry.entryNo);
    return entry;
  });
}

/** What was entered is in the entry now; the row remembers which, and the step to resume at. */
async function close(
  tx: TransactionContext,
  id: string,
  outcome: DraftOutcome,
  entryNo: number,
): Promise<void> {
  await sql`
    update interaction_drafts
       set outcome = ${outcome}, entry_no = ${entryNo}, step = case ${outcome} when 'finished' then 'result' else step end,
           fixed = '{}', typed = '{}', contact_id = null, template_id = null, salesperson_id = null, language_id = null,
           "values" = '{}', comments = '[]', attachment_no = null, version = version + 1, last_modified_at = now()
     where id = ${id}::uuid`.execute(tx.db);
}

function refuseOver({ outcome, entryNo }: KeptDraft): void {
  if (outcome !== null) throw new Conflict("draft_over", { entryNo });
}
