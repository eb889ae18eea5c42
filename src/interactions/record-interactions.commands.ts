import type { Context } from "#app/database.ts";
import { findAttachments } from "#attachments/index.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { type AppError, type FieldError, Invalid } from "#platform/errors.ts";
import { consentWarnings } from "#privacy/consents/consent-warnings.rules.ts";
import { type Accepted, type Decision, decide, type Recording, templateOf } from "./decide-recording.ts";
import { insertEntries } from "./insert-entries.commands.ts";
import type { LogEntry, NewInteraction } from "./log-entry.contract.ts";
import { consentChannel } from "./outreach.rules.ts";
import { lockRecordingFacts, type RecordingFacts } from "./recording-facts.queries.ts";

export { type Recording, unknownReferences } from "./decide-recording.ts";

/** What became of one item: its entry, or the error that kept it from being recorded. */
export type RecordingOutcome =
  | (RecordedEntry & { readonly error: null })
  | { readonly entry: null; readonly warnings: readonly []; readonly error: AppError };

/** An entry, and what is worth a look about it. */
export interface RecordedEntry {
  readonly entry: LogEntry;
  readonly warnings: readonly FieldError[];
}

/** Records one interaction (section 8.2, `finish` without a draft). */
export async function recordInteraction(ctx: Context, input: NewInteraction): Promise<RecordedEntry> {
  const [outcome] = await recordInteractions(ctx, [input], { isAtomic: true });
  return outcome as RecordedEntry;
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
      decision.error
        ? { entry: null, warnings: [], error: decision.error }
        : { entry: entries[next++]!, warnings: warningsAbout(decision, facts), error: null },
    );
  });
}

/** Consents that speak against reaching the contact; nobody is reached by what is kept for later. */
function warningsAbout(
  { input, values, corrects, isImported }: Accepted,
  facts: RecordingFacts,
): readonly FieldError[] {
  if (input.postponed || corrects || isImported) return [];
  const template = templateOf(facts, values.interactionTemplateCode);
  const channel = consentChannel({
    groupCode: template?.interactionGroupCode,
    groupDescription: template?.interactionGroupDescription,
    templateCode: template?.code,
    templateDescription: template?.description,
    correspondenceType: values.correspondenceType,
    contactVia: input.contactVia,
  });
  const consents = facts.contacts.get(values.contactNo)?.consents ?? [];
  return consentWarnings({ ...values, channel }, { consents, askedChannels: facts.askedChannels });
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
