import { sql } from "kysely";
import { beforeEach, describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { entryOf, givenIn, unique } from "../testing.ts";

beforeEach(async ({ app }: { app: TestApp }) => {
  await givenSeriesFor(app, "campaignNos", "CP0001");
});

async function givenCampaign(app: TestApp): Promise<string> {
  const { body } = await (await app.as("marketer")).post("/campaigns", { description: "Spring fair" });
  return body.no;
}

/** Everything an interaction needs. */
async function givenRecordable(app: TestApp, template: Record<string, unknown> = {}) {
  const given = givenIn(app.owner);
  const admin = await app.as("crmAdmin");
  const code = unique("T");
  const answer = await admin.post("/interaction-templates", {
    code,
    interactionGroupCode: await given.group(),
    description: "Mailing",
    defaultCorrespondenceType: null,
    unitCost: 12,
    unitDurationMin: 20,
    ...template,
  });
  expect(answer.status, answer.text).toBe(201);
  const { code: salespersonCode } = await given.salesperson();
  return { contactNo: (await given.contact()).no, interactionTemplateCode: code, salespersonCode };
}

describe("the campaign of an interaction", () => {
  test("INT-049 COT-004 COT-005 all individual interactions of a campaign are in one entry with their sums", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const campaignNo = await givenCampaign(app);
    const recordable = await givenRecordable(app);

    const first = await user.post("/interactions", { ...recordable, campaignNo, date: "2026-10-01" });
    const second = await user.post("/interactions", { ...recordable, campaignNo, cost: 5, durationMin: 1 });

    expect(first.body.campaignEntryNo).toBeGreaterThan(0);
    expect(second.body).toMatchObject({ campaignNo, campaignEntryNo: first.body.campaignEntryNo });
    expect((await user.get(`/interaction-log-entries/${first.body.entryNo}`)).body).toEqual(
      entryOf(first.body),
    );
    const { body } = await user.get(`/campaign-entries?campaignNo=${campaignNo}`);
    expect(body.items).toMatchObject([
      {
        entryNo: first.body.campaignEntryNo,
        campaignNo,
        description: "Interactions",
        date: "2026-10-01",
        salespersonCode: recordable.salespersonCode,
        canceled: false,
        noOfInteractions: 2,
        cost: 17,
        durationMin: 21,
      },
    ]);
  });

  test("a batch of a campaign gets one entry, also when it is recorded many times at once", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const campaignNo = await givenCampaign(app);
    const item = { ...(await givenRecordable(app)), campaignNo };

    await Promise.all(
      Array.from({ length: 6 }, () => user.post("/interactions/batch", { items: [item, item] })),
    );

    const { body } = await user.get(`/campaign-entries?campaignNo=${campaignNo}`);
    expect(body.items).toMatchObject([{ noOfInteractions: 12, cost: 144 }]);
  });

  test("INT-054 R-CAMP is the template's, unless another one is said; without either it is blank", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const [templates, said] = [await givenCampaign(app), await givenCampaign(app)];
    const withCampaign = await givenRecordable(app, { campaignNo: templates });
    const without = await givenRecordable(app);

    expect((await user.post("/interactions", withCampaign)).body.campaignNo).toBe(templates);
    expect((await user.post("/interactions", { ...withCampaign, campaignNo: said })).body.campaignNo).toBe(
      said,
    );
    expect((await user.post("/interactions", without)).body).toMatchObject({
      campaignNo: null,
      campaignEntryNo: null,
    });
  });

  test("unknown campaigns, opportunities and tasks are refused at their fields", async ({ app }) => {
    const user = await app.as("crmUser");

    const refused = await user.post("/interactions", {
      ...(await givenRecordable(app)),
      campaignNo: "NO",
      opportunityNo: "NO",
      taskNo: "NO",
    });

    expect([refused.status, refused.body.code]).toEqual([422, "not_found"]);
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toEqual([
      "campaignNo",
      "opportunityNo",
      "taskNo",
    ]);
  });

  test("INT-037 what is postponed has no campaign entry", async ({ app }) => {
    const user = await app.as("crmUser");
    const campaignNo = await givenCampaign(app);

    const { body } = await user.post("/interactions", {
      ...(await givenRecordable(app)),
      campaignNo,
      postponed: true,
    });

    expect(body).toMatchObject({ campaignNo, campaignEntryNo: null, postponed: true });
    expect((await user.get(`/campaign-entries?campaignNo=${campaignNo}`)).body.items).toEqual([]);
  });

  test("a renamed campaign shows its new number in the log, where it is filtered by", async ({ app }) => {
    const marketer = await app.as("marketer");
    const campaignNo = await givenCampaign(app);
    const recorded = await marketer.post("/interactions", { ...(await givenRecordable(app)), campaignNo });

    await marketer.patch(`/campaigns/${campaignNo}`, { no: `${campaignNo}-B` });

    const { body } = await marketer.get(`/interaction-log-entries?campaignNo=${campaignNo}-b`);
    expect(body.items).toMatchObject([{ entryNo: recorded.body.entryNo, campaignNo: `${campaignNo}-B` }]);
  });
});

