import { beforeEach, describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenDefaultCycle } from "#opportunities/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";

beforeEach(async ({ app }: { app: TestApp }) => {
  await givenSeriesFor(app, "campaignNos", "K0001");
  await givenSeriesFor(app, "opportunityNos", "OP0001");
  await givenSeriesFor(app, "taskNos", "TD0001");
});

/** A person at a company with an opportunity of a campaign and a task about it. */
async function givenWork(app: TestApp) {
  const given = givenIn(app.owner);
  const [admin, user] = [await app.as("crmAdmin"), await app.as("crmUser")];
  const salesperson = await given.salesperson({ name: "Aino Harju" });
  const company = await given.contact({ name: "Kuusikko Oy" });
  const person = await given.contact({ type: "person", name: "Ida Salo", companyId: company.id });
  const create = async (path: string, body: object): Promise<string> => {
    const answer = await admin.post(path, body);
    expect(answer.status, answer.text).toBe(201);
    return answer.body.no;
  };
  const campaignNo = await create("/campaigns", { description: "Spring" });
  const common = { contactNo: person.no, salespersonCode: salesperson.code, campaignNo };
  await givenDefaultCycle(app);
  const opportunityNo = await create("/opportunities", { ...common, description: "Pods for the lobby" });
  const taskNo = await create("/tasks", {
    ...common,
    opportunityNo,
    description: "Call about the pods",
    date: "2026-11-25",
  });
  const template = await givenTemplate(app);
  return { given, admin, user, salesperson, company, person, campaignNo, opportunityNo, taskNo, template };
}

