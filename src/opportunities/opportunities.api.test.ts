import { beforeEach, describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { bringTo, givenCloseCodes, givenDefaultCycle } from "./testing.ts";

beforeEach(async ({ app }: { app: Parameters<typeof givenSeriesFor>[0] }) => {
  await givenSeriesFor(app, "opportunityNos", "OP0001");
  await givenSeriesFor(app, "taskNos", "TD0001");
  await givenDefaultCycle(app);
});

describe("opportunities", () => {
  test("COT-047 is created today, not started, with the contact's company and salesperson and the default cycle", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const admin = await app.as("crmAdmin");
    const user = await app.as("crmUser");
    const salesperson = await given.salesperson({ name: "Aino Harju" });
    const company = await given.contact({ name: "Kuusikko Oy" });
    const person = await given.contact({
      type: "person",
      name: "Ida Salo",
      companyId: company.id,
      salespersonId: salesperson.id,
    });
    const cycle = unique("CY");
    await admin.post("/sales-cycles", { code: cycle });
    await admin.patch("/marketing-setup", { defaultSalesCycleCode: cycle });

    const created = await user.post("/opportunities", {
      description: "Pods for the lobby",
      contactNo: person.no,
    });

    expect(created.status, created.text).toBe(201);
    expect(created.body).toMatchObject({
      contactName: "Ida Salo",
      contactCompanyNo: company.no,
      contactCompanyName: "Kuusikko Oy",
      salespersonCode: salesperson.code,
      salesCycleCode: cycle,
      status: "notStarted",
      creationDate: "2026-11-23",
      closed: false,
    });
    const without = await user.post("/opportunities", {
      description: "Pods",
      contactNo: person.no,
      salesCycleCode: null,
    });
    expect([without.status, without.body.code]).toEqual([422, "sales_cycle_required"]);
    await admin.patch(`/sales-cycles/${cycle}`, { blocked: true });
    const blocked = { description: "Pods", contactNo: person.no };
    expect((await user.post("/opportunities", blocked)).body.code).toBe("sales_cycle_required");
    const chosen = await user.post("/opportunities", { ...blocked, salesCycleCode: cycle });
    expect([chosen.status, chosen.body.errors[0]]).toMatchObject([
      422,
      { path: "salesCycleCode", code: "setup_blocked" },
    ]);
  });

  test("what is missing is named, and a blocked contact gets none", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const blocked = await given.contact({ privacyBlocked: true });
    const worker = await given.contact({ type: "person", companyId: blocked.id });

    const missing = await user.post("/opportunities", {});
    const refused = await user.post("/opportunities", { description: "Pods", contactNo: worker.no });

    expect(missing.body.errors.map((error: { code: string }) => error.code)).toEqual([
      "description_required",
      "contact_required",
      "salesperson_required",
    ]);
    expect([refused.status, refused.body.code]).toEqual([409, "contact_privacy_blocked"]);
  });

  test("INT-032 INT-069 the picker shows the salesperson's open ones of the company and its people", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const [aino, reijo] = [await given.salesperson(), await given.salesperson()];
    const company = await given.contact();
    const person = await given.contact({ type: "person", companyId: company.id });
    const other = await given.contact();
    const nos: Record<string, string> = {};
    for (const [name, contactNo, salespersonCode, status] of [
      ["company", company.no, aino.code, ""],
      ["person", person.no, aino.code, ""],
      ["closed", company.no, aino.code, "won"],
      ["reijo", person.no, reijo.code, ""],
      ["other", other.no, aino.code, ""],
    ]) {
      const { body } = await user.post("/opportunities", {
        description: name,
        contactNo,
        salespersonCode,
      });
      if (status === "won") await bringTo(app, body.no, status);
      nos[name!] = body.no;
    }

    const { body } = await user.get(
      `/opportunities?contactCompanyNo=${company.no}&salespersonCode=${aino.code}&closed=false&sort=no`,
    );

    expect(body.items.map(({ no }: { no: string }) => no)).toEqual([nos.company, nos.person]);
  });

  test("COT-058 COT-026 contact, closing and deleting follow its status", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await given.salesperson();
    const [company, other] = [await given.contact(), await given.contact()];
    const { body } = await user.post("/opportunities", {
      description: "Pods",
      contactNo: company.no,
      salespersonCode,
    });
    const path = `/opportunities/${body.no}`;

    await bringTo(app, body.no, "inProgress");
    const moved = await user.patch(path, { contactNo: other.no });
    const deleted = await user.delete(path);
    await givenCloseCodes(app);
    const won = await user.post(`${path}/close`, { status: "won", closeOpportunityCode: "WON", sales: 5 });
    const final = await user.patch(path, { salespersonCode: (await given.salesperson()).code });

    expect([moved.status, moved.body.code]).toEqual([422, "other_company"]);
    expect([deleted.status, deleted.body.code]).toEqual([409, "opportunity_in_progress"]);
    expect(won.body).toMatchObject({ closed: true, dateClosed: "2026-11-23" });
    expect([final.status, final.body.code]).toEqual([409, "opportunity_closed"]);
    const renamed = await user.patch(path, { no: `${body.no}-A` });
    expect(renamed.status, renamed.text).toBe(200);
    expect((await user.delete(`/opportunities/${body.no}-A`)).status).toBe(204);
  });

  test("O-18 the closed ones that meet the filters are deleted together, open ones never", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const [contact, other] = [await given.contact(), await given.contact()];
    const { code: salespersonCode } = await given.salesperson();
    const made = async (contactNo: string, status?: "lost") => {
      const { body } = await user.post("/opportunities", { description: "Pods", contactNo, salespersonCode });
      if (status) await bringTo(app, body.no, status);
      return body.no as string;
    };
    const [gone, open, others] = [
      await made(contact.no, "lost"),
      await made(contact.no),
      await made(other.no, "lost"),
    ];

    const forbidden = await user.post("/opportunities/delete-closed", {});
    const deleted = await admin.post("/opportunities/delete-closed", { contactNo: contact.no });
    const none = await admin.post("/opportunities/delete-closed", {
      contactNo: other.no,
      dateClosedTo: "2026-11-22",
    });

    expect(forbidden.status).toBe(403);
    expect([deleted.status, deleted.body, none.body]).toEqual([200, { deleted: 1 }, { deleted: 0 }]);
    const statuses = [];
    for (const no of [gone, open, others]) statuses.push((await user.get(`/opportunities/${no}`)).status);
    expect(statuses).toEqual([404, 200, 200]);
  });

  test("COT-050 one made of a campaign carries it", async ({ app }) => {
    const given = givenIn(app.owner);
    const admin = await app.as("crmAdmin");
    await givenSeriesFor(app, "campaignNos", "CP0001");
    const [contact, salesperson] = [await given.contact(), await given.salesperson()];
    const { body: campaign } = await admin.post("/campaigns", { description: "Spring" });

    const { body } = await admin.post("/opportunities", {
      description: "Pods",
      contactNo: contact.no,
      salespersonCode: salesperson.code,
      campaignNo: campaign.no,
    });

    expect(body.campaignNo).toBe(campaign.no);
  });

  test("COT-059 comments are dated once a day, changed and deleted", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await given.salesperson();
    const contact = await given.contact();
    const { body } = await user.post("/opportunities", {
      description: "Pods",
      contactNo: contact.no,
      salespersonCode,
    });
    const path = `/opportunities/${body.no}/comments`;

    await user.post(path, { text: "Wants oak" });
    await user.post(path, { text: "Call in May" });
    await user.patch(`${path}/20000`, { text: "Call in June" });
    const { items } = (await user.get(path)).body;

    expect(items.map(({ date, text }: { date: string; text: string }) => [date, text])).toEqual([
      ["2026-11-23", "Wants oak"],
      [null, "Call in June"],
    ]);
    expect((await user.get(`/opportunities/${body.no}`)).body.hasComment).toBe(true);
    await user.delete(`${path}/10000`);
    await user.delete(`${path}/20000`);
    expect((await user.get(`/opportunities/${body.no}`)).body.hasComment).toBe(false);
  });
});

