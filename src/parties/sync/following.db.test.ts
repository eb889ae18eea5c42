import { sql } from "kysely";
import { expect } from "vitest";
import { type TestDatabase, test, testContext } from "#app/testing.ts";
import { changeContact, createContacts } from "#contacts/index.ts";
import { countingStatements } from "#platform/db/statistics.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { createPartiesOf } from "../relations/new-parties.commands.ts";
import { writeParty } from "../write-parties.commands.ts";

/** Series and codes without which nothing is linked. */
async function setUp({ db }: TestDatabase): Promise<void> {
  await sql`
    with series as (insert into number_series (code) values ('S') returning id),
         line as (insert into number_series_lines (series_id, starting_date, starting_no) select id, '2020-01-01', 'S000001' from series),
         codes as (insert into business_relations (code) values ('CUST'), ('EMPL') returning id, code)
    update marketing_setup
       set employee_nos_id = (select id from series), customer_nos_id = (select id from series),
           bus_rel_code_for_customers_id = (select id from codes where code = 'CUST'),
           bus_rel_code_for_employees_id = (select id from codes where code = 'EMPL')`.execute(db);
}

test("a company of a thousand people, who are all employees, is changed with a few statements", async ({
  database,
}) => {
  await setUp(database);
  const ctx = testContext(database.db, { keys: database.keys });
  const [company] = await createContacts(ctx, [{ no: "BIG", name: "Iso", phoneNo: "1" }]);
  const outcomes = await createContacts(
    ctx,
    Array.from({ length: 1_000 }, (_, index) => ({
      no: `P${index}`,
      type: "person" as const,
      name: `Henkilö ${index}`,
      companyNo: "BIG",
    })),
  );
  const ids = outcomes.flatMap((outcome) => (outcome.written ? [outcome.id] : []));
  await inTransaction(ctx, (tx) => createPartiesOf(tx, "employee", ids));
  const [customer] = await inTransaction(ctx, (tx) =>
    createPartiesOf(tx, "customer", company!.written ? [company!.id] : []),
  );
  const byContact = { statements: 0 };
  const byParty = { statements: 0 };

  await countingStatements(byContact, () => changeContact(ctx, "BIG", { phoneNo: "2" }));
  await countingStatements(byParty, () =>
    writeParty(ctx, "customer", { mode: "change", no: customer!.no, input: { phoneNo: "3" } }),
  );

  const { rows } = await sql<{ phone: string; people: number; employees: number; version: number }>`
    select (select phone_no from contacts where no = 'BIG') as phone,
           (select count(*) from contacts where type = 'person' and phone_no = '3') as people,
           (select count(*) from parties where kind = 'employee' and phone_no = '3') as employees,
           (select version from parties where kind = 'customer') as version`.execute(database.db);
  // Twice: by the contact, and by its own change, which brings no echo.
  const versionAfterLinking = 2;
  expect(rows[0]).toEqual({ phone: "3", people: 1_000, employees: 1_000, version: versionAfterLinking + 2 });
  expect(byContact.statements).toBeLessThanOrEqual(20);
  expect(byParty.statements).toBeLessThanOrEqual(35);
});
