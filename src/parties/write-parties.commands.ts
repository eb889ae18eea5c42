import type { Context } from "#app/database.ts";
import { completeAddresses } from "#contacts/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { type AppError, Conflict, type FieldError, Forbidden, Invalid, Stale } from "#platform/errors.ts";
import { carryOut } from "./carry-out.commands.ts";
import { type FoundContacts, findDrafts } from "./find-drafts.commands.ts";
import {
  type DecidedDraft,
  newDraft,
  type PartyDraft,
  type PartyOutcome,
  type PartyRequest,
} from "./party-drafts.ts";
import { contactLinked, PartiesRefused } from "./party-errors.ts";
import { hasPrimaryContact } from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import { drawPartyNumbers, refuseAutomaticNo, refuseManualNo } from "./party-numbers.ts";
import {
  type KindSetup,
  type KnownCodes,
  loadKindSetup,
  lookUpPartyCodes,
  relationCodeMissing,
} from "./party-setup.queries.ts";
import type { KnownContact } from "./party-states.queries.ts";
import { type PrimaryCandidate, planParty } from "./primary-contact.rules.ts";
import { writeParty as writeFields } from "./write-party.rules.ts";

/**
 * Creates or changes one party; answers its number and what was done. Throws what is wrong with it.
 *
 * @throws NotFound `party_not_found`, Stale, Invalid, Conflict `duplicate`, `manual_no`, `setup_missing`,
 * `relation_contact_linked`, `party_contact_not_related`, `contact_privacy_blocked`
 */
export async function writeParty(
  ctx: Context,
  kind: PartyKind,
  request: PartyRequest,
): Promise<{ readonly no: string; readonly status: "created" | "changed" | "unchanged" }> {
  try {
    const [outcome] = await writeParties(ctx, kind, [request]);
    if (!outcome!.written) throw outcome!.error;
    return outcome!;
  } catch (error) {
    if (error instanceof PartiesRefused) throw error.refusals.get(0) ?? error;
    throw error;
  }
}

/**
 * Creates and changes parties of one kind, one or a thousand with the same statements, with what follows for their
 * contacts (contacts §6.5, 6.6). Answers in order; what is refused is left out. No party, key or contact may stand in
 * a batch twice.
 *
 * @throws PartiesRefused where a request turned out to be impossible after others were carried out: the transaction is
 * to be undone and the others tried again
 */
export function writeParties(
  ctx: Context,
  kind: PartyKind,
  requests: readonly PartyRequest[],
): Promise<readonly PartyOutcome[]> {
  return inTransaction(ctx, async (tx) => {
    const drafts = requests.map(newDraft);
    const setup = await loadKindSetup(tx.db, kind);
    const found = await findDrafts(tx, kind, drafts);
    await completePostCodes(tx, drafts);
    const codes = await lookUpPartyCodes(
      tx.db,
      drafts.flatMap(({ request, before }) => (before ? [request.input, before.fields] : [request.input])),
      setup,
    );
    decideAll(tx, kind, drafts, { setup, found, codes });
    const decided = drafts.filter((draft): draft is DecidedDraft => draft.plan !== null);
    await giveNumbers(tx, kind, decided, setup);
    const statuses = await carryOut(tx, kind, decided, { setup, codes, contacts: found.contacts });
    return drafts.map(({ index, no, refusal }) =>
      refusal ? { written: false, error: refusal } : { written: true, status: statuses.get(index)!, no: no! },
    );
  });
}

/** Post codes of the list fill in the rest of the address, as those of contacts do (contacts §1.1). */
async function completePostCodes(tx: TransactionContext, drafts: readonly PartyDraft[]): Promise<void> {
  const inputs = await completeAddresses(
    tx.db,
    drafts.map(({ request }) => request.input),
    (index) => drafts[index]!.before?.fields ?? null,
  );
  for (const [index, draft] of drafts.entries()) draft.request = { ...draft.request, input: inputs[index]! };
}

interface Material {
  readonly setup: KindSetup;
  readonly found: FoundContacts;
  readonly codes: KnownCodes;
}

function decideAll(ctx: Context, kind: PartyKind, drafts: readonly PartyDraft[], material: Material): void {
  /** Companies that a party of this batch gets linked to. */
  const claimed = new Map<number, string>();
  for (const draft of drafts) {
    draft.refusal ??= refuseAsThingsAre(ctx, kind, draft, material);
    if (draft.refusal) continue;
    const { fields, errors } = writeFields(
      kind,
      draft.before?.fields ?? null,
      draft.request.input,
      material.codes,
    );
    if (errors.length > 0) draft.refusal = invalidParty(errors);
    else decide(kind, draft, fields, material, claimed);
  }
}