describe("contacts and salespeople", () => {
  test("CON-009 COT-080 a salesperson goes once nothing open is left, and closed ones forget them", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const salesperson = await given.salesperson();
    const contact = await given.contact();
    const task = await user.post("/tasks", { description: "Call", salespersonCode: salesperson.code });
    const opportunity = await user.post("/opportunities", {
      description: "Pods",
      contactNo: contact.no,
      salespersonCode: salesperson.code,
    });

    const refused = await admin.delete(`/salespeople/${salesperson.code}`);
    await user.patch(`/tasks/${task.body.no}`, { closed: true });
    await bringTo(app, opportunity.body.no, "lost");

    expect(refused.status).toBe(409);
    expect(refused.body.errors.map((error: { code: string }) => error.code).sort()).toEqual([
      "salesperson_open_opportunities",
      "salesperson_open_tasks",
    ]);
    expect((await admin.delete(`/salespeople/${salesperson.code}`)).status).toBe(204);
    expect((await user.get(`/tasks/${task.body.no}`)).body.salespersonCode).toBeNull();
  });

  test("CON-104 an open task keeps a contact; with a closed one it goes, and the task keeps nobody", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const { code: salespersonCode } = await given.salesperson();
    const contact = await given.contact();
    const { body } = await user.post("/tasks", {
      description: "Call",
      contactNo: contact.no,
      salespersonCode,
    });

    const refused = await admin.delete(`/contacts/${contact.no}`);
    await user.patch(`/tasks/${body.no}`, { status: "completed" });

    expect([refused.status, refused.body.code]).toEqual([409, "contact_open_tasks"]);
    expect((await admin.delete(`/contacts/${contact.no}`)).status).toBe(204);
    expect((await user.get(`/tasks/${body.no}`)).body).toMatchObject({
      contactNo: null,
      contactCompanyNo: null,
    });
  });

  test("CON-105 an open opportunity of a person keeps the company", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const { code: salespersonCode } = await given.salesperson();
    const company = await given.contact();
    const person = await given.contact({ type: "person", companyId: company.id });
    const { body } = await user.post("/opportunities", {
      description: "Pods",
      contactNo: person.no,
      salespersonCode,
    });
    await bringTo(app, body.no, "inProgress");

    const refused = await admin.delete(`/contacts/${company.no}`);

    expect([refused.status, refused.body.code]).toEqual([409, "contact_open_opportunities"]);
    expect((await admin.get(`/contacts/${company.no}`)).status).toBe(200);
    expect((await admin.get(`/contacts/${person.no}`)).status).toBe(200);
  });

  test("CON-031 a person with a task, closed or not, does not become a company", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await given.salesperson();
    const person = await given.contact({ type: "person" });
    await user.post("/tasks", {
      description: "Call",
      contactNo: person.no,
      salespersonCode,
      status: "completed",
    });

    const refused = await user.patch(`/contacts/${person.no}`, { type: "company" });

    expect([refused.status, refused.body.code]).toEqual([409, "contact_type_has_tasks"]);
  });

  test("CON-043 what a person did for a company stays with the company it leaves", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await given.salesperson();
    const [left, joined] = [await given.contact(), await given.contact()];
    const person = await given.contact({ type: "person", companyId: left.id });
    const task = await user.post("/tasks", { description: "Call", contactNo: person.no, salespersonCode });

    await user.patch(`/contacts/${person.no}`, { companyNo: joined.no });

    expect((await user.get(`/tasks/${task.body.no}`)).body).toMatchObject({
      contactNo: left.no,
      contactCompanyNo: left.no,
    });
  });
});
