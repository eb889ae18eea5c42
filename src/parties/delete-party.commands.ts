import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { partyNotFound } from "./party-errors.ts";
import { type PartyKind, resourceOfKind } from "./party-kinds.rules.ts";
import { findPartyStates, lockContacts, lockPartyStates } from "./party-states.queries.ts";
import { recalculateRelations } from "./relations/recalculate.commands.ts";

/**
 * Deletes a party with its entries and its linked row (contacts §6.5); the contact stays.
 *
 * @throws NotFound `party_not_found`, Stale, Conflict `concurrent_change`
 */
export function deleteParty(
  ctx: Context,
  kind: PartyKind,
  no: string,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await findPartyStates(tx.db, kind, { nos: [no], externalIds: [] });
    if (!found) throw partyNotFound(kind, no);
    const contactIds = found.contactId === null ? [] : [found.contactId];
    await lockContacts(tx.db, contactIds);
    const [party] = await lockPartyStates(tx.db, [found.id]);
    if (!party) throw partyNotFound(kind, no);
    if (party.contactId !== found.contactId) throw new Conflict("concurrent_change");
    expectVersion(party, ifMatch);

    await sql`delete from contact_business_relations where party_id = ${party.id}`.execute(tx.db);
    await sql`delete from parties where id = ${party.id}`.execute(tx.db);
    await discardAttachments(tx, [party.fields.imageNo]);
    await recalculateRelations(tx.db, contactIds);
    await recordChange(tx, {
      action: `${kind}.deleted`,
      resource: resourceOfKind[kind],
      key: no,
      changes: { name: [party.fields.name, null] },
    });
  });
}