describe("where the flow is started from", () => {
  test("INT-051 INT-071 a task fills in what it knows and fixes itself alone", async ({ app }) => {
    const { user, salesperson, person, campaignNo, opportunityNo, taskNo, template } = await givenWork(app);

    const draft = (await user.post("/interaction-drafts", { taskNo })).body;

    expect(draft).toMatchObject({
      fixed: ["taskNo"],
      taskNo,
      contactNo: person.no,
      salespersonCode: salesperson.code,
      campaignNo,
      opportunityNo,
    });
    await user.patch(`/interaction-drafts/${draft.id}`, { interactionTemplateCode: template.code });
    const entry = (await user.post(`/interaction-drafts/${draft.id}/finish`)).body;
    expect(entry).toMatchObject({ taskNo, campaignNo, opportunityNo });
    expect((await user.post("/interaction-drafts", { taskNo: "NONE" })).body).toMatchObject({
      status: 422,
      errors: [{ path: "taskNo", code: "not_found" }],
    });
  });

  test("an opportunity fixes its contact, salesperson, campaign and itself", async ({ app }) => {
    const { user, person, salesperson, campaignNo, opportunityNo } = await givenWork(app);

    const draft = (await user.post("/interaction-drafts", { opportunityNo })).body;

    expect(draft).toMatchObject({
      contactNo: person.no,
      salespersonCode: salesperson.code,
      campaignNo,
      opportunityNo,
    });
    expect([...draft.fixed].sort()).toEqual([
      "campaignNo",
      "contactCompanyNo",
      "contactNo",
      "opportunityNo",
      "salespersonCode",
    ]);
  });

  test("INT-025 the context of the log fixes all it gives", async ({ app }) => {
    const { user, company, campaignNo } = await givenWork(app);

    const draft = (await user.post("/interaction-drafts", { contactNo: company.no, campaignNo })).body;

    expect(draft).toMatchObject({ contactNo: company.no, campaignNo });
    expect([...draft.fixed].sort()).toEqual(["campaignNo", "contactCompanyNo", "contactNo"]);
    const refused = await user.patch(`/interaction-drafts/${draft.id}`, { campaignNo: null });
    expect(refused.body).toMatchObject({ code: "field_fixed", errors: [{ path: "campaignNo" }] });
  });

  test("INT-037 INT-038 INT-039 postponed it has no campaign entry; resumed all is fixed; finished it has one", async ({
    app,
  }) => {
    const { user, company, person, salesperson, campaignNo, opportunityNo, taskNo, template } =
      await givenWork(app);
    const draft = (await user.post("/interaction-drafts", { taskNo })).body;
    await user.patch(`/interaction-drafts/${draft.id}`, { interactionTemplateCode: template.code });
    const postponed = (await user.post(`/interaction-drafts/${draft.id}/postpone`)).body;
    expect(postponed).toMatchObject({ campaignNo, campaignEntryNo: null, taskNo, opportunityNo });

    const resumed = (await user.post("/interaction-drafts", { postponedEntryNo: postponed.entryNo })).body;
    expect([...resumed.fixed].sort()).toEqual([
      "campaignNo",
      "contactCompanyNo",
      "contactNo",
      "opportunityNo",
      "salespersonCode",
      "taskNo",
    ]);
    expect(resumed).toMatchObject({
      contactNo: person.no,
      contactCompanyNo: company.no,
      salespersonCode: salesperson.code,
      campaignNo,
      opportunityNo,
      taskNo,
    });
    const logged = (await user.post(`/interaction-drafts/${resumed.id}/finish`)).body;
    expect(logged).toMatchObject({ entryNo: postponed.entryNo, campaignEntryNo: expect.any(Number) });
  });

  test("INT-067 INT-068 at the end of a call an opportunity is created where it is wanted and there is none", async ({
    app,
  }) => {
    const { admin, user, person, salesperson, opportunityNo, template } = await givenWork(app);
    await admin.patch("/interaction-template-setup", { outgCalls: template.code });
    const call = async (context: object, finish: object) => {
      const begun = await user.post("/interaction-drafts", { kind: "phoneCall", ...context });
      await user.patch(`/interaction-drafts/${begun.body.id}`, {
        contactVia: "040 555 03",
        comments: [{ text: "Wants pods" }],
      });
      return (await user.post(`/interaction-drafts/${begun.body.id}/finish`, finish)).body;
    };
    const context = { contactNo: person.no, salespersonCode: salesperson.code };

    const wanted = await call(context, { createOpportunity: true });
    const declined = await call(context, {});
    const chosen = await call({ opportunityNo }, { createOpportunity: true });

    expect(declined.opportunityNo).toBeNull();
    expect(chosen.opportunityNo).toBe(opportunityNo);
    expect((await user.get(`/opportunities/${wanted.opportunityNo}`)).body).toMatchObject({
      contactNo: person.no,
      salespersonCode: salesperson.code,
      description: wanted.description,
      hasComment: true,
    });
    expect((await user.get(`/opportunities?contactNo=${person.no}`)).body.items).toHaveLength(2);
  });

  test("INT-032 with another contact the opportunity of the former one goes", async ({ app }) => {
    const { given, user, person, opportunityNo } = await givenWork(app);
    const other = await given.contact();
    const { id } = (await user.post("/interaction-drafts", {})).body;
    await user.patch(`/interaction-drafts/${id}`, { contactNo: person.no, opportunityNo });

    const answer = await user.patch(`/interaction-drafts/${id}`, { contactNo: other.no });

    expect(answer.body).toMatchObject({ contactNo: other.no, opportunityNo: null });
  });

  test("a campaign that is deleted meanwhile is gone from the draft and no longer fixed", async ({ app }) => {
    const { admin, user, person } = await givenWork(app);
    const { no } = (await admin.post("/campaigns", { description: "Autumn" })).body;
    const draft = (await user.post("/interaction-drafts", { contactNo: person.no, campaignNo: no })).body;
    expect((await admin.delete(`/campaigns/${no}`)).status).toBe(204);

    expect((await user.get(`/interaction-drafts/${draft.id}`)).body).toMatchObject({
      campaignNo: null,
      fixed: ["contactNo", "contactCompanyNo"],
    });
  });
});
