import { changeContacts, type ImageOfContact, setContactImages } from "#contacts/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { throwRefused, writtenOf } from "../outcomes.ts";
import type { DecidedDraft } from "../party-drafts.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { findImages, type KnownContact } from "../party-states.queries.ts";
import { carriesImage, changesShared, contactChange, followedFields } from "./sync.rules.ts";
import { recordSync, type SyncLine } from "./sync-log.commands.ts";
import { changesOf, letsFollow, type SyncChanges } from "./sync-policy.rules.ts";

/**
 * Contacts follow what changed of the fields they share, where the policies of their links let them (contacts §6.5, B8);
 * the parties do not hear of it again.
 *
 * @throws PartiesRefused
 */
export async function followParties(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
  contacts: ReadonlyMap<number, KnownContact>,
): Promise<void> {
  if (kind === "employee") return;
  const wanted = drafts.flatMap((draft) => {
    const { before, plan } = draft;
    const contact = before?.contactId ? contacts.get(before.contactId) : undefined;
    if (!before || !contact || contact.isErased) return [];
    if (!letsFollow(before.syncPolicy, "partyToContact")) return [];
    if (!changesShared(kind, before.fields, plan.fields) && contact.name !== null) return [];
    const changesPrivacy = before.fields.privacyBlocked !== plan.fields.privacyBlocked;
    const change = contactChange(kind, plan.fields, contact, { changesPrivacy });
    return [{ draft, no: contact.no, contactId: contact.id, change }];
  });
  if (wanted.length === 0) return;
  const originPartyIds = wanted.map(({ draft }) => draft.id);
  const outcomes = await changeContacts(tx, wanted, { originPartyIds });
  throwRefused(wanted, outcomes);
  const images = await carryImages(
    tx,
    wanted
      .filter(({ draft }) => carriesImage(draft.before?.fields ?? null, draft.plan.fields))
      .map(({ draft, contactId }) => ({ contactId, imageNo: draft.plan.fields.imageNo })),
    originPartyIds,
  );
  await recordSync(
    tx,
    wanted.map(({ draft, contactId }, index): SyncLine => {
      const { before, contact } = writtenOf(outcomes[index]!);
      return {
        contactId,
        partyId: draft.id,
        kind,
        partyNo: draft.no,
        direction: "partyToContact",
        occasion: "change",
        changes: { ...changesOf(followedFields, before, contact), ...images.get(contactId) },
      };
    }),
  );
}

/** Gives contacts the pictures of their parties, where they have others; answers what that changed, by contact. */
export async function carryImages(
  tx: TransactionContext,
  wished: readonly ImageOfContact[],
  originPartyIds: readonly number[],
): Promise<ReadonlyMap<number, SyncChanges>> {
  const before = await findImages(
    tx.db,
    wished.map(({ contactId }) => contactId),
  );
  const others = wished.filter(({ contactId, imageNo }) => (before.get(contactId) ?? null) !== imageNo);
  await setContactImages(tx, others, { originPartyIds });
  return new Map(
    others.map(({ contactId, imageNo }) => [
      contactId,
      { image: [before.has(contactId), imageNo !== null] } satisfies SyncChanges,
    ]),
  );
}
