import { sql } from "kysely";
import { findContactIdsByNo } from "#contacts/index.ts";
import { createPartiesOf, recalculateRelations } from "#parties/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { DemoCompany } from "./demo.types.ts";

/** The code of contacts that are customers of the house. */
const customerCode = "CUST";

/**
 * Customers, all with the same few statements, and what the other contacts are to the house.
 *
 * @param numbers of the contacts by key
 */
export async function loadRelations(
  tx: TransactionContext,
  { contacts }: Pick<DemoCompany, "contacts">,
  numbers: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = contacts.flatMap(({ key, businessRelationCodes }) =>
    businessRelationCodes.map((code) => ({ no: numbers.get(key)!, code })),
  );
  const customers = rows.filter(({ code }) => code === customerCode);
  const found = await findContactIdsByNo(
    tx.db,
    customers.map(({ no }) => no),
  );
  await createPartiesOf(
    tx,
    "customer",
    [...found.values()].map(({ id }) => id),
  );
  const inserted = await sql<{ id: number }>`
    insert into contact_business_relations (contact_id, business_relation_id)
    select n.contact_id, b.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no text, code text)
      join contact_numbers n on n.no = r.no join business_relations b on b.code = r.code
     where r.code <> ${customerCode}
    returning contact_id as id`.execute(tx.db);
  await recalculateRelations(
    tx.db,
    inserted.rows.map(({ id }) => id),
  );
}
