import { beforeEach, describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn } from "#interactions/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenDefaultCycle } from "#opportunities/testing.ts";

beforeEach(async ({ app }: { app: Parameters<typeof givenSeriesFor>[0] }) => {
  await givenSeriesFor(app, "taskNos", "TD0001");
  await givenSeriesFor(app, "opportunityNos", "OP0001");
  await givenDefaultCycle(app);
});

describe("tasks", () => {
  test("is dated today, numbered and for the contact's salesperson", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const salesperson = await given.salesperson();
    const contact = await given.contact({ name: "Kuusikko Oy", salespersonId: salesperson.id });

    const created = await user.post("/tasks", { description: "Call back", contactNo: contact.no });

    expect(created.status, created.text).toBe(201);
    expect(created.body).toMatchObject({
      description: "Call back",
      type: null,
      contactName: "Kuusikko Oy",
      salespersonCode: salesperson.code,
      date: "2026-11-23",
      status: "notStarted",
      closed: false,
    });
  });

  test("takes contact, campaign and salesperson from its opportunity", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const salesperson = await given.salesperson();
    const contact = await given.contact();
    const opportunity = await user.post("/opportunities", {
      description: "Pods",
      contactNo: contact.no,
      salespersonCode: salesperson.code,
    });

    const created = await user.post("/tasks", {
      description: "Offer",
      opportunityNo: opportunity.body.no,
      date: "2026-12-01",
    });

    expect(created.body).toMatchObject({
      contactNo: contact.no,
      salespersonCode: salesperson.code,
      opportunityNo: opportunity.body.no,
      date: "2026-12-01",
    });
  });

  test("what is missing or leads nowhere is named at its field", async ({ app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();

    const missing = await user.post("/tasks", { date: null });
    const unknown = await user.post("/tasks", {
      description: "Call",
      salespersonCode,
      campaignNo: "NO",
      opportunityNo: "NO",
    });

    expect(missing.body.errors.map((error: { code: string }) => error.code)).toEqual([
      "date_required",
      "description_required",
      "salesperson_required",
    ]);
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors.map((error: { path: string }) => error.path)).toEqual([
      "campaignNo",
      "opportunityNo",
    ]);
  });

  test("is completed and opened again; a saved task does not become a meeting", async ({ app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const { body } = await user.post("/tasks", { description: "Call", type: "phoneCall", salespersonCode });
    const path = `/tasks/${body.no}`;

    const closed = await user.patch(path, { closed: true });
    const opened = await user.patch(path, { closed: false });
    const meeting = await user.patch(path, { type: "meeting" });

    expect(closed.body).toMatchObject({ status: "completed", closed: true, dateClosed: "2026-11-23" });
    expect(opened.body).toMatchObject({ status: "inProgress", closed: false, dateClosed: null });
    expect([meeting.status, meeting.body.code]).toEqual([422, "task_type_fixed"]);
  });

  test("of a company lists those of its people too, the earliest first", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await given.salesperson();
    const company = await given.contact();
    const person = await given.contact({ type: "person", companyId: company.id });
    const task = (description: string, contactNo: string, date: string) =>
      user.post("/tasks", { description, contactNo, date, salespersonCode });
    await task("Later", company.no, "2026-12-24");
    await task("Sooner", person.no, "2026-12-01");

    const { body } = await user.get(`/tasks?aboutContactNo=${company.no}&closed=false`);

    expect(body.items.map(({ description }: { description: string }) => description)).toEqual([
      "Sooner",
      "Later",
    ]);
  });

  test("a viewer reads and does not write", async ({ app }) => {
    const viewer = await app.as("viewer");

    expect((await viewer.get("/tasks")).status).toBe(200);
    expect((await viewer.post("/tasks", { description: "Call" })).status).toBe(403);
  });
});
