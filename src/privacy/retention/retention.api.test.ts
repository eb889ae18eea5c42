import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { runJobs } from "#imports/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";
import { findIdleContacts } from "./find-outdated.queries.ts";
import { orderNightlyRetention } from "./rules.commands.ts";

const wait = { prefer: "wait=60" };

async function scene(app: TestApp) {
  runJobs(app);
  const admin = await app.as("crmAdmin");
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  /** A contact that is here since long ago. */
  const contact = async (type: "company" | "person" = "person") => {
    const made = await given.contact({ type });
    await sql`update contacts set created_at = '2020-01-01' where id = ${made.id}`.execute(app.owner);
    return made;
  };
  const log = async (contactNo: string, date: string, values: object = {}) => {
    const answer = await admin.post("/interactions", {
      contactNo,
      interactionTemplateCode,
      salespersonCode,
      description: "Talked",
      date,
      cost: 4,
      ...values,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  const rule = async (values: object) => {
    const code = unique("R");
    const made = await admin.post("/retention-rules", { code, what: "idleContacts", months: 24, ...values });
    expect(made.status, made.text).toBe(201);
    onTestFinished(async () => {
      await admin.delete(`/retention-rules/${code}`);
    });
    return code;
  };
  const run = async (code: string, dryRun: boolean) => {
    const answer = await admin.post(`/retention-rules/${code}/run`, { dryRun }, wait);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const nameOf = async (no: string) => (await admin.get(`/contacts/${no}`)).body.name;
  return { admin, given, contact, log, rule, run, nameOf, salespersonCode };
}

describe("retention rules", () => {
  test("contacts without anything for so long are found, and erased only where the rule says so", async ({
    app,
  }) => {
    const { admin, contact, log, rule, run, nameOf, salespersonCode } = await scene(app);
    const idle = await contact();
    const old = await contact();
    await log(old.no, "2023-05-01");
    const busy = await contact();
    await log(busy.no, "2026-05-01");
    const tasked = await contact();
    await admin.post("/tasks", {
      no: unique("TASK"),
      description: "Call",
      contactNo: tasked.no,
      salespersonCode,
      date: "2020-02-02",
    });
    const linked = await contact();
    await sql`
      insert into business_relations (code) values ('CUST') on conflict do nothing`.execute(app.owner);
    await sql`
      insert into contact_business_relations (contact_id, business_relation_id, link_to, party_id)
      select ${linked.id}, id, 'customer', 1 from business_relations where code = 'CUST'`.execute(app.owner);
    const all = [idle, old, busy, tasked, linked].map(({ no }) => no);

    const reporting = await rule({ action: "report" });
    const report = await run(reporting, false);
    expect(report.keys.filter((no: string) => all.includes(no))).toEqual([idle.no, old.no]);
    expect(report).toMatchObject({ erased: 0, code: reporting });
    const erasing = await rule({ action: "erase" });
    const dry = await run(erasing, true);
    expect(dry).toMatchObject({ found: report.found, erased: 0 });
    expect(await nameOf(idle.no)).not.toBeNull();

    expect(await run(erasing, false)).toMatchObject({ found: dry.found, erased: dry.found, keys: [] });

    expect(await Promise.all(all.map(async (no) => (await nameOf(no)) === null))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect((await admin.get(`/contacts/${idle.no}/privacy`)).body.erasure).toMatchObject({
      requestedBy: "retentionRule",
      reason: erasing,
    });
    expect(await run(erasing, false)).toMatchObject({ found: 0 });
    expect((await admin.get(`/retention-rules/${erasing}`)).body).toMatchObject({ lastRunFound: 0 });
  });

  test("what old interactions said goes, what was done stays; newer ones are untouched", async ({ app }) => {
    const { admin, contact, log, rule, run } = await scene(app);
    const { no } = await contact();
    const old = await log(no, "2021-01-01", { comments: ["said"], evaluation: "negative" });
    const recent = await log(no, "2026-01-01", { comments: ["said"] });
    const before = (await admin.get(`/contacts/${no}/statistics`)).body;
    const code = await rule({ what: "logContent", months: 36, action: "erase" });

    const dry = await run(code, true);
    expect(dry.keys).toContain(String(old.entryNo));
    expect(dry.keys).not.toContain(String(recent.entryNo));
    await run(code, false);

    const entry = async ({ entryNo }: { entryNo: number }) =>
      (await admin.get(`/interaction-log-entries/${entryNo}`)).body;
    expect(await entry(old)).toMatchObject({
      subject: null,
      hasComment: false,
      cost: 4,
      evaluation: "negative",
    });
    expect(await entry(recent)).toMatchObject({ description: "Talked", hasComment: true });
    expect((await admin.get(`/contacts/${no}/statistics`)).body).toMatchObject({
      noOfInteractions: before.noOfInteractions,
      cost: before.cost,
    });
    expect(await run(code, false)).toMatchObject({ found: 0 });
  });

  test.for(["idleContacts", "logContent"] as const)(
    "a dry run of %s finds what the run takes, no more and no less",
    async (what, { app }) => {
      const { admin, contact, log, rule, run, nameOf } = await scene(app);
      // The person is older than its company, which it keeps until it is gone itself.
      const [person, company, busy] = [await contact(), await contact("company"), await contact()];
      await sql`update contacts set company_id = ${company.id} where id = ${person.id}`.execute(app.owner);
      const said = [await log(person.no, "2019-05-01"), await log(busy.no, "2019-05-02")];
      const recent = await log(busy.no, "2026-05-01");
      const erasing = await rule({ what, action: "erase", months: 60 });
      const reporting = await rule({ what, action: "report", months: 60 });

      const dry = await run(erasing, true);
      const again = await run(erasing, true);
      const report = await run(reporting, false);
      const real = await run(erasing, false);

      expect(again).toEqual(dry);
      expect({ ...report, code: erasing }).toEqual({ ...dry, dryRun: report.dryRun });
      expect(real).toMatchObject({ found: dry.found, erased: dry.found });
      const gone: string[] = [];
      if (what === "idleContacts") {
        for (const { no } of [person, company, busy]) if ((await nameOf(no)) === null) gone.push(no);
        expect(gone).toEqual([person.no]);
      } else {
        for (const { entryNo } of [...said, recent])
          if ((await admin.get(`/interaction-log-entries/${entryNo}`)).body.description === null)
            gone.push(String(entryNo));
        expect(gone).toEqual(said.map(({ entryNo }) => String(entryNo)));
      }
      expect(dry.keys).toEqual(expect.arrayContaining(gone));
    },
  );

  test("whom a run erases keeps its company, until the next run", async ({ app }) => {
    const { admin, contact } = await scene(app);
    const [person, company] = [await contact(), await contact("company")];
    await sql`update contacts set company_id = ${company.id} where id = ${person.id}`.execute(app.owner);
    const erasedAt = (
      await admin.post(`/contacts/${person.no}/erase`, {
        requestedBy: "organisation",
        reason: "old",
        confirm: true,
      })
    ).body.erasedAt;
    const isFound = async (began: Date) => {
      const rule = { before: "2024-01-01", keepsLinked: true, began };
      const [next] = await findIdleContacts(app.db, rule, company.id - 1, 1);
      return next?.no === company.no;
    };

    expect(await isFound(new Date(erasedAt))).toBe(false);
    expect(await isFound(new Date(Date.parse(erasedAt) + 1))).toBe(true);
  });

  test("every night those run that are switched on; by default there are none", async ({ app }) => {
    const { admin, rule } = await scene(app);
    await rule({ action: "report" });
    await orderNightlyRetention(testContext(app.db));
    const queued = () =>
      app.owner
        .selectFrom("job_runs")
        .select("payload")
        .where("kind", "=", "privacy.applyRetentionRule")
        .where("actor", "=", "TESTER")
        .execute();
    expect(await queued()).toEqual([]);
    const nightly = await rule({ action: "report", nightly: true });
    await orderNightlyRetention(testContext(app.db));
    expect(await queued()).toHaveLength(1);
    await expect
      .poll(async () => (await admin.get(`/retention-rules/${nightly}`)).body.lastRunAt, { timeout: 10_000 })
      .not.toBeNull();
  });

  test("they are run by who manages privacy and runs jobs, not by who does only one of the two", async ({
    app,
  }) => {
    const { rule, admin } = await scene(app);
    const code = await rule({});
    const only = async (...rights: ("jobs.run" | "privacy.manage")[]) =>
      (await (await app.as("crmAdmin", rights)).post(`/retention-rules/${code}/run`, { dryRun: true }))
        .status;

    expect([
      await only("jobs.run"),
      await only("privacy.manage"),
      await only("jobs.run", "privacy.manage"),
    ]).toEqual([403, 403, 202]);
    expect(
      (await (await app.as("crmUser")).post("/retention-rules", { code: "X", what: "logContent", months: 1 }))
        .status,
    ).toBe(403);
    expect((await admin.post("/retention-rules", { code, what: "logContent", months: 1 })).body.code).toBe(
      "duplicate",
    );
    expect((await admin.patch(`/retention-rules/${code}`, { months: 0 })).status).toBe(422);
  });
});
