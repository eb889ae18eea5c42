import type { ContactOutcome, WrittenOutcome } from "#contacts/index.ts";
import type { DecidedDraft } from "./party-drafts.ts";
import { PartiesRefused } from "./party-errors.ts";

/** What became of contacts that were written for parties. */

/** @throws whatever kept the contact from being written */
export function writtenOf(outcome: ContactOutcome): WrittenOutcome {
  if (!outcome.written) throw outcome.error;
  return outcome;
}

/** @throws PartiesRefused with everything that was refused, by the place of its draft */
export function throwRefused(
  wanted: readonly { readonly draft: DecidedDraft }[],
  outcomes: readonly ContactOutcome[],
): void {
  const refusals = outcomes.flatMap((outcome, index) =>
    outcome.written ? [] : [[wanted[index]!.draft.index, outcome.error] as const],
  );
  if (refusals.length > 0) throw new PartiesRefused(new Map(refusals));
}
