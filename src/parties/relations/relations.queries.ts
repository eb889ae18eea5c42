import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { type FoundContact, findContactIdsByNo } from "#contacts/index.ts";
import { NotFound } from "#platform/errors.ts";
import { reservedRelationIds } from "./recalculate.commands.ts";
import type { ContactBusinessRelation } from "./relations.contract.ts";

/** @throws NotFound `contact_not_found` */
export async function getFoundContact(db: Db, no: string): Promise<FoundContact> {
  const found = (await findContactIdsByNo(db, [no])).get(no);
  if (!found) throw new NotFound("contact_not_found", { no });
  return found;
}

/**
 * The rows of a contact by code, after them those of a person's company.
 *
 * @throws NotFound `contact_not_found`
 */
export async function listContactRelations(db: Db, no: string): Promise<readonly ContactBusinessRelation[]> {
  const contact = await getFoundContact(db, no);
  const { rows } = await sql<ContactBusinessRelation>`
    select b.code as "businessRelationCode", b.description, r.link_to as "linkTo",
           p.no as "linkNo", p.name as "linkName",
           p.id is not null and b.id = any(${reservedRelationIds}) as "isOpenable",
           r.contact_id <> ${contact.id} as "ofCompany",
           case when p.id is not null then r.sync_policy end as "syncPolicy"
      from contact_business_relations r
      join business_relations b on b.id = r.business_relation_id
      left join parties p on p.id = r.party_id
     where r.contact_id = any(${[contact.id, contact.companyId]}::bigint[])
     order by r.contact_id <> ${contact.id}, b.code`.execute(db);
  return rows;
}
