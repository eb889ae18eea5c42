import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { touchContacts } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, invalidField, NotFound } from "#platform/errors.ts";
import { requireRight } from "#platform/http/serve.ts";
import { resolveReferences } from "#setup/index.ts";
import { contactLinked, partyLinked, partyNotFound } from "../party-errors.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { findKindRows, findPartyStates, lockContacts, lockPartyStates } from "../party-states.queries.ts";
import { insertLinks } from "./link-rows.commands.ts";
import { recalculateRelations, reservedRelationIds } from "./recalculate.commands.ts";
import { getFoundContact } from "./relations.queries.ts";

export interface NewRelation {
  readonly businessRelationCode: string;
  readonly linkTo?: PartyKind | null | undefined;
  readonly linkNo?: string | null | undefined;
}

/**
 * Adds a relation row to a contact (contacts §6.1).
 *
 * @throws NotFound `contact_not_found`; Invalid `not_found`, `required`; Conflict `duplicate`, `relation_reserved_code`,
 * `relation_contact_linked`, `relation_party_linked`
 */
export function addRelation(ctx: Context, no: string, input: NewRelation): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const found = await getFoundContact(tx.db, no);
    const contact = (await lockContacts(tx.db, [found.id])).get(found.id);
    if (!contact) throw new NotFound("contact_not_found", { no });
    const { rows } = await resolveReferences(tx.db, { businessRelationCode: "business_relations" }, input);
    const relation = rows.businessRelationCode;
    if (!relation) throw invalidField("businessRelationCode", "not_found");
    if (input.linkNo == null) await insertPlain(tx, contact, relation, input.linkTo ?? null);
    else await insertLinked(tx, contact, relation, input);
    await recalculateRelations(tx.db, [contact.id]);
    await touchContacts(tx.db, [contact.id]);
    await recordRelation(tx, no, [null, nameOf(input)]);
  });
}

interface Named {
  readonly id: number;
  readonly no: string;
}
interface Coded {
  readonly id: number;
  readonly code: string;
}

/** A row without party; with a kind it waits for the party of that kind. */
async function insertPlain(
  tx: TransactionContext,
  contact: Named,
  relation: Coded,
  linkTo: PartyKind | null,
): Promise<void> {
  if (linkTo === null && (await isReserved(tx.db, relation.id)))
    throw new Conflict("relation_reserved_code", { key: relation.code }, [
      { path: "businessRelationCode", code: "relation_reserved_code", values: { key: relation.code } },
    ]);
  const { rows } = await sql`
    insert into contact_business_relations (contact_id, business_relation_id, link_to)
    values (${contact.id}, ${relation.id}, ${linkTo}) on conflict do nothing returning contact_id`.execute(
    tx.db,
  );
  if (rows.length === 0) {
    const values = { key: relation.code };
    throw new Conflict("duplicate", values, [{ path: "businessRelationCode", code: "duplicate", values }]);
  }
}

async function isReserved(tx: Tx, relationId: number): Promise<boolean> {
  const { rows } = await sql<{ reserved: boolean }>`
    select ${relationId}::int = any(${reservedRelationIds}) as reserved`.execute(tx);
  return rows[0]!.reserved;
}

async function insertLinked(
  tx: TransactionContext,
  contact: Named,
  relation: Coded,
  { linkTo, linkNo }: NewRelation,
): Promise<void> {
  if (tx.actor.kind !== "system") requireRight(tx.actor, "parties.write");
  if (linkTo == null) throw invalidField("linkTo", "required");
  const existing = (await findKindRows(tx.db, linkTo, [contact.id])).get(contact.id);
  if (existing && existing.partyId !== null) throw contactLinked(linkTo, contact.no, existing.partyNo ?? "");
  const party = await lockUnlinkedParty(tx, linkTo, linkNo!);
  const linked = await insertLinks(tx.db, {
    kind: linkTo,
    relationId: relation.id,
    links: [{ contactId: contact.id, partyId: party.id }],
  });
  if (linked.size === 0) throw contactLinked(linkTo, contact.no, relation.code);
}

/**
 * A party that no contact is linked to, locked so that it stays so. Its contact is locked before by the caller.
 *
 * @throws NotFound `party_not_found`, Conflict `relation_party_linked` naming the contact
 */
export async function lockUnlinkedParty(tx: TransactionContext, kind: PartyKind, no: string) {
  const [found] = await findPartyStates(tx.db, kind, { nos: [no], externalIds: [] });
  const [party] = found ? await lockPartyStates(tx.db, [found.id]) : [];
  if (!party) throw partyNotFound(kind, no);
  // Read after the lock: somebody may have linked it while we waited.
  const { rows } = await sql<{ no: string }>`
    select c.no from contact_business_relations r join contacts c on c.id = r.contact_id
     where r.party_id = ${party.id}`.execute(tx.db);
  if (rows[0]) throw partyLinked(kind, no, rows[0].no);
  return party;
}

/**
 * Removes a row; party and contact stay as they are (contacts §6.1).
 *
 * @throws NotFound `contact_not_found`, `not_found`
 */
export function removeRelation(ctx: Context, no: string, code: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getFoundContact(tx.db, no);
    await lockContacts(tx.db, [id]);
    const { rows } = await sql<{ linkTo: PartyKind | null; partyNo: string | null }>`
      delete from contact_business_relations r using business_relations b
       where b.id = r.business_relation_id and b.code = ${code} and r.contact_id = ${id}
      returning r.link_to as "linkTo", (select no from parties where id = r.party_id) as "partyNo"`.execute(
      tx.db,
    );
    const [gone] = rows;
    if (!gone) throw new NotFound("not_found", { key: code }, [{ path: "code", code: "not_found" }]);
    if (gone.partyNo !== null && tx.actor.kind !== "system") requireRight(tx.actor, "parties.write");
    await recalculateRelations(tx.db, [id]);
    await touchContacts(tx.db, [id]);
    await recordRelation(tx, no, [
      nameOf({ businessRelationCode: code, linkTo: gone.linkTo, linkNo: gone.partyNo }),
      null,
    ]);
  });
}

function nameOf({ businessRelationCode, linkTo, linkNo }: NewRelation): string {
  return [businessRelationCode, linkTo, linkNo].filter((part) => part != null).join(" ");
}

/** The relation shows in the trail of the contact. */
export async function recordRelation(
  tx: TransactionContext,
  contactNo: string,
  change: readonly [string | null, string | null],
): Promise<void> {
  await recordChange(tx, {
    action: "contact.relationChanged",
    resource: "contacts",
    key: contactNo,
    changes: { businessRelations: change },
  });
}
