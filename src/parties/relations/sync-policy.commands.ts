import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { touchContacts } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict, NotFound } from "#platform/errors.ts";
import { lockContacts } from "../party-states.queries.ts";
import type { SyncPolicy } from "../sync/sync-policy.rules.ts";
import { getFoundContact } from "./relations.queries.ts";

/**
 * Says which way a contact and its party follow each other from now on (B8); nothing is copied by it.
 *
 * @throws NotFound `contact_not_found`, `not_found`; Conflict `relation_not_linked` of a plain row
 */
export function changeSyncPolicy(
  ctx: Context,
  no: string,
  code: string,
  syncPolicy: SyncPolicy,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getFoundContact(tx.db, no);
    await lockContacts(tx.db, [id]);
    const { rows } = await sql<{ relationId: number; partyId: number | null; before: SyncPolicy }>`
      select r.business_relation_id as "relationId", r.party_id as "partyId", r.sync_policy as before
        from contact_business_relations r join business_relations b on b.id = r.business_relation_id
       where r.contact_id = ${id} and b.code = ${code} for no key update of r`.execute(tx.db);
    const [row] = rows;
    if (!row) throw new NotFound("not_found", { key: code }, [{ path: "code", code: "not_found" }]);
    if (row.partyId === null) throw new Conflict("relation_not_linked", { key: code });
    if (row.before === syncPolicy) return;
    await sql`
      update contact_business_relations set sync_policy = ${syncPolicy}
       where contact_id = ${id} and business_relation_id = ${row.relationId}`.execute(tx.db);
    await touchContacts(tx.db, [id]);
    await recordChange(tx, {
      action: "contact.relationChanged",
      resource: "contacts",
      key: no,
      changes: { businessRelationCode: code, syncPolicy: [row.before, syncPolicy] },
    });
  });
}
