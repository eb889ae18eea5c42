import type { Context } from "#app/database.ts";
import { transactionAgain } from "#platform/db/again.ts";
import { Conflict } from "#platform/errors.ts";
import type { LineOutcome } from "#platform/http/answer-lines.ts";
import type { PartyOutcome, PartyRequest } from "./party-drafts.ts";
import { PartiesRefused } from "./party-errors.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import { writeParties } from "./write-parties.commands.ts";
import type { PartyInput } from "./write-party.rules.ts";

/**
 * Creates and changes parties of one kind, as many as there are (contacts §1.5): found by external id, else by number.
 * Answers in order. What turns out to be impossible is left out and the rest stored again.
 */
export async function upsertParties(
  ctx: Context,
  kind: PartyKind,
  inputs: readonly PartyInput[],
): Promise<readonly LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  let open = inputs.map((_, index) => index);
  const alone: number[] = [];
  while (open.length > 0) {
    const places = open;
    const stored = await store(
      ctx,
      kind,
      places.map((place) => inputs[place]!),
    );
    open = [];
    for (const [index, place] of places.entries()) {
      const outcome = stored[index];
      if (outcome === undefined) open.push(place);
      else if (isWorthAnotherTry(outcome) && inputs.length > 1) alone.push(place);
      else outcomes[place] = present(outcome, inputs[place]!);
    }
    // Nothing was refused by name: something else is in the way, and each line is to tell by itself.
    if (open.length === places.length) alone.push(...open.splice(0));
  }
  for (const place of alone.sort((a, b) => a - b)) {
    const [outcome] = await store(ctx, kind, [inputs[place]!]);
    outcomes[place] = present(outcome!, inputs[place]!);
  }
  return outcomes;
}

/** One transaction. `undefined` for those that are to be stored again without the refused ones. */
async function store(
  ctx: Context,
  kind: PartyKind,
  inputs: readonly PartyInput[],
): Promise<readonly (PartyOutcome | undefined)[]> {
  const requests = inputs.map((input): PartyRequest => ({ mode: "upsert", input }));
  try {
    return await transactionAgain(ctx, (tx) => writeParties(tx, kind, requests));
  } catch (error) {
    if (error instanceof PartiesRefused) return inputs.map((_, index) => refused(error.refusals.get(index)));
    if (inputs.length > 1 && isOfTheData(error)) return inputs.map(() => undefined);
    if (isOfTheData(error)) return [refused(new Conflict("concurrent_change"))];
    throw error;
  }
}

function refused(error: Error | undefined): PartyOutcome | undefined {
  return error && { written: false, error };
}

/** Somebody stored the same record meanwhile, or a line before it in the same batch. */
function isWorthAnotherTry(outcome: PartyOutcome): boolean {
  if (outcome.written || !(outcome.error instanceof Conflict)) return false;
  return outcome.error.code === "concurrent_change" || outcome.error.code === "duplicate";
}

/** Constraints that were broken and rows that others held; not a database that is away. */
function isOfTheData(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof Conflict || (typeof code === "string" && /^(23|40)/.test(code));
}

function present(outcome: PartyOutcome, { externalId }: PartyInput): LineOutcome {
  if (!outcome.written) return { error: outcome.error };
  const { status, no } = outcome;
  return { answer: { status, no, ...(externalId != null && { externalId }) } };
}