function decide(
  kind: PartyKind,
  draft: PartyDraft,
  fields: ReturnType<typeof writeFields>["fields"],
  { setup, found }: Material,
  claimed: Map<number, string>,
): void {
  const { before, wish, request } = draft;
  const contact = before?.contactId ? (found.contacts.get(before.contactId) ?? null) : null;
  const decision = planParty({
    kind,
    before: before && { fields: before.fields, primaryContactId: before.primaryContactId },
    after: fields,
    writesContactName:
      request.input.contactName !== undefined && fields.contactName !== (before?.fields.contactName ?? null),
    wish: wish && candidateOf(wish, found, claimed),
    contact,
    isSynchronized: setup.relation !== null,
  });
  if (decision.allowed) {
    draft.plan = decision.plan;
    draft.no = request.input.no ?? before?.no ?? null;
    const { link } = decision.plan;
    if (link && "contactId" in link) claimed.set(link.contactId, draft.no ?? request.input.externalId ?? "");
  } else if (decision.because === "relation_contact_linked") {
    const company = found.contacts.get(wish!.companyId!)!;
    draft.refusal = contactLinked(kind, company.no, decision.partyNo);
  } else if (decision.because === "setup_missing") {
    draft.refusal = relationCodeMissing(kind);
  } else {
    const values = { contactNo: wish!.no };
    draft.refusal = new Conflict(decision.because, values, [
      { path: "primaryContactNo", code: decision.because, values },
    ]);
  }
}

function candidateOf(
  wish: KnownContact,
  { contacts, kindRows, images }: FoundContacts,
  claimed: ReadonlyMap<number, string>,
): PrimaryCandidate {
  const company = wish.companyId === null ? undefined : contacts.get(wish.companyId);
  const row = wish.companyId === null ? undefined : kindRows.get(wish.companyId);
  const claim = wish.companyId === null ? undefined : claimed.get(wish.companyId);
  const linkedTo = claim ?? (row && row.partyId !== null ? (row.partyNo ?? "") : null);
  return {
    ...wish,
    imageNo: images.get(wish.id) ?? null,
    privacyBlocked: wish.privacyBlocked || (company?.privacyBlocked ?? false),
    companyLink: linkedTo !== null ? { partyNo: linkedTo } : row ? "waiting" : "none",
  };
}

/** The version, who gives the number, what the kind has, and the right to block for privacy. */
function refuseAsThingsAre(
  ctx: Context,
  kind: PartyKind,
  { before, request, wish }: PartyDraft,
  { setup }: Material,
): Error | null {
  const { input, ifMatch = null } = request;
  if (before && ifMatch !== null && ifMatch !== before.version)
    return new Stale("stale_version", { version: before.version });
  const isRenumbered = input.no != null && input.no !== before?.no;
  const numberRefusal = isRenumbered
    ? refuseManualNo(setup.series)
    : before === null
      ? refuseAutomaticNo(kind, setup.series)
      : null;
  if (numberRefusal) return numberRefusal;
  if (wish && !hasPrimaryContact(kind))
    return invalidParty([
      { path: "primaryContactNo", code: "unknown_field", values: { name: "primaryContactNo" } },
    ]);
  const blocks =
    input.privacyBlocked !== undefined && input.privacyBlocked !== (before?.fields.privacyBlocked ?? false);
  const mayBlock = ctx.actor.kind === "system" || ctx.actor.rights.has("privacy.manage");
  return blocks && !mayBlock ? new Forbidden("forbidden", { right: "privacy.manage" }) : null;
}

/** The error of one party: a single problem speaks for itself, several are listed. */
function invalidParty(errors: readonly FieldError[]): AppError {
  const codes = new Set(errors.map(({ code }) => code));
  const [only] = codes;
  if (codes.size > 1 || only === undefined) return new Invalid("validation", {}, errors);
  return new Invalid(only, errors[0]?.values ?? {}, errors);
}

/** Keys and numbers of new parties; drawn as late as possible, because the series stays locked. */
async function giveNumbers(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
  { series }: KindSetup,
): Promise<void> {
  const created = drafts.filter(({ before }) => before === null);
  if (created.length > 0) {
    const firstId = await tx.keys.take("party", created.length);
    for (const [index, draft] of created.entries()) draft.id = firstId + index;
  }
  for (const draft of drafts) if (draft.before) draft.id = draft.before.id;
  const unnumbered = created.filter(({ no }) => no === null);
  if (unnumbered.length === 0 || series === null) return;
  const numbers = await drawPartyNumbers(tx, kind, series.id, unnumbered.length);
  for (const [index, draft] of unnumbered.entries()) draft.no = numbers[index]!;
}
