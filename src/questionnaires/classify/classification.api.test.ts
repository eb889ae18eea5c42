import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import type { ClassificationResult } from "../classification.contract.ts";
import { answer, automatic, givenQuestionnaire, question, withoutSamples } from "../testing.ts";
import { runClassification } from "./classification.work.ts";

const date = "2026-11-23";
const unwatched = { set: () => undefined, throwIfCanceled: () => undefined };

async function classify(app: TestApp, code: string, dryRun = false): Promise<ClassificationResult> {
  const { id } = await app.owner
    .selectFrom("questionnaires")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return runClassification(testContext(app.db), { questionnaireIds: [id], date, dryRun }, unwatched);
}

/** Numbers of the contacts that hold each answer, by its description. */
async function holdersOf(app: TestApp, code: string): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ answer: string; nos: string[] }>`
    select l.description as answer, array_agg(c.no order by c.no) as nos
      from contact_profile_answers a
      join questionnaires q on q.id = a.questionnaire_id
      join questionnaire_lines l on l.questionnaire_id = a.questionnaire_id and l.line_no = a.line_no
      join contacts c on c.id = a.contact_id
     where q.code = ${code} group by 1`.execute(app.owner);
  return Object.fromEntries(rows.map(({ answer, nos }) => [answer, nos]));
}

/** A business relation, so that a questionnaire asks nobody else's contacts. */
async function relation(app: TestApp): Promise<{ code: string; give: (...ids: number[]) => Promise<void> }> {
  const code = unique("REL");
  const { id } = await app.owner
    .insertInto("business_relations")
    .values({ code, description: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    code,
    async give(...ids) {
      await sql`
        insert into contact_business_relations (contact_id, business_relation_id)
        select unnest(${ids}::bigint[]), ${id}`.execute(app.owner);
    },
  };
}

interface GivenEntry {
  readonly type?: "invoice" | "creditMemo" | "other";
  readonly amount?: number;
  readonly profit?: number;
  readonly discount?: number;
  readonly posted?: string;
  readonly due?: string;
  readonly closed?: string;
}

/** A customer or vendor linked to a contact, with its entries. */
async function party(
  app: TestApp,
  kind: "customer" | "vendor",
  contactId: number,
  entries: readonly GivenEntry[],
): Promise<void> {
  const no = unique("P");
  const link = await relation(app);
  await sql`
    with made as (
      insert into parties (id, kind, no) select coalesce(max(id), 0) + 1, ${kind}, ${no} from parties returning id
    ), linked as (
      insert into contact_business_relations (contact_id, business_relation_id, link_to, party_id)
      select ${contactId}, (select id from business_relations where code = ${link.code}), ${kind}, id from made
    )
    insert into party_entries (party_id, document_type, posting_date, due_date, closed_date, amount, profit, discount)
    select made.id, e.type, e.posted, e.due, e.closed, e.amount, e.profit, e.discount
      from made, json_to_recordset(${JSON.stringify(
        entries.map((entry) => ({
          type: "invoice",
          posted: "2026-05-05",
          amount: 0,
          profit: 0,
          discount: 0,
          ...entry,
        })),
      )}::json) as e(type text, posted date, due date, closed date, amount numeric, profit numeric, discount numeric)`.execute(
    app.owner,
  );
}

async function talk(app: TestApp, contact: { id: number }, times: number, values = {}): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await given.entry(app, { contact_id: contact.id, company_id: contact.id, ...values });
}

