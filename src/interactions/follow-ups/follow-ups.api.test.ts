import { beforeEach, describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenDefaultCycle } from "#opportunities/testing.ts";
import { givenIn, unique } from "../testing.ts";

beforeEach(async ({ app }: { app: TestApp }) => {
  await givenSeriesFor(app, "campaignNos", "CP0001");
  await givenSeriesFor(app, "opportunityNos", "OP0001");
  await givenSeriesFor(app, "taskNos", "TD0001");
});

/** Everything an interaction needs, with a campaign. */
async function givenRecordable(app: TestApp) {
  const given = givenIn(app.owner);
  const admin = await app.as("crmAdmin");
  const template = await admin.post("/interaction-templates", {
    code: unique("T"),
    interactionGroupCode: await given.group(),
    description: "Phone call",
    defaultCorrespondenceType: null,
  });
  const campaign = await admin.post("/campaigns", { description: "Spring fair" });
  const { code: salespersonCode } = await given.salesperson();
  const company = await given.contact();
  const person = await given.contact({ type: "person", companyId: company.id });
  return {
    companyNo: company.no,
    input: {
      contactNo: person.no,
      interactionTemplateCode: template.body.code,
      salespersonCode,
      campaignNo: campaign.body.no,
    },
  };
}

describe("an opportunity made of an entry", () => {
  test("INT-087 COT-051 has its facts and comments and is linked; a second one is refused", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const { input, companyNo } = await givenRecordable(app);
    const { body: entry } = await user.post("/interactions", {
      ...input,
      description: "Asked for pods",
      comments: ["Wants oak", "Call in May"],
    });
    const path = `/interaction-log-entries/${entry.entryNo}`;

    const created = await user.post(`${path}/create-opportunity`);

    expect(created.status, created.text).toBe(201);
    expect(created.headers.location).toBe(`/api/v1/opportunities/${created.body.no}`);
    expect(created.body).toMatchObject({
      description: "Asked for pods",
      contactNo: input.contactNo,
      contactCompanyNo: companyNo,
      salespersonCode: input.salespersonCode,
      campaignNo: input.campaignNo,
      status: "notStarted",
      hasComment: true,
    });
    expect((await user.get(path)).body).toMatchObject({ opportunityNo: created.body.no, version: 2 });
    const copied = (await user.get(`/opportunities/${created.body.no}/comments`)).body.items;
    expect(copied).toMatchObject((await user.get(`${path}/comments`)).body.items);
    const second = await user.post(`${path}/create-opportunity`);
    expect([second.status, second.body.code]).toEqual([409, "opportunity_already_linked"]);
  });

  test("INT-048 INT-067 gets the default cycle and leaves the contact's older entries alone", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const { input } = await givenRecordable(app);
    const code = unique("CY");
    await admin.post("/sales-cycles", { code });
    await admin.patch("/marketing-setup", { defaultSalesCycleCode: code });
    const { body: older } = await admin.post("/interactions", input);
    const { body: newer } = await admin.post("/interactions", input);

    const { body } = await admin.post(`/interaction-log-entries/${newer.entryNo}/create-opportunity`);

    expect(body.salesCycleCode).toBe(code);
    const linked = await admin.get(`/interaction-log-entries?opportunityNo=${body.no}`);
    expect(linked.body.items.map(({ entryNo }: { entryNo: number }) => entryNo)).toEqual([newer.entryNo]);
    expect((await admin.get(`/interaction-log-entries/${older.entryNo}`)).body.opportunityNo).toBeNull();
    await admin.patch("/marketing-setup", { defaultSalesCycleCode: null });
  });

  test("INT-068 without the wish there is none, and a canceled entry refuses", async ({ app }) => {
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    const { body: entry } = await user.post("/interactions", input);
    await user.post(`/interaction-log-entries/${entry.entryNo}/cancel`, {});

    const refused = await user.post(`/interaction-log-entries/${entry.entryNo}/create-opportunity`);

    expect(entry.opportunityNo).toBeNull();
    expect([refused.status, refused.body.code]).toEqual([409, "interaction_canceled"]);
    expect((await user.get(`/opportunities?contactNo=${input.contactNo}`)).body.items).toEqual([]);
  });

  test("is refused for a contact that was privacy blocked since, and nothing is linked", async ({ app }) => {
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    const { body: entry } = await user.post("/interactions", input);
    await app.owner
      .updateTable("contacts")
      .set({ privacy_blocked: true })
      .where("no", "=", input.contactNo)
      .execute();
    const path = `/interaction-log-entries/${entry.entryNo}`;

    for (const verb of ["create-opportunity", "create-task"]) {
      const refused = await user.post(`${path}/${verb}`);
      expect([refused.status, refused.body.code]).toEqual([409, "contact_privacy_blocked"]);
    }
    expect((await user.get(path)).body.opportunityNo).toBeNull();
  });

  test("is forgotten by its interactions when it is deleted", async ({ app }) => {
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    const { body: entry } = await user.post("/interactions", input);
    const path = `/interaction-log-entries/${entry.entryNo}`;
    const { body } = await user.post(`${path}/create-opportunity`);

    await user.delete(`/opportunities/${body.no}`);

    expect((await user.get(path)).body.opportunityNo).toBeNull();
    expect((await user.post(`${path}/create-opportunity`)).status).toBe(201);
  });
});

