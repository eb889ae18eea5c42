import { Readable } from "node:stream";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { openTable, previewTable } from "#platform/files/index.ts";
import { refreshSums } from "./index.ts";

/** A template of its own group, a salesperson, and a company with a person. */
async function given(app: TestApp, template: Record<string, unknown> = {}) {
  const rows = givenIn(app.owner);
  const admin = await app.as("crmAdmin");
  const group = await rows.group();
  const code = unique("T");
  await admin.post("/interaction-templates", {
    code,
    interactionGroupCode: group,
    description: `Call ${code}`,
    defaultCorrespondenceType: null,
    ...template,
  });
  const salesperson = await rows.salesperson();
  const company = await rows.contact({ salespersonId: salesperson.id });
  const person = await rows.contact({ type: "person", companyId: company.id, salespersonId: salesperson.id });
  const user = await app.as("crmUser");
  const log = async (values: Record<string, unknown> = {}) => {
    const answer = await user.post("/interactions", {
      contactNo: company.no,
      interactionTemplateCode: code,
      ...values,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body.entryNo as number;
  };
  return { group, template: code, salesperson: salesperson.code, company, person, user, log };
}

describe("statistics over interactions", () => {
  test("INT-026 templates count what was entered, not their unit values", async ({ app }) => {
    const { template, user, log } = await given(app, { unitCost: 10, unitDurationMin: 5 });
    await log();
    await log({ cost: 17, durationMin: 9 });
    const canceled = await log({ cost: 100 });
    await user.post(`/interaction-log-entries/${canceled}/cancel`);

    for (const moment of ["before", "after"]) {
      if (moment === "after") await refreshSums(app.db);
      expect((await user.get(`/interaction-templates/${template}`)).body).toMatchObject({
        noOfInteractions: 2,
        cost: 27,
        durationMin: 14,
      });
      const { rows, totals } = (
        await user.get(`/statistics/interactions?by=template&interactionTemplateCode=${template}`)
      ).body;
      expect(rows).toMatchObject([
        {
          key: template,
          name: `Call ${template}`,
          noOfInteractions: 2,
          cost: 27,
          durationMin: 14,
          averageCost: 13.5,
          averageDurationMin: 7,
          compared: null,
        },
      ]);
      expect(totals).toMatchObject({ noOfInteractions: 2, cost: 27, durationMin: 14 });
    }
  });

  test("INT-136 groups and salespeople add up the same interactions", async ({ app }) => {
    const { group, salesperson, user, log } = await given(app, { unitCost: 8.25, unitDurationMin: 12 });
    await log();
    const sums = { noOfInteractions: 1, cost: 8.25, durationMin: 12 };

    expect((await user.get(`/interaction-groups/${group}`)).body).toMatchObject({ code: group, ...sums });
    expect((await user.get(`/salespeople/${salesperson}`)).body).toMatchObject({
      code: salesperson,
      ...sums,
    });
    const byGroup = await user.get(`/statistics/interactions?by=group&salespersonCode=${salesperson}`);
    expect(byGroup.body.rows).toMatchObject([{ key: group, ...sums }]);
  });

  test("CON-049 CON-050 a company counts its people's interactions, not vice versa", async ({ app }) => {
    const { company, person, template, user, log } = await given(app);
    await log({ cost: 12.5, durationMin: 30 });
    await log({ contactNo: person.no, cost: 1, durationMin: 2 });

    const of = async (by: string) =>
      (await user.get(`/statistics/interactions?by=${by}&interactionTemplateCode=${template}`)).body;

    expect((await of("contactCompany")).rows).toMatchObject([
      { key: company.no, noOfInteractions: 2, cost: 13.5, durationMin: 32 },
    ]);
    const contacts = await of("contact");
    expect(contacts).toMatchObject({ noOfRows: 2, totals: { noOfInteractions: 2, cost: 13.5 } });
    expect(contacts.rows.map((row: { key: string }) => row.key).sort()).toEqual(
      [company.no, person.no].sort(),
    );
    const shown = await user.get(
      `/statistics/interactions?by=contact&limit=1&interactionTemplateCode=${template}`,
    );
    expect(shown.body).toMatchObject({ noOfRows: 2, totals: { noOfInteractions: 2 } });
    expect(shown.body.rows).toHaveLength(1);
  });

  test("a filter that no sums are kept by gives the same figures", async ({ app }) => {
    const { company, template, user, log } = await given(app, { initiatedBy: "us" });
    await log({ date: "2026-03-31", cost: 0.00001, evaluation: "positive" });
    await log({ date: "2026-04-01", cost: 0.1, wasSuccessful: false });
    await log({ date: "2026-04-02", cost: 0.2 });

    const kept = await user.get(
      `/statistics/interactions?by=month&dateFrom=2026-03-01&dateTo=2026-05-31&interactionTemplateCode=${template}`,
    );
    const counted = await user.get(
      `/statistics/interactions?by=month&dateFrom=2026-03-01&dateTo=2026-05-31&initiatedBy=us&contactNo=${company.no}`,
    );

    expect(kept.body.rows).toMatchObject([
      {
        key: "2026-03-01",
        dateTo: "2026-03-31",
        noOfInteractions: 1,
        cost: 0.00001,
        evaluations: { positive: 1 },
      },
      { key: "2026-04-01", noOfInteractions: 2, cost: 0.3, noOfFailedAttempts: 1, averageCost: 0.15 },
      { key: "2026-05-01", noOfInteractions: 0, averageCost: 0 },
    ]);
    expect(counted.body).toEqual(kept.body);
  });

  test("campaigns count whom they reached and who answered, until the entries are canceled", async ({
    app,
  }) => {
    const { template, user, log } = await given(app);
    const marketer = await app.as("marketer");
    const no = unique("K");
    await marketer.post("/campaigns", { no, description: "Spring fair" });
    await log({ campaignNo: no, campaignTarget: true, cost: 2 });
    const answered = await log({ campaignNo: no, campaignTarget: true, campaignResponse: true, cost: 3 });
    await log();
    const path = `/statistics/interactions?by=campaign&interactionTemplateCode=${template}`;

    for (const moment of ["before", "after"]) {
      if (moment === "after") await refreshSums(app.db);
      expect((await user.get(path)).body.rows).toMatchObject([
        {
          key: no,
          name: "Spring fair",
          noOfInteractions: 2,
          cost: 5,
          targetContactsContacted: 2,
          contactsResponded: 1,
        },
        { key: null, noOfInteractions: 1 },
      ]);
    }

    await user.post(`/interaction-log-entries/${answered}/cancel`);
    expect((await user.get(`${path}&campaignNo=${no}`)).body.rows).toMatchObject([
      { key: no, noOfInteractions: 1, targetContactsContacted: 1, contactsResponded: 0 },
    ]);
  });

  test("words narrow the figures", async ({ app }) => {
    const { template, user, log } = await given(app);
    await log({ description: "Sent the price list", cost: 4 });
    await log({ description: "Talked about the weather" });

    const found = await user.get(
      `/statistics/interactions?by=template&interactionTemplateCode=${template}&search=price`,
    );

    expect(found.body.rows).toMatchObject([{ key: template, noOfInteractions: 1, cost: 4 }]);
  });

  test("stands beside the period before and the year before", async ({ app }) => {
    const { template, user, log } = await given(app, { unitCost: 1 });
    for (const date of ["2025-10-31", "2026-09-30", "2026-10-01", "2026-10-20", "2026-11-01"]) {
      await log({ date });
    }
    const october = async (by: string, compareWith: string) =>
      (
        await user.get(
          `/statistics/interactions?by=${by}&dateFrom=2026-10-01&dateTo=2026-10-31&compareWith=${compareWith}&interactionTemplateCode=${template}`,
        )
      ).body;

    expect(await october("template", "previousPeriod")).toMatchObject({
      comparedPeriod: { dateFrom: "2026-09-01", dateTo: "2026-09-30" },
      rows: [{ key: template, noOfInteractions: 2, compared: { noOfInteractions: 1 } }],
      totals: { noOfInteractions: 2, compared: { noOfInteractions: 1, cost: 1 } },
    });
    const days = await october("day", "previousYear");
    expect(days.comparedPeriod).toEqual({ dateFrom: "2025-10-01", dateTo: "2025-10-31" });
    expect(days.rows).toHaveLength(31);
    expect(days.rows[30]).toMatchObject({
      key: "2026-10-31",
      noOfInteractions: 0,
      compared: { noOfInteractions: 1 },
    });
    // Weeks lie elsewhere in another year: days move to the same date.
    const weeks = await october("week", "previousYear");
    expect(weeks.rows.at(-1)).toMatchObject({
      key: "2026-10-26",
      dateTo: "2026-10-31",
      compared: { noOfInteractions: 1 },
    });
    const gone = await october("contact", "previousYear");
    expect(gone.totals.compared.noOfInteractions).toBe(1);
  });

  test("a row of the compared period alone is there, with nothing now", async ({ app }) => {
    const { template, salesperson, user, log } = await given(app);
    await log({ date: "2026-09-15" });

    const answer = await user.get(
      `/statistics/interactions?by=salesperson&dateFrom=2026-10-01&dateTo=2026-10-31&compareWith=previousPeriod&interactionTemplateCode=${template}`,
    );

    expect(answer.body.rows).toMatchObject([
      { key: salesperson, noOfInteractions: 0, compared: { noOfInteractions: 1 } },
    ]);
  });

  test("refuses a comparison without a period and what it does not know", async ({ app }) => {
    const user = await app.as("viewer");

    const open = await user.get(
      "/statistics/interactions?by=template&compareWith=previousYear&dateFrom=2026-01-01",
    );
    expect([open.status, open.body.code, open.body.errors[0].path]).toEqual([
      422,
      "period_required",
      "dateTo",
    ]);
    const reversed = "dateFrom=2026-02-01&dateTo=2026-01-01";
    expect(
      (await user.get(`/statistics/interactions?by=template&compareWith=previousYear&${reversed}`)).status,
    ).toBe(422);
    expect((await user.get(`/statistics/interactions?by=month&${reversed}`)).body).toMatchObject({
      rows: [],
      totals: { noOfInteractions: 0 },
    });
    for (const query of ["", "?by=mood", "?by=template&canceled=true", "?by=day&limit=0"]) {
      expect((await user.get(`/statistics/interactions${query}`)).status).toBe(400);
    }
    expect(
      (await user.get("/statistics/interactions?by=template&salespersonCode=NOBODY")).body,
    ).toMatchObject({ rows: [], noOfRows: 0, totals: { noOfInteractions: 0, averageCost: 0 } });
  });

  test("needs its right", async ({ app }) => {
    const stranger = await app.as("viewer", ["contacts.read"]);
    expect((await stranger.get("/statistics/interactions?by=template")).status).toBe(403);
    expect((await stranger.get("/reports/interaction-statistics?by=template")).status).toBe(403);
    const anonymous = await app.as(null);
    expect((await anonymous.get("/statistics/interactions?by=template")).status).toBe(401);
    const reader = await app.as("viewer", ["reports.read"]);
    expect((await reader.get("/reports/interaction-statistics?by=template")).status).toBe(200);
  });
});

describe("the report", () => {
  async function cellsOf(contents: Buffer) {
    await using table = await openTable(Readable.from([contents]));
    const { header, rows } = await previewTable(table, 100);
    return { header, rows: rows.map(({ cells }) => cells) };
  }

  test("comes as JSON, CSV and Excel, as Accept or format says", async ({ app }) => {
    const { template, user, log } = await given(app);
    await log({ date: "2026-10-05", cost: 2.5, durationMin: 10, evaluation: "negative" });
    await log({ date: "2026-09-05", cost: 1 });
    const path = `/reports/interaction-statistics?by=template&dateFrom=2026-10-01&dateTo=2026-10-31&compareWith=previousPeriod&interactionTemplateCode=${template}`;

    const json = await user.get(path);
    const csv = await user.get(path, { accept: "text/csv" });
    const xlsx = await user.get(path, {
      accept: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    const finnish = await user.get(`${path}&format=csv`, { "accept-language": "fi", accept: "text/html" });

    expect(json.body.rows).toHaveLength(1);
    for (const file of [csv, xlsx]) {
      const { header, rows } = await cellsOf(file.bytes);
      expect(header.slice(0, 4)).toEqual(["Template", "Name", "Interactions", "Cost"]);
      expect(header).toContain("Cost (compared period)");
      expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
        [template, `Call ${template}`, "1", "2.5"],
        ["Total", null, "1", "2.5"],
      ]);
      expect(rows[0]![header.indexOf("Negative")]).toBe("1");
      expect(rows[0]![header.indexOf("Cost (compared period)")]).toBe("1");
    }
    expect(csv.headers["content-disposition"]).toContain("Interaction statistics 2026-11-23.csv");
    expect(finnish.text).toContain(`"${template}";"Call ${template}";1;2,5`);
    const audited = await app.owner
      .selectFrom("audit_entries")
      .select("resource_key")
      .where("resource", "=", "interaction-statistics")
      .execute();
    expect(audited).toHaveLength(3);
  });
});