describe("the job", () => {
  test("CON-097 every contact of the type with up to ten interactions holds the answer", async ({ app }) => {
    const [quiet, ten, busy] = await Promise.all([1, 2, 3].map(() => givenIn(app.owner).contact()));
    const person = await givenIn(app.owner).contact({ type: "person" });
    await talk(app, ten!, 10);
    await talk(app, ten!, 3, { canceled: true, canceled_at: "2026-11-20T00:00:00Z" });
    await talk(app, ten!, 3, { happened_at: "2025-12-31 23:59:59" });
    await talk(app, busy!, 11);
    const { code } = await givenQuestionnaire(app, { contactType: "companies" }, [
      question("Talked", automatic({ contactClassField: "interactionQuantity" })),
      answer("Seldom", { toValue: 10 }),
      answer("Often", { fromValue: 11 }),
    ]);

    const result = await classify(app, code);

    const held = await holdersOf(app, code);
    expect(held.Seldom).toEqual(expect.arrayContaining([quiet!.no, ten!.no]));
    expect(held.Seldom).not.toContain(person.no);
    expect(held.Often).toEqual([busy!.no]);
    expect(result.questions[0]).toMatchObject({ questionnaireCode: code, lost: 0 });
    expect(result.questions[0]!.gained).toBe(held.Seldom!.length + 1);
  });

  test("CON-098 purchases of 100 are up from 50, not up to 50; they show as of the day of the run", async ({
    app,
  }) => {
    const contact = await givenIn(app.owner).contact();
    await party(app, "vendor", contact.id, [{ amount: 120 }, { type: "creditMemo", amount: -20 }]);
    const { code } = await givenQuestionnaire(app, {}, [
      question("Purchases", automatic({ vendorClassField: "purchase" })),
      answer("A", { toValue: 50 }),
      answer("B", { fromValue: 50 }),
    ]);

    await classify(app, code);

    expect(await holdersOf(app, code)).toEqual({ B: [contact.no] });
    const profile = await (await app.as("viewer")).get(`/contacts/${contact.no}/profile-answers`);
    expect(profile.body.items).toMatchObject([{ answer: "B", date, isAutomatic: true }]);
  });

  test("CON-099 a question without dates is named and nothing runs; a period that ends before it starts too", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Sales", { autoClassification: true, customerClassField: "sales" }),
      answer("A", { toValue: 50 }),
    ]);
    const order = () => admin.post("/questionnaires/update-classification", { questionnaireCodes: [code] });

    const refused = await order();
    expect([refused.status, refused.body.code, refused.body.values.question]).toEqual([
      409,
      "class_incomplete",
      "Sales",
    ]);
    await expect(classify(app, code)).rejects.toMatchObject({ code: "class_incomplete" });
    await admin.patch(`/questionnaires/${code}/lines/${lines.Sales}`, {
      startingDateFormula: "CY",
      endingDateFormula: "-CY",
    });
    const upsideDown = await order();
    expect([upsideDown.status, upsideDown.body.code]).toEqual([422, "class_dates"]);
    const unknown = await admin.post("/questionnaires/update-classification", { questionnaireCodes: ["NO"] });
    expect(unknown.body).toMatchObject({ code: "not_found", errors: [{ path: "questionnaireCodes.0" }] });
    const user = await (await app.as("crmUser")).post("/questionnaires/update-classification", {});
    expect(user.status).toBe(403);
  });

  test("whoever no longer fits loses the answer; a second run changes nothing", async ({ app }) => {
    const link = await relation(app);
    const contact = await givenIn(app.owner).contact();
    await link.give(contact.id);
    const { code } = await givenQuestionnaire(app, { businessRelationCode: link.code }, [
      question("Talked", automatic({ contactClassField: "interactionQuantity" })),
      answer("Seldom", { toValue: 1 }),
      answer("Often", { fromValue: 2 }),
    ]);
    await classify(app, code);
    await talk(app, contact, 2);

    const second = await classify(app, code);
    const third = await classify(app, code);

    expect(second.questions).toMatchObject([{ gained: 1, lost: 1, noOfContacts: 1, noOfContactsChanged: 1 }]);
    expect(third.questions).toMatchObject([{ gained: 0, lost: 0, noOfContacts: 1, noOfContactsChanged: 0 }]);
    expect(await holdersOf(app, code)).toEqual({ Often: [contact.no] });
  });

  test("a dry run says what would change, ratings that rest on it included, and changes nothing", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const link = await relation(app);
    const contact = await givenIn(app.owner).contact();
    await link.give(contact.id);
    await talk(app, contact, 3);
    const { code, lines } = await givenQuestionnaire(app, { businessRelationCode: link.code }, [
      question("Loyalty", { autoClassification: true, contactClassField: "rating", minPercentAnswered: 100 }),
      answer("Loyal", { fromValue: 5 }),
      question("Talked", automatic({ contactClassField: "interactionQuantity" })),
      answer("Often", { fromValue: 2 }),
    ]);
    await admin.put(`/questionnaires/${code}/lines/${lines.Loyalty}/points/${code}/${lines.Often}`, {
      points: 5,
    });

    const dry = await classify(app, code, true);
    expect(await holdersOf(app, code)).toEqual({});
    expect((await admin.get(`/questionnaires/${code}/lines/${lines.Talked}`)).body.classifiedOn).toBeNull();
    const real = await classify(app, code);

    expect(dry).toMatchObject({ dryRun: true, date });
    expect(dry.questions.map(({ description, gained }) => [description, gained])).toEqual([
      ["Talked", 1],
      ["Loyalty", 1],
    ]);
    // Each answer says who would get it; a run itself names nobody.
    expect(dry.questions[0]!.answers).toContainEqual({
      lineNo: lines.Often,
      description: "Often",
      gained: 1,
      lost: 0,
      gainedBy: [{ no: contact.no, name: expect.any(String) }],
      lostBy: [],
    });
    expect(real.questions).toEqual(withoutSamples(dry.questions));
    expect(await holdersOf(app, code)).toEqual({ Loyal: [contact.no], Often: [contact.no] });
  });
});

