import type { z } from "zod";
import type { DraftInput as DraftSchema, InteractionDraft } from "#interactions/drafts/drafts.contract.ts";
import type { FieldProblem } from "#web/problem.ts";

/** What of a draft is saved, on its way, not sent yet, and not accepted. Pure. */

export type DraftInput = z.input<typeof DraftSchema>;
export type DraftInputField = keyof DraftInput;

export interface AutosaveState {
  /** As the server has it. */
  readonly saved: InteractionDraft;
  readonly sending: DraftInput | null;
  readonly pending: DraftInput;
  /** What somebody entered last, blanks at its ends included, so that nothing moves under the cursor. */
  readonly entered: DraftInput;
  /** What the server did not take, with its reason, until it is changed. */
  readonly refused: Readonly<Record<string, string>>;
  readonly isConnectionLost: boolean;
}

export function beginAutosave(saved: InteractionDraft, unsent: DraftInput = {}): AutosaveState {
  return {
    saved,
    sending: null,
    pending: unsent,
    entered: unsent,
    refused: {},
    isConnectionLost: false,
  };
}

/** Somebody entered something. */
export function entered(state: AutosaveState, input: DraftInput): AutosaveState {
  return {
    ...state,
    pending: { ...state.pending, ...input },
    entered: { ...state.entered, ...input },
    refused: without(state.refused, Object.keys(input)),
  };
}

/** What is to be sent next; `null` when there is nothing. Refused fields wait until they are changed. */
export function toSend({ pending, refused }: AutosaveState): DraftInput | null {
  const input = without(pending, Object.keys(refused));
  return Object.keys(input).length === 0 ? null : input;
}

export function sent(state: AutosaveState, input: DraftInput): AutosaveState {
  return { ...state, sending: input, pending: without(state.pending, Object.keys(input)) };
}

/** The server has saved what was sent. */
export function confirmed(state: AutosaveState, saved: InteractionDraft): AutosaveState {
  return { ...state, saved, sending: null, isConnectionLost: false };
}

/** What was sent did not arrive, or has to be sent again over another state of the draft. */
export function notSaved(state: AutosaveState, change: Partial<AutosaveState> = {}): AutosaveState {
  return { ...state, sending: null, pending: { ...state.sending, ...state.pending }, ...change };
}

/**
 * The server refused what was sent. The fields it named wait with its reason while the others go out again; where it
 * named others, all that was sent waits. A step that was refused is not taken.
 */
export function refusedBy(
  state: AutosaveState,
  errors: readonly FieldProblem[],
  message: string,
): AutosaveState {
  const { step: _, ...fields } = state.sending ?? {};
  const sentFields = Object.keys(fields);
  const reasons = errors.map(({ path, message: reason }) => [path.split(".")[0] ?? path, reason] as const);
  const named = reasons.filter(([field]) => sentFields.includes(field));
  const [first] = reasons;
  const waiting =
    named.length > 0
      ? named
      : [...sentFields.map((field) => [field, first?.[1] ?? message] as const), ...reasons];
  return {
    ...notSaved({ ...state, sending: fields }),
    refused: { ...state.refused, ...Object.fromEntries(waiting) },
  };
}

/** Two tabs: the comments of the other one come first, new ones of this one behind them. */
export function rebased(input: DraftInput, saved: InteractionDraft): DraftInput {
  const { comments } = input;
  if (!comments) return input;
  const added = comments.filter(({ lineNo }) => lineNo === undefined);
  const kept = saved.comments.map(({ lineNo, text }) => ({ lineNo, text }));
  return { ...input, comments: [...kept, ...added] };
}

export function isSaved({ sending, pending }: AutosaveState): boolean {
  return sending === null && Object.keys(pending).length === 0;
}

/** The draft as the form shows it. */
export function shownDraft({ saved, sending, pending, entered: words }: AutosaveState): InteractionDraft {
  const kept = Object.entries(words).filter(
    ([field, value]) =>
      typeof value === "string" && value.trim() === (saved[field as keyof InteractionDraft] ?? ""),
  );
  const { comments: _sending, ...fieldsSent } = sending ?? {};
  const { comments: _pending, ...fieldsPending } = pending;
  return { ...saved, ...Object.fromEntries(kept), ...fieldsSent, ...fieldsPending } as InteractionDraft;
}

/** The comment lines as they are to be. */
export function shownComments({ saved, sending, pending }: AutosaveState): readonly CommentLine[] {
  return pending.comments ?? sending?.comments ?? saved.comments;
}

export interface CommentLine {
  readonly lineNo?: number | undefined;
  readonly text: string;
}

function without<T extends object>(values: T, fields: readonly string[]): T {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field))) as T;
}
