import { beforeEach, describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";

beforeEach(async ({ app }: { app: Parameters<typeof givenSeriesFor>[0] }) => {
  await givenSeriesFor(app, "campaignNos", "CP0001");
});

describe("campaigns", () => {
  test("COT-001 a number comes from the series; one in use is skipped", async ({ app }) => {
    const marketer = await app.as("marketer");

    const first = await marketer.post("/campaigns", { description: "Spring fair" });
    const digits = Number(first.body.no.slice(2));
    const taken = `CP${String(digits + 1).padStart(4, "0")}`;
    await marketer.post("/campaigns", { no: taken.toLowerCase() });
    const next = await marketer.post("/campaigns", {});

    expect(first.headers.location).toBe(`/api/v1/campaigns/${first.body.no}`);
    expect((await marketer.get(`/campaigns/${taken}`)).body.no).toBe(taken);
    expect(next.body.no).toBe(`CP${String(digits + 2).padStart(4, "0")}`);
    const double = await marketer.post("/campaigns", { no: taken });
    expect([double.status, double.body.code, double.body.errors[0].path]).toEqual([409, "duplicate", "no"]);
  });

  test("COT-002 everything is stored; changes show the version and keep what they do not name", async ({
    app,
  }) => {
    const marketer = await app.as("marketer");
    const admin = await app.as("crmAdmin");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson({ name: "Aino Harju" });
    const statusCode = unique("ST");
    await admin.post("/campaign-statuses", { code: statusCode, description: "Planned" });

    const created = await marketer.post("/campaigns", {
      description: "Spring fair",
      statusCode,
      salespersonCode,
      startingDate: "2026-11-23",
      endingDate: "2026-11-23",
    });
    const changed = await marketer.patch(
      `/campaigns/${created.body.no}`,
      { endingDate: null },
      { "if-match": '"1"' },
    );

    expect(created.body).toMatchObject({ statusCode, salespersonCode, salespersonName: "Aino Harju" });
    expect(changed.body).toMatchObject({ startingDate: "2026-11-23", endingDate: null, version: 2 });
    const stale = await marketer.patch(
      `/campaigns/${created.body.no}`,
      { description: "Fair" },
      { "if-match": '"1"' },
    );
    expect(stale.status).toBe(412);
    expect((await admin.delete(`/campaign-statuses/${statusCode}`)).body.code).toBe("setup_in_use");
  });

  test("COT-003 a starting date after the ending date is refused and nothing is saved", async ({ app }) => {
    const marketer = await app.as("marketer");
    const { body } = await marketer.post("/campaigns", { endingDate: "2026-05-31" });

    const refused = await marketer.patch(`/campaigns/${body.no}`, { startingDate: "2026-06-01" });

    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: "campaign_dates", errors: [{ path: "startingDate" }] });
    expect((await marketer.get(`/campaigns/${body.no}`)).body).toEqual(body);
  });

  test("references that lead nowhere and blocked salespeople are refused at their field", async ({ app }) => {
    const marketer = await app.as("marketer");
    const blocked = await givenIn(app.owner).salesperson({ blocked: true });

    const unknown = await marketer.post("/campaigns", { statusCode: "NO", salespersonCode: "NOBODY" });
    const refused = await marketer.post("/campaigns", { salespersonCode: blocked.code });

    expect(unknown.body.errors.map((error: { path: string }) => error.path)).toEqual([
      "statusCode",
      "salespersonCode",
    ]);
    expect([refused.status, refused.body.code]).toEqual([422, "salesperson_blocked"]);
  });

  test("those running on a day, blank dates being open", async ({ app }) => {
    const marketer = await app.as("marketer");
    const word = unique("WORD");
    for (const [name, startingDate, endingDate] of [
      ["over", null, "2026-10-31"],
      ["open", null, null],
      ["later", "2026-12-01", null],
      ["today", "2026-11-23", "2026-11-23"],
    ]) {
      await marketer.post("/campaigns", { description: `${word} ${name}`, startingDate, endingDate });
    }

    const { body } = await marketer.get(`/campaigns?search=${word}&runningOn=2026-11-23&sort=description`);

    expect(body.items.map((campaign: { description: string }) => campaign.description)).toEqual([
      `${word} open`,
      `${word} today`,
    ]);
  });

  test("only who may delete campaigns does, and only what nothing open names", async ({ app }) => {
    const marketer = await app.as("marketer");
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    const { body } = await marketer.post("/campaigns", {});
    const group = await givenIn(app.owner).group();
    const template = await admin.post("/interaction-templates", {
      code: unique("T"),
      interactionGroupCode: group,
      campaignNo: body.no,
    });

    expect((await viewer.post("/campaigns", {})).status).toBe(403);
    expect((await marketer.delete(`/campaigns/${body.no}`)).status).toBe(403);
    const refused = await admin.delete(`/campaigns/${body.no}`);
    expect([refused.status, refused.body.code]).toEqual([409, "campaign_in_use"]);
    await admin.patch(`/interaction-templates/${template.body.code}`, { campaignNo: null });
    expect((await admin.delete(`/campaigns/${body.no}`)).status).toBe(204);
    expect((await admin.get(`/campaigns/${body.no}`)).status).toBe(404);
  });

  test("without a series the set-up is named", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.patch("/marketing-setup", { campaignNos: null });

    const refused = await admin.post("/campaigns", {});

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "setup_missing", errors: [{ path: "campaignNos" }] });
  });
});