describe("class fields", () => {
  const invoices: readonly GivenEntry[] = [
    { amount: 300, profit: 90, discount: 60, due: "2026-06-01", closed: "2026-06-11" },
    { amount: 100, profit: 10, discount: 40, due: "2026-06-01", closed: "2026-05-20" },
    { amount: 600, profit: 200 },
    { type: "creditMemo", amount: -50, profit: -20 },
    { type: "other", amount: 7 },
    { amount: 10_000, posted: "2025-12-31" },
  ];

  test.for([
    ["customer", "sales", 957],
    ["customer", "profit", 280],
    ["customer", "salesFrequency", 3],
    ["customer", "avgInvoice", 333.33],
    ["customer", "discountPercent", 9.09],
    ["customer", "avgOverdue", 5],
    ["vendor", "purchase", 957],
    ["vendor", "purchaseFrequency", 3],
    ["vendor", "avgTicket", 333.33],
    ["vendor", "discountPercent", 9.09],
    ["vendor", "avgOverdue", 5],
  ] as const)("%s %s is %d", async ([kind, field, value], { app }) => {
    const link = await relation(app);
    const [contact, empty] = [await givenIn(app.owner).contact(), await givenIn(app.owner).contact()];
    await link.give(contact.id, empty.id);
    await party(app, kind, contact.id, invoices);
    await party(app, kind, empty.id, []);
    const { code } = await givenQuestionnaire(app, { businessRelationCode: link.code }, [
      question("Q", automatic({ [`${kind}ClassField`]: field, decimals: 2 })),
      answer("exactly", { fromValue: value, toValue: value }),
      answer("nothing", { fromValue: -0.01, toValue: 0.01 }),
    ]);

    await classify(app, code);

    expect(await holdersOf(app, code)).toEqual({ exactly: [contact.no], nothing: [empty.no] });
  });

  test.for([
    ["interactionQuantity", 4],
    ["interactionFrequency", 4],
    ["avgCost", 2.5],
    ["avgDuration", 7.5],
    ["opportunityWonPercent", 66.67],
  ] as const)(
    "%s of a company counts its people, that of a person its own",
    async ([field, value], { app }) => {
      const link = await relation(app);
      const company = await givenIn(app.owner).contact();
      const person = await givenIn(app.owner).contact({ type: "person", companyId: company.id });
      const alone = await givenIn(app.owner).contact({ type: "person" });
      await link.give(company.id, alone.id);
      const values = { cost: "2.5", duration_min: 7 };
      await talk(app, company, 1, { cost: "2.5", duration_min: 9 });
      await talk(app, person, 3, { ...values, company_id: company.id });
      await talk(app, alone, 1, { ...values, company_id: null });
      await opportunities(app, person.id, company.id, ["won", "won", "lost", "inProgress"]);
      const { code } = await givenQuestionnaire(app, { businessRelationCode: link.code }, [
        question("Q", automatic({ contactClassField: field, decimals: 2 })),
        answer("company", { fromValue: value, toValue: value }),
        answer("some", { fromValue: 0.5 }),
      ]);

      await classify(app, code);

      const held = await holdersOf(app, code);
      expect(held.company).toContain(company.no);
      expect(held.some).toContain(person.no);
      expect(held.some?.includes(alone.no) ?? false).toBe(field !== "opportunityWonPercent");
    },
  );
});

describe("whom an answer marks", () => {
  test.for([
    [null, ["company", "person"]],
    ["companies", ["company"]],
    ["people", ["person"]],
  ] as const)("a customer of a questionnaire for %s", async ([contactType, expected], { app }) => {
    const link = await relation(app);
    const company = await givenIn(app.owner).contact();
    const person = await givenIn(app.owner).contact({ type: "person", companyId: company.id });
    const minor = await givenIn(app.owner).contact({ type: "person", companyId: company.id });
    await app.owner.updateTable("contacts").set({ minor: true }).where("id", "=", minor.id).execute();
    await link.give(company.id);
    await party(app, "customer", company.id, [{ amount: 100 }]);
    const { code } = await givenQuestionnaire(app, { contactType, businessRelationCode: link.code }, [
      question("Sales", automatic({ customerClassField: "sales" })),
      answer("Much", { fromValue: 50 }),
    ]);

    await classify(app, code);

    const nos = { company: company.no, person: person.no };
    expect((await holdersOf(app, code)).Much).toEqual(expected.map((who) => nos[who]).sort());
  });

  test("every answer whose range holds the value, even several", async ({ app }) => {
    const link = await relation(app);
    const contact = await givenIn(app.owner).contact();
    await link.give(contact.id);
    await talk(app, contact, 5);
    const { code } = await givenQuestionnaire(app, { businessRelationCode: link.code }, [
      question("Talked", automatic({ contactClassField: "interactionQuantity" })),
      answer("up to 5", { toValue: 5 }),
      answer("from 5", { fromValue: 5 }),
      answer("6 to 9", { fromValue: 6, toValue: 9 }),
      answer("never"),
    ]);

    await classify(app, code);

    expect(Object.keys(await holdersOf(app, code)).sort()).toEqual(["from 5", "up to 5"]);
  });
});

async function opportunities(
  app: TestApp,
  contactId: number,
  companyId: number,
  statuses: readonly ("won" | "lost" | "inProgress")[],
): Promise<void> {
  for (const status of statuses)
    await sql`
      insert into opportunities (no, description, contact_id, company_id, creation_date, status, date_closed)
      values (${unique("OP")}, 'Deal', ${contactId}, ${companyId}, '2026-01-10', ${status},
              ${status === "inProgress" ? null : "2026-03-03"})`.execute(app.owner);
}
