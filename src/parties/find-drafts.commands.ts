import { findContactIdsByNo } from "#contacts/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid, invalidField } from "#platform/errors.ts";
import type { PartyDraft } from "./party-drafts.ts";
import { partyKeyTaken, partyNotFound } from "./party-errors.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import {
  findImages,
  findKindRows,
  findPartyStates,
  type KindRow,
  type KnownContact,
  lockContacts,
  lockPartyStates,
  type PartyState,
} from "./party-states.queries.ts";

/** What was found and locked for a batch. */
export interface FoundContacts {
  readonly contacts: ReadonlyMap<number, KnownContact>;
  /** Rows of this kind that the companies of wished people have. */
  readonly kindRows: ReadonlyMap<number, KindRow>;
  /** Pictures of wished companies. */
  readonly images: ReadonlyMap<number, number>;
}

/**
 * Finds the parties that requests are about and locks everything they touch: contacts first, then parties. Refuses who
 * is not found and whose key is another's.
 */
export async function findDrafts(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly PartyDraft[],
): Promise<FoundContacts> {
  await matchParties(tx, kind, drafts);
  const wishedNos = drafts.flatMap(({ request }) => request.input.primaryContactNo ?? []);
  const wished = await findContactIdsByNo(tx.db, wishedNos);
  const linked = drafts.flatMap(({ before }) => before?.contactId ?? []);
  const ofWishes = [...wished.values()].flatMap(({ id, companyId }) => [id, companyId ?? id]);
  const contacts = await lockContacts(tx.db, [...linked, ...ofWishes]);
  await lockParties(tx, drafts);
  for (const draft of drafts) {
    const { primaryContactNo: no } = draft.request.input;
    const contact = no == null ? undefined : contacts.get(wished.get(no)?.id ?? 0);
    if (no != null && !contact) draft.refusal ??= invalidField("primaryContactNo", "not_found");
    // A caller that sends back what it read wants nothing.
    const isUnchanged = draft.before !== null && (contact?.id ?? null) === draft.before.primaryContactId;
    draft.wish = no === undefined || isUnchanged ? undefined : (contact ?? null);
  }
  const companyIds = drafts.flatMap(({ wish }) => wish?.companyId ?? []);
  const companies = drafts.flatMap(({ wish }) => (wish?.type === "company" ? wish.id : []));
  return {
    contacts,
    kindRows: await findKindRows(tx.db, kind, companyIds),
    images: await findImages(tx.db, companies),
  };
}

async function matchParties(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly PartyDraft[],
): Promise<void> {
  const nos = drafts.flatMap(({ request }) => [request.no ?? [], request.input.no ?? []].flat());
  const externalIds = drafts.flatMap(({ request }) => request.input.externalId ?? []);
  const found = await findPartyStates(tx.db, kind, { nos, externalIds });
  const byNo = new Map(found.map((state) => [state.no, state]));
  const byExternalId = new Map(found.map((state) => [state.fields.externalId, state]));
  const matched = new Set<number>();
  for (const draft of drafts) {
    const { mode, no, input } = draft.request;
    if (mode === "change") {
      draft.before = byNo.get(no!) ?? null;
      if (!draft.before) draft.refusal = partyNotFound(kind, no!);
    } else if (mode === "upsert") {
      if (input.no == null && input.externalId == null)
        draft.refusal = new Invalid("party_key_required", {}, [
          { path: "externalId", code: "party_key_required" },
        ]);
      draft.before = pickMatch(input, byNo, byExternalId);
    }
    draft.refusal ??= refuseTakenKeys(draft, byNo, byExternalId);
    if (draft.before === null) continue;
    // The same party by another of its keys: one after the other.
    if (matched.has(draft.before.id)) draft.refusal ??= new Conflict("concurrent_change");
    matched.add(draft.before.id);
  }
}

/** The external id wins; a number adopts the external id only of a party that has none. */
function pickMatch(
  { no, externalId }: PartyDraft["request"]["input"],
  byNo: ReadonlyMap<string, PartyState>,
  byExternalId: ReadonlyMap<string | null, PartyState>,
): PartyState | null {
  const known = externalId == null ? undefined : byExternalId.get(externalId);
  if (known) return known;
  const numbered = no == null ? undefined : byNo.get(no);
  if (!numbered) return null;
  return externalId == null || numbered.fields.externalId === null ? numbered : null;
}

function refuseTakenKeys(
  { request: { input }, before }: PartyDraft,
  byNo: ReadonlyMap<string, PartyState>,
  byExternalId: ReadonlyMap<string | null, PartyState>,
): Error | null {
  const ofNo = input.no == null ? undefined : byNo.get(input.no);
  if (ofNo && ofNo.id !== before?.id) return partyKeyTaken("no", input.no!);
  const ofExternalId = input.externalId == null ? undefined : byExternalId.get(input.externalId);
  if (ofExternalId && ofExternalId.id !== before?.id) return partyKeyTaken("externalId", input.externalId!);
  return null;
}

/** Locks the parties; one that was linked to another contact just now is somebody else's turn. */
async function lockParties(tx: TransactionContext, drafts: readonly PartyDraft[]): Promise<void> {
  const locked = await lockPartyStates(
    tx.db,
    drafts.flatMap(({ before }) => before?.id ?? []),
  );
  const byId = new Map(locked.map((state) => [state.id, state]));
  for (const draft of drafts) {
    const { before } = draft;
    if (!before) continue;
    const state = byId.get(before.id);
    if (!state || state.contactId !== before.contactId || state.no !== before.no)
      draft.refusal ??= new Conflict("concurrent_change");
    draft.before = state ?? before;
    draft.contactId = state?.contactId ?? null;
  }
}
