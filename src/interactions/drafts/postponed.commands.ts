import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Forbidden } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { forgetTrail } from "../forget-trail.ts";
import type { LogEntry } from "../log-entry.contract.ts";
import type { RecordedEntry } from "../record-interactions.commands.ts";
import { resumeDraft } from "./change-draft.rules.ts";
import { applyInput } from "./change-draft.ts";
import { draftFactsOf, loadDraftFacts } from "./draft-rows.ts";
import type { changePostponed as changeContract } from "./postponed.contract.ts";
import { getPostponedToResume } from "./postponed.queries.ts";
import { recordDraft } from "./record-draft.ts";

type PostponedInput = z.output<NonNullable<(typeof changeContract)["body"]>>;

/**
 * Everybody sees to their own postponed interactions; those of others take the right to delete.
 *
 * @throws Forbidden `forbidden`
 */
export function refuseOthers({ actor }: Context, userId: string): void {
  const right = "interactions.delete";
  if (actor.name !== userId && !actor.rights.has(right)) throw new Forbidden("forbidden", { right });
}

/** Saves a postponed interaction again: values and comments, under the same number. */
export function changePostponed(
  ctx: Context,
  entryNo: number,
  input: PostponedInput,
  seenVersion: number | null,
): Promise<LogEntry> {
  return inTransaction(ctx, async (tx) => {
    const entry = await getPostponedToResume(tx, entryNo);
    refuseOthers(tx, entry.userId);
    expectVersion(entry, seenVersion);
    const { template, now } = draftFactsOf(tx, await loadDraftFacts(tx, [entry.values]), entry.values, null);
    const resumed = resumeDraft(entry.values, { contact: null, template, step: "type", now });
    const { date, time } = entry.values;
    const draft = { ...resumed, values: { ...resumed.values, date, time } };
    const changed = await applyInput(tx, { draft, comments: entry.comments }, input);
    const { entry: kept } = await recordDraft(
      tx,
      { ...changed, resumedEntryNo: entryNo },
      { postponed: true },
    );
    return kept;
  });
}

/** Logs a postponed interaction as it is, with the present date and time. */
export function finishPostponed(
  ctx: Context,
  entryNo: number,
  { deliver }: { deliver?: boolean | undefined },
): Promise<RecordedEntry> {
  return inTransaction(ctx, async (tx) => {
    const { values, comments, userId } = await getPostponedToResume(tx, entryNo);
    refuseOthers(tx, userId);
    const { contact, now } = draftFactsOf(tx, await loadDraftFacts(tx, [values]), values, null);
    const draft = resumeDraft(values, { contact, template: null, step: "type", now });
    return recordDraft(tx, { draft, comments, resumedEntryNo: entryNo }, { deliver });
  });
}

/** Deletes a postponed interaction with its comments, and the drafts that resume it. */
export function deletePostponed(ctx: Context, entryNo: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = await getPostponedToResume(tx, entryNo);
    refuseOthers(tx, userId);
    const { rows } = await sql<{ attachment_no: number | null }>`
      with gone as (
        delete from interaction_log_entries where entry_no = ${entryNo} and postponed
        returning contact_id, attachment_no
      ), comments as (
        delete from interaction_comments c using gone
         where c.contact_id = gone.contact_id and c.entry_no = ${entryNo}
      ), drafts as (
        delete from interaction_drafts where resumed_entry_no = ${entryNo} or entry_no = ${entryNo}
      )
      select attachment_no from gone`.execute(tx.db);
    await forgetTrail(tx.db, [entryNo]);
    await discardAttachments(tx, [rows[0]?.attachment_no ?? null]);
    await recordChange(tx, {
      action: "interaction.deleted",
      resource: "postponed-interactions",
      key: entryNo,
    });
  });
}
