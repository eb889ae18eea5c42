import type { Context } from "#app/database.ts";
import type { AttachmentsConfig, Upload } from "#attachments/index.ts";
import { type PictureOwner, type StoredPicture, storePicture, type WantedPicture } from "#pictures/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { partyNotFound } from "../party-errors.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { findPartyStates, lockContacts, lockPartyStates } from "../party-states.queries.ts";
import { writeParty } from "../write-parties.commands.ts";

/**
 * Gives a party a picture; the one it had goes, and its contact follows (contacts §6.5, B5).
 *
 * @throws NotFound `party_not_found`; everything that `storePicture` and `writeParty` throw
 */
export function putPartyImage(
  ctx: Context,
  config: AttachmentsConfig,
  kind: PartyKind,
  wanted: WantedPicture,
  upload: Upload,
): Promise<StoredPicture> {
  return storePicture(ctx, config, wanted, upload, {
    hold: (tx) => lockOwner(tx, kind, wanted.no),
    give: async (tx, { no }, imageNo) => {
      await writeParty(tx, kind, { mode: "change", no, input: { imageNo } });
    },
  });
}

/** @throws NotFound `party_not_found`; Stale */
export function deletePartyImage(
  ctx: Context,
  kind: PartyKind,
  { no, ifMatch }: WantedPicture,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { imageNo } = await lockOwner(tx, kind, no);
    expectVersion({ version: imageNo ?? 0 }, ifMatch);
    if (imageNo !== null) await writeParty(tx, kind, { mode: "change", no, input: { imageNo: null } });
  });
}

/** Locks the contact of the party and the party, in the order in which everybody locks them. */
async function lockOwner(tx: TransactionContext, kind: PartyKind, no: string): Promise<PictureOwner> {
  const [found] = await findPartyStates(tx.db, kind, { nos: [no], externalIds: [] });
  if (!found) throw partyNotFound(kind, no);
  if (found.contactId !== null) await lockContacts(tx.db, [found.contactId]);
  const [party] = await lockPartyStates(tx.db, [found.id]);
  if (!party) throw partyNotFound(kind, no);
  if (party.contactId !== found.contactId) throw new Conflict("concurrent_change");
  return { no: party.no, name: party.fields.name, imageNo: party.fields.imageNo };
}
