import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { businessRelationOf, type RelationRow } from "./business-relation.rules.ts";
import { recalculateRelations } from "./recalculate.commands.ts";

const kinds = ["customer", "vendor", "bankAccount", "employee", null] as const;

test("CON-083 the statement says of random rows what the rules say, also of people by their company", async ({
  ctx,
}) => {
  const codes = await sql<{ id: number }>`
    insert into business_relations (code) select 'R' || n from generate_series(1, 6) n returning id`.execute(
    ctx.db,
  );
  const ids = codes.rows.map(({ id }) => id);
  const [customers, vendors] = ids;
  await sql`
    update marketing_setup
       set bus_rel_code_for_customers_id = ${customers}, bus_rel_code_for_vendors_id = ${vendors}`.execute(
    ctx.db,
  );
  const expected = new Map<number, string>();
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  const addRows = async (contactId: number): Promise<RelationRow[]> => {
    const rows: RelationRow[] = [];
    const linkedKinds = new Set<string>();
    for (const relationId of ids.filter(() => random(3) === 0)) {
      const linkTo = kinds[random(kinds.length)]!;
      const isLinked = linkTo !== null && !linkedKinds.has(linkTo) && random(4) > 0;
      if (isLinked) linkedKinds.add(linkTo);
      await sql`
        insert into contact_business_relations (contact_id, business_relation_id, link_to, party_id)
        values (${contactId}, ${relationId}, ${linkTo}, ${isLinked ? contactId * 10 + relationId : null})`.execute(
        ctx.db,
      );
      rows.push({ linkTo, isLinked, hasReservedCode: relationId === customers || relationId === vendors });
    }
    return rows;
  };
  const companyIds: number[] = [];
  for (let count = 0; count < 40; count++) {
    const company = await given.contact(ctx);
    const person = await given.contact(ctx, { type: "person", companyNo: company.no });
    const ofCompany = await addRows(company.id);
    const ofPerson = await addRows(person.id);
    companyIds.push(company.id);
    expected.set(company.id, businessRelationOf(ofCompany));
    expected.set(person.id, businessRelationOf([...ofPerson, ...ofCompany]));
  }

  await inTransaction(ctx, (tx) => recalculateRelations(tx.db, companyIds));

  const { rows } = await sql<{ id: number; value: string }>`
    select id, business_relation as value from contacts where id = any(${[...expected.keys()]}::bigint[])`.execute(
    ctx.db,
  );
  expect(new Map(rows.map(({ id, value }) => [id, value]))).toEqual(expected);
  expect(new Set(expected.values()).size).toBeGreaterThan(3);
});
