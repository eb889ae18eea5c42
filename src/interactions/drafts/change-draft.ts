import type { Context } from "#app/database.ts";
import { findAttachments } from "#attachments/index.ts";
import { findContactByName } from "#contacts/index.ts";
import { Conflict, type FieldError, Invalid, invalidField } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { unknownReferences } from "../record-interactions.commands.ts";
import type { RecordingFacts } from "../recording-facts.queries.ts";
import { changeDraft } from "./change-draft.rules.ts";
import type { Draft, DraftDecision, DraftValues } from "./draft.rules.ts";
import { type DraftComment, replaceComments } from "./draft-comments.rules.ts";
import { draftFactsOf, loadDraftFacts } from "./draft-rows.ts";
import type { DraftInput } from "./drafts.contract.ts";

interface Commented {
  readonly draft: Draft;
  readonly comments: readonly DraftComment[];
}

/**
 * Applies what somebody entered to a draft, wherever it is kept.
 *
 * @throws Invalid with every field that is not allowed; Conflict `contact_privacy_blocked`
 */
export async function applyInput(
  ctx: Context,
  { draft, comments }: Commented,
  input: DraftInput,
): Promise<Commented & { readonly facts: RecordingFacts }> {
  const { comments: lines, contactName, attachment, ...fields } = input;
  const change = {
    ...fields,
    ...(contactName !== undefined && { contactNo: await contactOf(ctx, contactName) }),
    ...(attachment !== undefined && { attachmentNo: attachment?.attachmentNo ?? null }),
  };
  await refuseUnknownAttachment(ctx, change.attachmentNo);
  const after: DraftValues = { ...draft.values, ...definedOf(change) };
  const facts = await loadDraftFacts(ctx, [draft.values, after]);
  refuseUnknown({ ...change, contactNo: after.contactNo }, facts);
  const decision = changeDraft(
    draft,
    change,
    draftFactsOf(ctx, facts, after, change.salespersonCode ?? null),
  );
  return { draft: decided(decision), comments: lines ? replaced(ctx, comments, lines) : comments, facts };
}

/** @throws Invalid `not_found` */
async function refuseUnknownAttachment(ctx: Context, no: number | null | undefined): Promise<void> {
  if (no == null || (await findAttachments(ctx, [no])).has(no)) return;
  throw invalidField("attachment.attachmentNo", "not_found");
}

async function contactOf(ctx: Context, name: string | null): Promise<string | null> {
  return name === null ? null : findContactByName(ctx.db, name);
}

function definedOf(change: object): Partial<DraftValues> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** @throws Invalid `not_found` at every reference that leads nowhere */
export function refuseUnknown(
  references: Parameters<typeof unknownReferences>[0],
  facts: RecordingFacts,
): void {
  const unknown = unknownReferences(references, facts);
  if (unknown.length > 0) throw new Invalid("not_found", {}, unknown);
}

/** The draft of a decision, unless it was refused. */
export function decided(decision: DraftDecision): Draft {
  if (!decision.allowed) refuseErrors(decision.errors);
  return (decision as Extract<DraftDecision, { allowed: true }>).draft;
}

/** Errors as one: 409 where a record's state forbids it, else 422. */
export function refuseErrors(errors: readonly FieldError[]): void {
  const [first] = errors;
  if (!first) return;
  const { code, values = {} } = first;
  throw code === "contact_privacy_blocked"
    ? new Conflict(code, values, errors)
    : new Invalid(code, values, errors);
}

function replaced(
  { actor, now, timeZone }: Context,
  comments: readonly DraftComment[],
  lines: NonNullable<DraftInput["comments"]>,
): DraftComment[] {
  const { date: today } = localMoment(now, timeZone);
  return replaceComments(comments, lines, { author: actor.name, today, now: now.toISOString() });
}
