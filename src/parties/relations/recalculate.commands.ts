import { sql } from "kysely";
import type { Tx } from "#app/database.ts";

/** Ids of the codes that the marketing set-up reserves for linked rows, as an array. */
export const reservedRelationIds = sql`(
  select array_remove(array[m.bus_rel_code_for_customers_id, m.bus_rel_code_for_vendors_id,
                            m.bus_rel_code_for_bank_accs_id, m.bus_rel_code_for_employees_id], null)
    from marketing_setup m)::integer[]`;

/**
 * Says anew how we stand with these contacts and with the people of these companies: `businessRelationOf` of the rules
 * as SQL, two statements however many. Companies whose rows changed are locked by the caller; a person who moves at
 * the same moment is left to whoever moves it.
 */
export async function recalculateRelations(tx: Tx, contactIds: readonly number[]): Promise<void> {
  if (contactIds.length === 0) return;
  const { rows } = await sql<{ id: number; companyId: number | null; value: string }>`
    with reserved as (select ${reservedRelationIds} as ids)
    select c.id, c.company_id as "companyId", k.value
      from contacts c cross join reserved
      cross join lateral (
        select case when count(*) = 0 then 'none'
                    when count(*) filter (where r.party_id is not null and r.business_relation_id = any(reserved.ids)) = 0
                      then case when count(*) = 1 then 'other' else 'multiple' end
                    when count(*) = 1 then min(r.link_to)
                    else 'multiple' end as value
          from contact_business_relations r where r.contact_id = any(array[c.id, c.company_id])) k
     where (c.id = any(${contactIds}::bigint[]) or c.company_id = any(${contactIds}::bigint[]))
       and c.business_relation is distinct from k.value`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    update contacts c set business_relation = r.value, last_modified_at = now()
      from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ companyId }) => companyId)}::bigint[],
                  ${rows.map(({ value }) => value)}::text[]) as r(id, company_id, value)
     where c.id = r.id and c.company_id is not distinct from r.company_id`.execute(tx);
}
