import type { Context } from "#app/database.ts";
import { findAttachments } from "#attachments/index.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { type AppError, Invalid } from "#platform/errors.ts";
import { type Decision, decide, type Recording } from "./decide-recording.ts";
import { insertEntries } from "./insert-entries.commands.ts";
import type { LogEntry, NewInteraction } from "./log-entry.contract.ts";
import { lockRecordingFacts } from "./recording-facts.queries.ts";

export { type Recording, unknownReferences } from "./decide-recording.ts";

/** What became of one item: its entry, or the error that kept it from being recorded. */
export type RecordingOutcome =
  | { readonly entry: LogEntry; readonly error: null }
  | { readonly entry: null; readonly error: AppError };

/** Records one interaction (section 8.2, `finish` without a draft). */
export async function recordInteraction(ctx: Context, input: NewInteraction): Promise<LogEntry> {
  const [outcome] = await recordInteractions(ctx, [input], { isAtomic: true });
  return outcome!.entry!;
}

/**
 * Records interactions with one statement for any number of them. Atomic: the first error ends it, naming every
 * broken rule by item. Otherwise the good ones are recorded.
 */
export function recordInteractions(
  ctx: Context,
  inputs: readonly NewInteraction[],
  { isAtomic }: { isAtomic: boolean },
): Promise<RecordingOutcome[]> {
  return record(
    ctx,
    inputs.map((input) => ({ input })),
    { isAtomic },
  );
}

/** The same for what has been a draft or happened elsewhere: see what a `Recording` can be. */
export function record(
  ctx: Context,
  recordings: readonly Recording[],
  { isAtomic }: { isAtomic: boolean },
): Promise<RecordingOutcome[]> {
  return inTransaction(ctx, async (tx) => {
    const facts = await lockRecordingFacts(
      tx,
      recordings.map(({ input }) => input),
    );
    const uploads = await findAttachments(
      tx,
      recordings.flatMap(({ input }) => input.attachment?.attachmentNo ?? []),
    );
    const decisions = recordings.map((recording) => decide(tx, recording, facts, uploads));
    if (isAtomic) refuseAnyError(decisions);
    const recordable = decisions.filter((decision) => decision.error === null);
    const entries = recordable.length > 0 ? await insertEntries(tx, recordable, facts) : [];
    let next = 0;
    return decisions.map((decision) =>
      decision.error ? { entry: null, error: decision.error } : { entry: entries[next++]!, error: null },
    );
  });
}

function refuseAnyError(decisions: readonly Decision[]): void {
  const first = decisions.find((decision) => decision.error)?.error;
  if (!first) return;
  if (decisions.length === 1) throw first;
  const all = decisions.flatMap(({ error }, index) =>
    error ? error.fieldErrors.map((field) => ({ ...field, path: `items.${index}.${field.path}` })) : [],
  );
  throw new Invalid("batch_refused", { count: decisions.filter(({ error }) => error).length }, all);
}