describe("a campaign entry", () => {
  test("INT-084 COT-006 is canceled with its interactions; none of them comes back alone", async ({
    app,
  }) => {
    const marketer = await app.as("marketer");
    const user = await app.as("crmUser");
    const campaignNo = await givenCampaign(app);
    const recordable = await givenRecordable(app);
    const { body } = await user.post("/interactions", { ...recordable, campaignNo });
    const path = `/campaign-entries/${body.campaignEntryNo}`;

    expect((await user.post(`${path}/cancel`)).status).toBe(403);
    const canceled = await marketer.post(`${path}/cancel`);
    const entry = (await user.get(`/interaction-log-entries/${body.entryNo}`)).body;
    const refused = await user.post(`/interaction-log-entries/${body.entryNo}/reinstate`);

    expect(canceled.body).toMatchObject({ canceled: true, noOfInteractions: 1, cost: 12 });
    expect(entry.canceled).toBe(true);
    expect([refused.status, refused.body.code]).toEqual([409, "campaign_entry_canceled"]);
    const reinstated = await marketer.post(`${path}/reinstate`);
    expect(reinstated.body).toMatchObject({ canceled: false, noOfInteractions: 1 });
    expect((await user.get(`/interaction-log-entries/${body.entryNo}`)).body.canceled).toBe(false);
  });

  test("that was canceled is not used again, not even when it comes back", async ({ app }) => {
    const marketer = await app.as("marketer");
    const campaignNo = await givenCampaign(app);
    const recordable = { ...(await givenRecordable(app)), campaignNo };
    const record = async () => (await marketer.post("/interactions", recordable)).body.campaignEntryNo;

    const first = await record();
    await marketer.post(`/campaign-entries/${first}/cancel`);
    const second = await record();
    await marketer.post(`/campaign-entries/${first}/reinstate`);
    const third = await record();

    expect(second).not.toBe(first);
    expect(third).toBe(second);
  });

  test("counts the interactions that are canceled like itself", async ({ app }) => {
    const user = await app.as("crmUser");
    const campaignNo = await givenCampaign(app);
    const recordable = { ...(await givenRecordable(app)), campaignNo };
    const { body } = await user.post("/interactions", recordable);
    await user.post("/interactions", recordable);

    await user.post(`/interaction-log-entries/${body.entryNo}/cancel`, {});

    expect((await user.get(`/campaign-entries/${body.campaignEntryNo}`)).body).toMatchObject({
      noOfInteractions: 1,
      cost: 12,
      durationMin: 20,
    });
  });

  test("is never canceled over an interaction that counts, whoever logs and reinstates at the same moment", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const campaignNo = await givenCampaign(app);
    const recordable = { ...(await givenRecordable(app)), campaignNo };
    const { body: first } = await admin.post("/interactions", recordable);
    await admin.post(`/interaction-log-entries/${first.entryNo}/cancel`, {});

    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => admin.post("/interactions", recordable)),
      admin.post(`/campaign-entries/${first.campaignEntryNo}/cancel`),
      admin.post(`/interaction-log-entries/${first.entryNo}/reinstate`, {}),
      ...Array.from({ length: 4 }, () => admin.post("/interactions", recordable)),
    ]);

    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from interaction_log_entries e
        join campaign_entries k on k.entry_no = e.campaign_entry_no
       where k.canceled and not e.canceled`.execute(app.owner);
    expect(rows[0]!.count).toBe(0);
    expect((await admin.get(`/campaign-entries/${first.campaignEntryNo}`)).body.canceled).toBe(true);
  });

  test("INT-135 is deleted once it is canceled, with its interactions and their comments", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const marketer = await app.as("marketer");
    const campaignNo = await givenCampaign(app);
    const recordable = { ...(await givenRecordable(app)), campaignNo, comments: ["Wants oak"] };
    const { body } = await admin.post("/interactions", recordable);
    const path = `/campaign-entries/${body.campaignEntryNo}`;

    const open = await admin.delete(path);
    await admin.post(`${path}/cancel`);

    expect([open.status, open.body.code]).toEqual([409, "not_deletable"]);
    expect((await marketer.delete(path)).status).toBe(403);
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.get(`/interaction-log-entries/${body.entryNo}`)).status).toBe(404);
    const comments = await app.owner
      .selectFrom("interaction_comments")
      .selectAll()
      .where("entry_no", "=", body.entryNo)
      .execute();
    expect(comments).toEqual([]);
    expect((await admin.delete(`/campaigns/${campaignNo}`)).status).toBe(204);
  });

  test("all canceled ones of a campaign are deleted at once, and how many is told", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const [campaignNo, other] = [await givenCampaign(app), await givenCampaign(app)];
    const recordable = await givenRecordable(app);
    for (const no of [campaignNo, campaignNo, other]) {
      const { body } = await admin.post("/interactions", { ...recordable, campaignNo: no });
      await admin.post(`/campaign-entries/${body.campaignEntryNo}/cancel`);
    }
    await admin.post("/interactions", { ...recordable, campaignNo });

    const { body } = await admin.post("/campaign-entries/delete-canceled", { campaignNo });

    expect(body).toEqual({ deleted: 2 });
    expect((await admin.get(`/campaign-entries?campaignNo=${campaignNo}`)).body.items).toHaveLength(1);
    expect((await admin.get(`/campaign-entries?campaignNo=${other}`)).body.items).toHaveLength(1);
  });
});
