import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { PartyKind } from "../party-kinds.rules.ts";

/** A contact and the party that it gets linked to. */
export interface Link {
  readonly contactId: number;
  readonly partyId: number;
}

/**
 * Writes linked rows of one kind, in two statements however many: a row that waits for its party gets it, a plain row
 * of the same code is replaced. Answers the contacts that were linked: the others have a row of this code that is
 * linked to something else. Contacts and parties are locked by the caller, who has looked for links that exist.
 */
export async function insertLinks(
  tx: Tx,
  { kind, relationId, links }: { kind: PartyKind; relationId: number; links: readonly Link[] },
): Promise<ReadonlySet<number>> {
  if (links.length === 0) return new Set();
  const wanted = sql`unnest(${links.map(({ contactId }) => contactId)}::bigint[],
    ${links.map(({ partyId }) => partyId)}::bigint[]) as l(contact_id, party_id)`;
  const waiting = await sql<{ contactId: number }>`
    update contact_business_relations r set party_id = w.party_id
      from (select distinct on (x.contact_id) x.contact_id, x.business_relation_id, l.party_id
              from ${wanted} join contact_business_relations x on x.contact_id = l.contact_id
             where x.link_to = ${kind} and x.party_id is null
             order by x.contact_id, x.business_relation_id <> ${relationId}) w
     where r.contact_id = w.contact_id and r.business_relation_id = w.business_relation_id
    returning r.contact_id as "contactId"`.execute(tx);
  const linked = new Set(waiting.rows.map(({ contactId }) => contactId));
  if (linked.size === links.length) return linked;
  const { rows } = await sql<{ contactId: number }>`
    insert into contact_business_relations as r (contact_id, business_relation_id, link_to, party_id)
    select contact_id, ${relationId}, ${kind}, party_id from ${wanted}
     where contact_id <> all(${[...linked]}::bigint[]) order by contact_id
        on conflict (contact_id, business_relation_id)
        do update set link_to = excluded.link_to, party_id = excluded.party_id where r.party_id is null
    returning r.contact_id as "contactId"`.execute(tx);
  for (const { contactId } of rows) linked.add(contactId);
  return linked;
}
