import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { emit } from "#platform/events/events.ts";
import { lookUpChosen } from "./choose-references.ts";
import { claimNumbers, drawAndClaim } from "./claim-numbers.ts";
import { findWishedCompanies, wishedIds } from "./company-links.ts";
import { numberTaken } from "./contact-errors.ts";
import { contactsWritten } from "./contact-events.ts";
import { blankContact, type ContactFields } from "./contact-fields.ts";
import { insertContacts } from "./contact-rows.ts";
import {
  type ContactSetup,
  type ContactState,
  type ContactStates,
  loadSetup,
} from "./contact-states.queries.ts";
import { completeNew } from "./details/post-codes/complete-addresses.ts";
import { indexWritten } from "./duplicates/index-written.commands.ts";
import { type Candidate, newCandidate, refuseEarly, refuseOrphans, writeCandidates } from "./new-contacts.ts";
import { type ContactOutcome, presentContact, type WrittenOutcome } from "./present-contact.ts";
import { warnOfVatNumbers } from "./vat-warnings.queries.ts";
import type { ContactInput } from "./write-contact.rules.ts";

export interface CreateOptions {
  /** Made from customers, vendors, …: no default but the salutation (contacts §4.1). */
  readonly areFromParties?: boolean;
  /** So many that looking for duplicates of each would take longer than of all afterwards: `queueIndexing`. */
  readonly areIndexedLater?: boolean;
}

/** Creates one contact; throws what is wrong with it. */
export function createContact(
  ctx: Context,
  input: ContactInput,
  options: CreateOptions = {},
): Promise<WrittenOutcome> {
  return inTransaction(ctx, async (tx) => {
    const [outcome] = await createContacts(tx, [input], options);
    if (!outcome!.written) throw outcome!.error;
    return outcome!;
  });
}

/**
 * Creates contacts, one or a thousand with the same statements. Answers in order; what is refused is left out and the
 * others are created: who wants all or none throws what was refused. A person may name a company of the same call by
 * the number or the name that this brings along.
 */
export async function createContacts(
  ctx: Context,
  inputs: readonly ContactInput[],
  { areFromParties = false, areIndexedLater = false }: CreateOptions = {},
): Promise<readonly ContactOutcome[]> {
  if (inputs.length === 0) return [];
  const firstId = await ctx.keys.take("contact", inputs.length);
  const completed = await completeNew(ctx.db, inputs);
  const candidates = completed.map((input, index) => newCandidate(firstId + index, input));
  return inTransaction(ctx, async (tx) => {
    const wishes = candidates.map(({ wish }) => wish);
    const found = await findWishedCompanies(tx.db, wishes);
    const { setup, companies } = await loadSetup(tx, wishedIds(wishes, found), "share");
    await lookUpChosen(
      tx.db,
      candidates.map(({ chosen }) => chosen),
      setup.references,
    );
    refuseEarly(tx, candidates, setup, areFromParties);
    writeCandidates(candidates, { setup, companies, found, areFromParties });
    await giveNumbers(tx, candidates, setup);
    return save(tx, candidates, setup, companies, areIndexedLater);
  });
}

/** Claims the numbers that were brought along and draws the others, as late as possible: the series stays locked. */
async function giveNumbers(
  tx: TransactionContext,
  candidates: readonly Candidate[],
  { contactNos }: ContactSetup,
): Promise<void> {
  const open = candidates.filter(({ refusal }) => refusal === null);
  const claims = open.flatMap(({ id, no }) => (no === null ? [] : [{ id, no }]));
  const claimed = await claimNumbers(tx.db, claims);
  for (const candidate of open) {
    if (candidate.no !== null && !claimed.has(candidate.no)) candidate.refusal = numberTaken(candidate.no);
  }
  refuseOrphans(open);
  const unnumbered = open.filter(({ no, refusal }) => no === null && refusal === null);
  if (unnumbered.length === 0 || contactNos === null) return;
  const ids = unnumbered.map(({ id }) => id);
  const numbers = await drawAndClaim(tx, contactNos.id, ids);
  for (const [index, candidate] of unnumbered.entries()) candidate.no = numbers[index]!;
}

async function save(
  tx: TransactionContext,
  candidates: readonly Candidate[],
  { contactNos, references }: ContactSetup,
  companies: ContactStates,
  areIndexedLater: boolean,
): Promise<readonly ContactOutcome[]> {
  const states = candidates
    .filter(({ refusal }) => refusal === null)
    .map((candidate) => newState(candidate, contactNos, companies));
  if (states.length === 0) return candidates.map(({ refusal }) => ({ written: false, error: refusal! }));
  const lastModifiedAt = await insertContacts(tx.db, states, contactNos?.id ?? null, references);
  const warnings = await warnOfVatNumbers(tx.db, states);
  await recordCreation(tx, states);
  await emit(tx, contactsWritten, { created: states, changed: [], followerIds: [], originPartyIds: [] });
  const duplicates = areIndexedLater ? new Map() : await indexWritten(tx, { created: states, changed: [] });
  const byId = new Map(states.map((state) => [state.id, { ...state, lastModifiedAt }]));
  return candidates.map(({ id, companyId, refusal }) => {
    if (refusal !== null) return { written: false, error: refusal };
    const company = companyId === null ? undefined : (byId.get(companyId) ?? companies.get(companyId));
    return {
      written: true,
      id,
      contact: presentContact(byId.get(id)!, company?.no ?? null, references),
      before: byId.get(id)!.fields,
      warnings: warnings.get(id) ?? [],
      duplicates: duplicates.get(id) ?? [],
    };
  });
}

function newState(
  candidate: Candidate,
  contactNos: ContactSetup["contactNos"],
  companies: ContactStates,
): ContactState {
  const { id, no, companyId, fields, input } = candidate;
  return {
    id,
    no: no!,
    companyId,
    fields: fields!,
    // A new person has no relations but those of its company (contacts §6.2).
    businessRelation: companies.get(companyId ?? 0)?.businessRelation ?? "none",
    noSeries: input.no == null ? (contactNos?.code ?? null) : null,
    imageNo: null,
    erasedAt: null,
    version: 1,
    lastModifiedAt: "",
  };
}

async function recordCreation(tx: TransactionContext, states: readonly ContactState[]): Promise<void> {
  const [first] = states;
  if (states.length === 1) {
    await recordChange(tx, {
      action: "contact.created",
      resource: "contacts",
      key: first!.no,
      changes: filledFields(first!.fields),
    });
    return;
  }
  await recordChange(tx, {
    action: "contacts.created",
    resource: "contacts",
    key: first!.no,
    changes: { count: states.length, nos: states.map(({ no }) => no) },
  });
}

/** `{ field: [null, value] }` of everything that is not blank. */
function filledFields(fields: ContactFields): Record<string, unknown> {
  const filled = Object.entries(fields).filter(
    ([field, value]) => value !== blankContact[field as keyof ContactFields],
  );
  return Object.fromEntries(filled.map(([field, value]) => [field, [null, value]]));
}
