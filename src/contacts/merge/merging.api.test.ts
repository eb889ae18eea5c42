import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "#imports/testing.ts";
import { bringTo, givenDefaultCycle } from "#opportunities/testing.ts";
import { given } from "../testing.ts";

const sentAt = { happened_at: "2026-11-20 09:00:00" };

async function count(app: TestApp, table: string, contactId: number, column = "contact_id"): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${contactId}`.execute(
    app.db,
  );
  return rows[0]!.count;
}

const confirmed = (duplicateNo: string, more: object = {}) => ({ duplicateNo, confirm: true, ...more });

describe("merging", () => {
  test("CON-092 the survivor keeps number and name; what was the duplicate's is its own, and the duplicate is gone", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await given.codes(app, "salespeople", "AH");
    const a = await given.contact(app, { name: "Kuusela Oy", city: "Oulu" });
    const b = await given.contact(app, { name: "Kuuselan Saha Oy", city: "Kemi", phoneNo: "08 555 0100" });
    const person = await given.contact(app, { type: "person", name: "Aino Salo", companyNo: b.no });
    const entryNo = await given.entry(app, { contact_id: b.id, company_id: b.id, ...sentAt });
    const personsEntryNo = await given.entry(app, { contact_id: person.id, company_id: b.id, ...sentAt });
    await admin.post("/tasks", { no: "TK1", description: "Soita", contactNo: b.no, salespersonCode: "AH" });
    await givenDefaultCycle(app);
    await admin.post("/opportunities", {
      no: "OP1",
      description: "Sahan laajennus",
      contactNo: person.no,
      salespersonCode: "AH",
    });
    await bringTo(app, "OP1", "inProgress");
    await admin.post(`/contacts/${a.no}/comments`, { text: "Vanha asiakas" });
    await admin.post(`/contacts/${b.no}/comments`, { text: "Muutti Kemiin" });

    const merged = await admin.post(`/contacts/${a.no}/merge`, confirmed(b.no));

    expect(merged).toMatchObject({
      status: 200,
      body: {
        contact: { no: a.no, name: "Kuusela Oy", city: "Oulu", phoneNo: null },
        merge: {
          contactNo: a.no,
          duplicateNo: b.no,
          duplicateName: "Kuuselan Saha Oy",
          moved: [
            { list: "people", count: 1 },
            { list: "interactions", count: 2 },
            { list: "tasks", count: 1 },
            { list: "opportunities", count: 1 },
            { list: "opportunityEntries", count: 1 },
            { list: "comments", count: 1 },
          ],
          undoProblem: null,
        },
      },
    });
    const log = (await admin.get(`/interaction-log-entries?contactCompanyNo=${a.no}`)).body.items;
    expect(
      log.map((entry: { entryNo: number; contactNo: string }) => [entry.entryNo, entry.contactNo]).sort(),
    ).toEqual([
      [entryNo, a.no],
      [personsEntryNo, person.no],
    ]);
    expect((await admin.get(`/contacts/${person.no}`)).body).toMatchObject({
      companyNo: a.no,
      companyName: "Kuusela Oy",
      version: 2,
    });
    expect((await admin.get(`/contacts/${a.no}/statistics`)).body).toMatchObject({
      noOfOpportunities: 1,
      estimatedValue: 1_000,
    });
    expect((await admin.get(`/tasks?contactNo=${a.no}`)).body.items).toHaveLength(1);
    expect((await admin.get(`/opportunities?contactCompanyNo=${a.no}`)).body.items).toHaveLength(1);
    const comments = (await admin.get(`/contacts/${a.no}/comments`)).body.items;
    expect(comments.map((comment: { text: string }) => comment.text)).toEqual([
      "Vanha asiakas",
      `The following comments are from contact ${b.no} Kuuselan Saha Oy, which was merged into this one.`,
      "Muutti Kemiin",
    ]);
    for (const [table, column] of [
      ["contacts", "id"],
      ["interaction_log_entries", "contact_id"],
      ["interaction_log_entries", "company_id"],
      ["opportunity_entries", "company_id"],
      ["contact_search_strings", "contact_id"],
    ] as const)
      expect(await count(app, table, b.id, column)).toBe(0);
  });

  test("the number of the duplicate leads to the survivor", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const a = await given.contact(app);
    const b = await given.contact(app);
    await given.codes(app, "salespeople", "AH");
    await admin.post(`/contacts/${a.no}/merge`, confirmed(b.no));

    for (const answer of [
      await admin.get(`/contacts/${b.no}`),
      await admin.patch(`/contacts/${b.no}`, { city: "Oulu" }),
      await admin.delete(`/contacts/${b.no}`),
      await admin.post(`/contacts/${b.no}/merge`, confirmed(a.no)),
    ])
      expect(answer.body).toMatchObject({
        status: 404,
        code: "contact_merged",
        values: { no: b.no, survivorNo: a.no },
      });

    const recorded = await admin.post("/interactions", { contactNo: b.no, postponed: true });
    expect(recorded).toMatchObject({ status: 201, body: { contactNo: a.no } });
    const task = { no: "TK2", description: "Soita", contactNo: b.no, salespersonCode: "AH" };
    expect((await admin.post("/tasks", task)).body.contactNo).toBe(a.no);
    const person = { type: "person", name: "Uusi", companyNo: b.no, no: "P-OLDNO" };
    expect((await admin.post("/contacts", person)).body.companyNo).toBe(a.no);
    expect((await admin.post("/contacts", { no: b.no, name: "Uusi Oy" })).body.code).toBe("duplicate");
  });

  test("the chosen fields take the duplicate's values, and what follows from them follows", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await given.country(app, "FI");
    await given.country(app, "SE");
    const a = await given.contact(app, { name: "Aalto Oy", countryCode: "FI", city: "Turku", phoneNo: "1" });
    const b = await given.contact(app, { name: "Aalto Ab", countryCode: "SE", city: "Luleå", phoneNo: "2" });
    const person = await given.contact(app, { type: "person", companyNo: a.no });

    const merged = await admin.post(
      `/contacts/${a.no}/merge`,
      confirmed(b.no, { overrides: ["name", "countryCode", "phoneNo"] }),
    );

    expect(merged.body.contact).toMatchObject({
      name: "Aalto Ab",
      companyName: "Aalto Ab",
      countryCode: "SE",
      city: "Turku",
      phoneNo: "2",
    });
    expect((await admin.get(`/contacts/${person.no}`)).body).toMatchObject({
      companyName: "Aalto Ab",
      phoneNo: "2",
    });
    expect(
      (
        await admin.post(
          `/contacts/${a.no}/merge`,
          confirmed((await given.contact(app)).no, { overrides: ["no"] }),
        )
      ).body,
    ).toMatchObject({ status: 422, code: "not_allowed_value" });
  });

  test("is refused for the same contact, for a company and a person, and for one that is not there", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const a = await given.contact(app);
    const person = await given.contact(app, { type: "person" });
    const refusal = async (no: string, duplicateNo: string) =>
      (await admin.post(`/contacts/${no}/merge`, confirmed(duplicateNo))).body;

    expect(await refusal(a.no, a.no)).toMatchObject({ status: 409, code: "merge_same" });
    expect(await refusal(a.no, person.no)).toMatchObject({ status: 409, code: "merge_type" });
    expect(await refusal(a.no, "NOBODY")).toMatchObject({ status: 404, code: "contact_not_found" });
    expect((await admin.post(`/contacts/${a.no}/merge`, { duplicateNo: " " })).status).toBe(422);
  });

  test("CON-094 without confirmation nothing happens, and who may not merge is refused", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const user = await app.as("crmUser");
    const a = await given.contact(app);
    const b = await given.contact(app);

    const asked = await admin.post(`/contacts/${a.no}/merge`, { duplicateNo: b.no });
    const forbidden = await user.post(`/contacts/${a.no}/merge`, confirmed(b.no));

    expect(asked.body).toMatchObject({
      status: 409,
      code: "confirmation_required",
      values: { key: "confirm", preselected: false },
    });
    expect(forbidden.status).toBe(403);
    expect((await user.get(`/contacts/${a.no}/merge-preview?duplicateNo=${b.no}`)).status).toBe(403);
    expect((await admin.get(`/contacts/${b.no}`)).body).toMatchObject({ no: b.no, version: 1 });
    expect((await admin.get(`/merges?contactNo=${a.no}`)).body.items).toEqual([]);
  });

  test("a person's entries stay with the company they happened at; those without one get the survivor's", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const p = await given.contact(app);
    const q = await given.contact(app);
    const a = await given.contact(app, { type: "person", companyNo: p.no });
    const b = await given.contact(app, { type: "person", companyNo: q.no });
    const c = await given.contact(app, { type: "person" });
    const atQ = await given.entry(app, { contact_id: b.id, company_id: q.id });
    const alone = await given.entry(app, { contact_id: c.id, company_id: null });

    await admin.post(`/contacts/${a.no}/merge`, confirmed(b.no));
    await admin.post(`/contacts/${a.no}/merge`, confirmed(c.no));

    const log = (await admin.get(`/interaction-log-entries?contactNo=${a.no}`)).body.items;
    expect(
      new Map(log.map((e: { entryNo: number; contactCompanyNo: string }) => [e.entryNo, e.contactCompanyNo])),
    ).toEqual(
      new Map([
        [atQ, q.no],
        [alone, p.no],
      ]),
    );
  });

  test("an import that names the old number changes the survivor", async ({ app }) => {
    runJobs(app);
    await givenNumberSeries(app);
    const admin = await app.as("crmAdmin");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    await admin.post(`/contacts/${a.no}/merge`, confirmed(b.no));

    const { body } = await upload(admin, `No.,City\n${b.no},Vaasa\n`);
    const result = await runToEnd(admin, body.id);

    expect(result.body).toMatchObject({ created: 0, updated: 1, failed: 0 });
    expect((await admin.get(`/contacts/${a.no}`)).body).toMatchObject({ no: a.no, city: "Vaasa" });
  });

  test("a survivor is rated by the answers of both, and by its own again once it is undone", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await sql`insert into questionnaires (code) values ('FIT')`.execute(app.db);
    await sql`
      insert into questionnaire_lines (questionnaire_id, line_no, position, type, question_no, multiple_answers,
        auto_classification, contact_class_field, classification_method, from_value, to_value)
      select q.id, l.no, l.no, l.type, l.question_no, l.no = 1, l.no = 4, case when l.no = 4 then 'rating' end,
             case when l.no = 4 then 'definedValue' end, l.from_value, l.to_value
        from questionnaires q cross join (values
          (1, 'question', 1, null, null), (2, 'answer', 1, null, null), (3, 'answer', 1, null, null),
          (4, 'question', 4, null, null), (5, 'answer', 4, null, 4), (6, 'answer', 4, 5, null)
        ) as l(no, type, question_no, to_value, from_value)
       where q.code = 'FIT'`.execute(app.db);
    await sql`update questionnaire_lines set from_value = null, to_value = 4 where line_no = 5`.execute(
      app.db,
    );
    await sql`update questionnaire_lines set from_value = 5, to_value = null where line_no = 6`.execute(
      app.db,
    );
    await sql`
      insert into rating_points (questionnaire_id, line_no, answer_questionnaire_id, answer_line_no, points)
      select id, 4, id, line, 3 from questionnaires cross join unnest(array[2, 3]) line where code = 'FIT'`.execute(
      app.db,
    );
    const [a, b] = [await given.contact(app), await given.contact(app)];
    const heldBy = async ({ id }: { id: number }) => {
      const { rows } = await sql<{ line_no: number }>`
        select line_no from contact_profile_answers where contact_id = ${id} order by line_no`.execute(
        app.db,
      );
      return rows.map((row) => row.line_no);
    };
    expect((await admin.put(`/contacts/${a.no}/profile-answers/FIT/2`, undefined)).status).toBeLessThan(300);
    expect((await admin.put(`/contacts/${b.no}/profile-answers/FIT/3`, undefined)).status).toBeLessThan(300);
    expect(await heldBy(a)).toEqual([2, 5]);

    const merged = await admin.post(`/contacts/${a.no}/merge`, confirmed(b.no));
    expect(await heldBy(a)).toEqual([2, 3, 6]);

    await admin.post(`/merges/${merged.body.merge.id}/undo`);
    expect(await heldBy(a)).toEqual([2, 5]);
    expect(await heldBy(b)).toEqual([3, 5]);
  });
});
