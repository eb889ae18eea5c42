/** What may still happen to an interaction once it is recorded (interactions §4, §6 step 4, §8.3). */

import type { Amount } from "./derivations.rules.ts";

export const evaluations = ["veryPositive", "positive", "neutral", "negative", "veryNegative"] as const;
export type Evaluation = (typeof evaluations)[number];

/** One of the five values; none is no evaluation. */
export function isEvaluation(value: string | null): value is Evaluation {
  return (evaluations as readonly (string | null)[]).includes(value);
}

/** An entry of the log; postponed ones are not in it. */
export interface CancelableEntry {
  readonly entryNo: number;
  readonly canceled: boolean;
  readonly loggedSegmentCanceled: boolean;
  readonly campaignEntryCanceled: boolean;
  /** The entry that stands in its place, if any. */
  readonly correctedBy: number | null;
  /** Whether that one is there, canceled, and not corrected itself. */
  readonly successorCanceled: boolean;
}

export interface CancelDecision {
  /** The entries to change; those canceled already stay untouched. */
  readonly entryNos: readonly number[];
}

export function decideCancel(
  entries: readonly Pick<CancelableEntry, "entryNo" | "canceled">[],
): CancelDecision {
  return { entryNos: entries.filter((entry) => !entry.canceled).map((entry) => entry.entryNo) };
}

export interface ReinstateRefusal {
  readonly entryNo: number;
  readonly because: "segment_canceled" | "campaign_entry_canceled" | "interaction_corrected";
  readonly correctedBy?: number | null;
}

export type ReinstateDecision =
  | { readonly allowed: true; readonly entryNos: readonly number[] }
  | { readonly allowed: false; readonly refusals: readonly [ReinstateRefusal, ...ReinstateRefusal[]] };

/**
 * All selected entries come back or none; open ones stay untouched, whatever became of their segment or campaign. Of an
 * entry and what corrected it only one may count.
 */
export function decideReinstate(entries: readonly CancelableEntry[]): ReinstateDecision {
  const canceled = entries.filter((entry) => entry.canceled);
  const selected = new Set(canceled.map(({ entryNo }) => entryNo));
  const [first, ...others] = canceled.flatMap((entry) => refuseReinstate(entry, selected));
  if (first !== undefined) return { allowed: false, refusals: [first, ...others] };
  return { allowed: true, entryNos: canceled.map((entry) => entry.entryNo) };
}

function refuseReinstate(
  { entryNo, loggedSegmentCanceled, campaignEntryCanceled, correctedBy, successorCanceled }: CancelableEntry,
  selected: ReadonlySet<number>,
): ReinstateRefusal[] {
  if (loggedSegmentCanceled) return [{ entryNo, because: "segment_canceled" }];
  if (correctedBy !== null && (!successorCanceled || selected.has(correctedBy)))
    return [{ entryNo, because: "interaction_corrected", correctedBy }];
  return campaignEntryCanceled ? [{ entryNo, because: "campaign_entry_canceled" }] : [];
}

export type DeleteDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: "not_deletable"; readonly entryNos: readonly number[] };

/** Only canceled and postponed entries go, all selected or none. */
export function decideDelete(
  entries: readonly { readonly entryNo: number; readonly canceled: boolean; readonly postponed: boolean }[],
): DeleteDecision {
  const kept = entries.filter((entry) => !entry.canceled && !entry.postponed);
  if (kept.length === 0) return { allowed: true };
  return { allowed: false, because: "not_deletable", entryNos: kept.map((entry) => entry.entryNo) };
}

/** The result of an interaction, entered when it is over; `undefined` is left alone. */
export interface SuppliedResult {
  readonly description?: string | null | undefined;
  readonly evaluation?: Evaluation | null | undefined;
  readonly wasSuccessful?: boolean | undefined;
  readonly cost?: Amount | null | undefined;
  readonly durationMin?: number | null | undefined;
}

/** Only what changes. */
export interface ResultChange {
  readonly description?: string;
  readonly evaluation?: Evaluation | null;
  readonly attemptFailed?: boolean;
  readonly cost?: Amount;
  readonly durationMin?: number;
}

export type ResultDecision =
  | { readonly allowed: true; readonly change: ResultChange }
  | { readonly allowed: false; readonly because: "description_required" };

/** The stored fields for a result; a description cannot be cleared, blank cost and duration are 0. */
export function completeResult(supplied: SuppliedResult): ResultDecision {
  const { description, evaluation, wasSuccessful, cost, durationMin } = supplied;
  if (description === null) return { allowed: false, because: "description_required" };
  return {
    allowed: true,
    change: {
      ...(description !== undefined && { description }),
      ...(evaluation !== undefined && { evaluation }),
      ...(wasSuccessful !== undefined && { attemptFailed: !wasSuccessful }),
      ...(cost !== undefined && { cost: cost ?? 0 }),
      ...(durationMin !== undefined && { durationMin: durationMin ?? 0 }),
    },
  };
}