describe("a task made of an entry", () => {
  test("INT-092 has contact, salesperson, campaign and description of the entry, unless said", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    const { body: entry } = await user.post("/interactions", { ...input, description: "Asked for pods" });
    const path = `/interaction-log-entries/${entry.entryNo}/create-task`;

    const plain = await user.post(path);
    const said = await user.post(path, {
      description: "Call back",
      type: "phoneCall",
      date: "2026-12-01",
    });

    const { interactionTemplateCode: _, ...copied } = input;
    expect(plain.body).toMatchObject({ ...copied, description: "Asked for pods", date: "2026-11-23" });
    expect(said.body).toMatchObject({
      ...copied,
      description: "Call back",
      type: "phoneCall",
      date: "2026-12-01",
    });
    expect((await (await app.as("viewer")).post(path)).status).toBe(403);
  });
});

describe("an interaction of a task or opportunity", () => {
  test("INT-064 carries a chosen opportunity and its evaluation", async ({ app }) => {
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    await givenDefaultCycle(app);
    const { body } = await user.post("/opportunities", {
      description: "Pods",
      contactNo: input.contactNo,
      salespersonCode: input.salespersonCode,
    });

    const recorded = await user.post("/interactions", {
      ...input,
      opportunityNo: body.no,
      evaluation: "veryPositive",
    });

    expect(recorded.body).toMatchObject({ opportunityNo: body.no, evaluation: "veryPositive" });
  });

  test("R-SALES R-CAMP takes salesperson, campaign and opportunity from its task", async ({ app }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const { input } = await givenRecordable(app);
    const { salespersonCode, campaignNo, ...bare } = input;
    const ofContact = await given.salesperson();
    await app.owner
      .updateTable("contacts")
      .set({ salesperson_id: ofContact.id })
      .where("no", "=", input.contactNo)
      .execute();
    await givenDefaultCycle(app);
    const opportunity = await user.post("/opportunities", {
      description: "Pods",
      contactNo: input.contactNo,
      salespersonCode,
      campaignNo,
    });
    const task = await user.post("/tasks", { description: "Call", opportunityNo: opportunity.body.no });

    const recorded = await user.post("/interactions", { ...bare, taskNo: task.body.no });

    expect(recorded.body).toMatchObject({
      salespersonCode,
      campaignNo,
      taskNo: task.body.no,
      opportunityNo: opportunity.body.no,
    });
    expect((await user.get(`/interaction-log-entries?taskNo=${task.body.no}`)).body.items).toMatchObject([
      { entryNo: recorded.body.entryNo, taskNo: task.body.no, campaignNo },
    ]);
    await user.delete(`/tasks/${task.body.no}`);
    expect((await user.get(`/interaction-log-entries/${recorded.body.entryNo}`)).body.taskNo).toBeNull();
  });
});
