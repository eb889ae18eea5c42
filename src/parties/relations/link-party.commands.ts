import type { Context } from "#app/database.ts";
import { changeContact, touchContacts } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { contactLinked } from "../party-errors.ts";
import { type PartyKind, resourceOfKind } from "../party-kinds.rules.ts";
import { overwriteByContact } from "../sync/follow-contacts.commands.ts";
import { carryImages } from "../sync/follow-parties.commands.ts";
import { contactChange, followedFields } from "../sync/sync.rules.ts";
import { recordSync } from "../sync/sync-log.commands.ts";
import { changesOf } from "../sync/sync-policy.rules.ts";
import { lockHolder } from "./holders.queries.ts";
import { insertLinks } from "./link-rows.commands.ts";
import { recalculateRelations } from "./recalculate.commands.ts";
import { lockUnlinkedParty, recordRelation } from "./relations.commands.ts";
import type { LinkedParty, masters } from "./relations.contract.ts";

export interface LinkWith {
  readonly kind: PartyKind;
  readonly partyNo: string;
  /** Whose values stay and overwrite those of the other side; the contact's, unless said. */
  readonly master?: (typeof masters)[number] | undefined;
}

/**
 * Links a contact, or the company of a person, with a party that exists (contacts §6.4).
 *
 * @throws what `lockHolder` and `lockUnlinkedParty` throw, and what changing a contact throws
 */
export function linkParty(
  ctx: Context,
  contactNo: string,
  { kind, partyNo, master = "contact" }: LinkWith,
): Promise<LinkedParty> {
  return inTransaction(ctx, async (tx) => {
    const { holder, relation } = await lockHolder(tx, kind, contactNo);
    const party = await lockUnlinkedParty(tx, kind, partyNo);
    const links = [{ contactId: holder.id, partyId: party.id }];
    const linked = await insertLinks(tx.db, { kind, relationId: relation.id, links });
    if (linked.size === 0) throw contactLinked(kind, holder.no, relation.code);
    await recalculateRelations(tx.db, [holder.id]);

    const overwritesContact = master === "party" && kind !== "employee";
    if (overwritesContact) {
      // A block of the party is taken over; the contact itself is not blocked, or it could not be linked.
      const change = contactChange(kind, party.fields, holder, {
        changesPrivacy: party.fields.privacyBlocked,
      });
      const originPartyIds = [party.id];
      const { before, contact } = await changeContact(tx, holder.no, change, { originPartyIds });
      const wished =
        party.fields.imageNo === null ? [] : [{ contactId: holder.id, imageNo: party.fields.imageNo }];
      const images = await carryImages(tx, wished, originPartyIds);
      const changes = { ...changesOf(followedFields, before, contact), ...images.get(holder.id) };
      const line = { contactId: holder.id, partyId: party.id, kind, partyNo: party.no, changes };
      await recordSync(tx, [{ ...line, direction: "partyToContact", occasion: "link" }]);
    } else {
      const followed = await overwriteByContact(tx, [party.id]);
      await recordSync(
        tx,
        followed.map((line) => ({ ...line, direction: "contactToParty", occasion: "link" })),
      );
    }
    await touchContacts(tx.db, [holder.id]);
    await recordChange(tx, {
      action: `${kind}.linked`,
      resource: resourceOfKind[kind],
      key: partyNo,
      changes: { contactNo: [null, holder.no], master },
    });
    await recordRelation(tx, holder.no, [null, `${relation.code} ${kind} ${partyNo}`]);
    return {
      kind,
      no: partyNo,
      name: overwritesContact ? party.fields.name : holder.name,
      contactNo: holder.no,
    };
  });
}
