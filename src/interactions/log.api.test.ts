import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { givenIn, unique } from "./testing.ts";

interface Scene {
  readonly user: TestClient;
  readonly contactNo: string;
  readonly templateCode: string;
  record(more?: Record<string, unknown>): Promise<{ entryNo: number; version: number }>;
}

/** A contact with a salesperson, a template, and a way to record. */
async function scene(app: TestApp, template: Record<string, unknown> = {}): Promise<Scene> {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson({ name: "S" });
  const contact = await given.contact({ name: "C", salespersonId: salesperson.id });
  const admin = await app.as("crmAdmin");
  const templateCode = unique("T");
  await admin.post("/interaction-templates", {
    code: templateCode,
    interactionGroupCode: await given.group(),
    description: "TD",
    ...template,
  });
  const user = await app.as("crmUser");
  return {
    user,
    contactNo: contact.no,
    templateCode,
    async record(more = {}) {
      const answer = await user.post("/interactions", {
        contactNo: contact.no,
        interactionTemplateCode: templateCode,
        ...more,
      });
      expect(answer.status, answer.text).toBe(201);
      return answer.body;
    },
  };
}

describe("the log", () => {
  test("INT-080 two entries are evaluated at once", async ({ app }) => {
    const { user, record } = await scene(app);
    const entryNos = [(await record()).entryNo, (await record()).entryNo];

    const answer = await user.post("/interaction-log-entries/evaluate", { entryNos, evaluation: "positive" });

    expect(answer.body.items.map((entry: { evaluation: string }) => entry.evaluation)).toEqual([
      "positive",
      "positive",
    ]);
    const unknown = await user.post("/interaction-log-entries/evaluate", {
      entryNos: [...entryNos, 999_999_999],
      evaluation: "negative",
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, "entries_not_found"]);
    expect((await user.get(`/interaction-log-entries/${entryNos[0]}`)).body.evaluation).toBe("positive");
  });

  test("INT-081 a canceled entry stays in the log with its reason, counts nowhere, and comes back", async ({
    app,
  }) => {
    const { user, record, contactNo } = await scene(app, { unitCost: 40, unitDurationMin: 20 });
    const { entryNo } = await record();

    const canceled = await user.post(`/interaction-log-entries/${entryNo}/cancel`, {
      reason: "Wrong contact",
    });
    expect(canceled.body).toMatchObject({
      canceled: true,
      cancelReason: "Wrong contact",
      canceledAt: expect.any(String),
    });
    expect((await user.get(`/interaction-log-entries?contactNo=${contactNo}`)).body.items).toHaveLength(1);
    expect((await user.get(`/contacts/${contactNo}/statistics`)).body).toMatchObject({
      noOfInteractions: 0,
      cost: 0,
    });

    const reinstated = await user.post(`/interaction-log-entries/${entryNo}/reinstate`, {
      reason: "It was right",
    });
    expect(reinstated.body).toMatchObject({
      canceled: false,
      canceledAt: null,
      cancelReason: "It was right",
    });
    expect((await user.get(`/contacts/${contactNo}/statistics`)).body).toMatchObject({
      noOfInteractions: 1,
      cost: 40,
    });
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "changes"])
      .where("resource_key", "=", String(entryNo))
      .orderBy("id")
      .execute();
    expect(trail.map(({ action, changes }) => [action, changes.reason])).toEqual([
      ["interaction.recorded", undefined],
      ["interaction.canceled", "Wrong contact"],
      ["interaction.reinstated", "It was right"],
    ]);
  });

  test("INT-082 of a canceled and an open entry, reinstated together, both are open", async ({ app }) => {
    const { user, record } = await scene(app);
    const entryNos = [(await record()).entryNo, (await record()).entryNo];
    await user.post("/interaction-log-entries/cancel", { entryNos: [entryNos[0]] });

    const answer = await user.post("/interaction-log-entries/reinstate", { entryNos });

    expect(answer.status, answer.text).toBe(200);
    for (const entryNo of entryNos)
      expect((await user.get(`/interaction-log-entries/${entryNo}`)).body.canceled).toBe(false);
  });

  test("INT-093 entries of a document are listed by its type and number, to those who may read interactions", async ({
    app,
  }) => {
    const { user, record, contactNo } = await scene(app);
    const [first, second] = [await record(), await record()];
    for (const [entry, document_no] of [
      [first, "1001"],
      [second, "1002"],
    ] as const)
      await app.owner
        .updateTable("interaction_log_entries")
        .set({ document_type: "salesOrderConfirmation", document_no })
        .where("entry_no", "=", entry.entryNo)
        .execute();
    const ofOrder = `/interaction-log-entries?contactNo=${contactNo}&documentType=salesOrderConfirmation&documentNo=1001`;

    const listed = await user.get(ofOrder);

    expect(listed.body.items.map((entry: { entryNo: number }) => entry.entryNo)).toEqual([first.entryNo]);
    expect(listed.body.items[0]).toMatchObject({
      documentType: "salesOrderConfirmation",
      documentNo: "1001",
    });
    expect((await (await app.as("crmUser", ["contacts.read"])).get(ofOrder)).status).toBe(403);
  });

  test("INT-085 only a canceled entry is deleted, with its comments", async ({ app }) => {
    const { user, record } = await scene(app);
    const { entryNo } = await record({ comments: ["A remark"] });
    const admin = await app.as("crmAdmin");

    const refused = await admin.delete(`/interaction-log-entries/${entryNo}`);
    expect([refused.status, refused.body.code]).toEqual([409, "not_deletable"]);
    await user.post(`/interaction-log-entries/${entryNo}/cancel`);
    expect((await user.delete(`/interaction-log-entries/${entryNo}`)).status).toBe(403);
    expect((await admin.delete(`/interaction-log-entries/${entryNo}`)).status).toBe(204);

    expect((await user.get(`/interaction-log-entries/${entryNo}`)).status).toBe(404);
    const left = await app.owner
      .selectFrom("interaction_comments")
      .selectAll()
      .where("entry_no", "=", entryNo)
      .execute();
    expect(left).toEqual([]);
  });

  test("INT-090 the title names who it came from or who made it, in the reader's language", async ({
    app,
  }) => {
    const inbound = await scene(app, { informationFlow: "inbound" });
    const outbound = await scene(app, { informationFlow: "outbound" });
    const title = async ({ user, record }: Scene, language: string) =>
      (
        await user.get(`/interaction-log-entries/${(await record()).entryNo}`, {
          "accept-language": language,
        })
      ).body.title;

    expect(await title(inbound, "en")).toBe("TD - from C");
    expect(await title(outbound, "en")).toBe("TD - by S");
    expect(await title(outbound, "fi")).toBe("TD – tekijä S");
  });

  test("INT-091 comments are added, changed and deleted; the entry knows that it has some", async ({
    app,
  }) => {
    const { user, record } = await scene(app);
    const { entryNo } = await record();
    const path = `/interaction-log-entries/${entryNo}/comments`;

    const first = await user.post(path, { text: "Called back" });
    const second = await user.post(path, { text: "Sent it" });

    expect([first.status, first.body.date, second.body.date]).toEqual([201, "2026-11-23", null]);
    expect((await user.get(`/interaction-log-entries/${entryNo}`)).body).toMatchObject({
      hasComment: true,
      noOfComments: 2,
    });
    const changed = await user.patch(`${path}/${first.body.lineNo}`, { text: "Called back twice" });
    expect(changed.body).toMatchObject({
      text: "Called back twice",
      date: "2026-11-23",
      lastModifiedAt: expect.any(String),
    });
    expect((await user.delete(`${path}/${second.body.lineNo}`)).status).toBe(204);
    expect((await user.get(`/interaction-log-entries/${entryNo}`)).body.noOfComments).toBe(1);
    expect((await user.post(path, { text: " " })).body.errors).toMatchObject([
      { path: "text", code: "required" },
    ]);
  });

  test("the result is entered afterwards; two people do not overwrite each other", async ({ app }) => {
    const { user, record } = await scene(app, { unitCost: 10, unitDurationMin: 5 });
    const entry = await record();
    const path = `/interaction-log-entries/${entry.entryNo}`;

    const result = {
      description: "Ordered",
      evaluation: "veryPositive",
      wasSuccessful: false,
      cost: 17.25,
      durationMin: 9,
    };
    const changed = await user.patch(path, result, { "if-match": `"${entry.version}"` });
    expect(changed.body).toMatchObject({
      description: "Ordered",
      evaluation: "veryPositive",
      attemptFailed: true,
      cost: 17.25,
      durationMin: 9,
      version: 2,
    });
    const stale = await user.patch(path, { durationMin: 60 }, { "if-match": `"${entry.version}"` });
    expect([stale.status, stale.body.code]).toEqual([412, "stale_version"]);
    expect((await user.patch(path, { contactNo: "X" })).body.errors).toMatchObject([
      { code: "unknown_field" },
    ]);
    expect((await user.patch(path, { description: null })).body.code).toBe("description_required");
  });

  test("INT-025 filters show what they say", async ({ app }) => {
    const one = await scene(app, { informationFlow: "inbound" });
    const two = await scene(app, { informationFlow: "outbound" });
    await one.record({ date: "2026-03-01", time: "10:00", evaluation: "negative" });
    await one.record({ date: "2026-03-02", time: "23:59:59" });
    await two.record({ date: "2026-03-03" });
    const dates = async (query: string) =>
      (await one.user.get(`/interaction-log-entries?${query}`)).body.items.map(
        (entry: { date: string }) => entry.date,
      );

    expect(await dates(`contactNo=${one.contactNo}`)).toEqual(["2026-03-02", "2026-03-01"]);
    expect(await dates(`contactNo=${one.contactNo},${two.contactNo}&sort=date`)).toEqual([
      "2026-03-01",
      "2026-03-02",
      "2026-03-03",
    ]);
    expect(await dates(`interactionTemplateCode=${two.templateCode}`)).toEqual(["2026-03-03"]);
    expect(await dates(`contactNo=${one.contactNo}&dateFrom=2026-03-02&dateTo=2026-03-02`)).toEqual([
      "2026-03-02",
    ]);
    expect(await dates(`contactNo=${one.contactNo}&evaluation=negative,positive`)).toEqual(["2026-03-01"]);
    expect(await dates(`contactNo=${one.contactNo}&informationFlow=outbound`)).toEqual([]);
    expect(await dates("contactNo=NOBODY")).toEqual([]);
    const unknown = await one.user.get("/interaction-log-entries?contactno=X");
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, "unknown_field"]);
  });

  test("pages continue where they ended, also among entries of the same moment", async ({ app }) => {
    const { user, record, contactNo } = await scene(app);
    const recorded: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      recorded.push((await record({ date: "2026-02-02", time: index < 5 ? "08:00" : "09:00" })).entryNo);
    }

    const seen: number[] = [];
    let cursor = "";
    do {
      const page = await user.get(
        `/interaction-log-entries?contactNo=${contactNo}&limit=3&sort=date${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.items.map((entry: { entryNo: number }) => entry.entryNo));
      cursor = page.body.nextCursor ?? "";
    } while (cursor);

    expect(seen).toEqual(recorded);
    const foreign = await user.get(
      `/interaction-log-entries?sort=-date&cursor=${Buffer.from('["date","x",1]').toString("base64url")}`,
    );
    expect([foreign.status, foreign.body.errors[0].code]).toEqual([400, "cursor_invalid"]);
  });

  test("a logged fact cannot be changed or deleted behind the program's back", async ({ app }) => {
    const { record } = await scene(app);
    const { entryNo } = await record();
    const asProgram = (statement: string) => sql.raw(statement).execute(app.db);

    await expect(
      asProgram(`update interaction_log_entries set happened_at = now() where entry_no = ${entryNo}`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      asProgram(`update interaction_log_entries set contact_id = 1 where entry_no = ${entryNo}`),
    ).rejects.toThrow(/permission denied/);
    await expect(asProgram("truncate interaction_log_entries")).rejects.toThrow(/permission denied/);
    await expect(asProgram("alter table interaction_log_entries disable row level security")).rejects.toThrow(
      /must be owner/,
    );
    const { numAffectedRows } = await asProgram(
      `delete from interaction_log_entries where entry_no = ${entryNo}`,
    );
    expect(numAffectedRows).toBe(0n);
    await expect(asProgram("delete from audit_entries")).rejects.toThrow(/permission denied/);
  });
});

describe("recording beside other changes of the contact", () => {
  test("a contact deleted in the meantime keeps no orphan entry", async ({ app }) => {
    const { user, contactNo, templateCode } = await scene(app);
    const deletion = await app.owner.startTransaction().execute();
    const { contact_id: id } = await deletion
      .deleteFrom("contact_numbers")
      .where("no", "=", contactNo)
      .returning("contact_id")
      .executeTakeFirstOrThrow();
    await deletion.deleteFrom("contacts").where("id", "=", id).execute();

    const recording = user.post("/interactions", { contactNo, interactionTemplateCode: templateCode });
    await expect.poll(() => waitingStatements(app), { timeout: 10_000 }).toBe(1);
    await deletion.commit().execute();

    const answer = await recording;
    expect([answer.status, answer.body.code]).toEqual([422, "not_found"]);
    const left = await app.owner
      .selectFrom("interaction_log_entries")
      .selectAll()
      .where("contact_id", "=", id)
      .execute();
    expect(left).toEqual([]);
  });
});

/** Statements on this database that wait for somebody else's lock. */
async function waitingStatements(app: TestApp): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`.execute(app.owner);
  return rows[0]!.waiting;
}

describe("what a contact page shows", () => {
  test("CON-049 an interaction's cost and duration are its contact's", async ({ app }) => {
    const { user, record, contactNo } = await scene(app, { unitCost: 12.5, unitDurationMin: 30 });
    await record();

    expect((await user.get(`/contacts/${contactNo}/statistics`)).body).toMatchObject({
      noOfInteractions: 1,
      cost: 12.5,
      durationMin: 30,
    });
  });

  test("INT-137 a company's statistics count its people's interactions, not the other way round", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const { user, templateCode } = await scene(app, { unitCost: 40, unitDurationMin: 20, initiatedBy: "us" });
    const salesperson = await given.salesperson();
    const company = await given.contact({ salespersonId: salesperson.id, name: "Kuusikko Oy" });
    const person = await given.contact({
      type: "person",
      name: "Anna Berg",
      companyId: company.id,
      companyName: "Kuusikko Oy",
      salespersonId: salesperson.id,
    });
    const record = (contactNo: string, more = {}) =>
      user.post("/interactions", { contactNo, interactionTemplateCode: templateCode, ...more });
    await record(company.no, { date: "2026-01-10", evaluation: "positive" });
    await record(person.no, { date: "2026-02-11", cost: 0.1, durationMin: 1 });
    await record(person.no, { date: "2026-02-12", wasSuccessful: false, cost: 0.2, durationMin: 2 });

    expect((await user.get(`/contacts/${company.no}/statistics`)).body).toMatchObject({
      noOfInteractions: 3,
      cost: 40.3,
      durationMin: 23,
      dateOfLastInteraction: "2026-02-11",
      lastDateAttempted: "2026-02-12",
      evaluations: { positive: 1, negative: 0 },
    });
    expect((await user.get(`/contacts/${person.no}/statistics?dateFrom=2026-02-12`)).body).toMatchObject({
      noOfInteractions: 1,
      cost: 0.2,
    });
    const months = (await user.get(`/contacts/${company.no}/statistics`)).body.months;
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toEqual({ month: "2026-11", noOfInteractions: 0 });
    expect(months.find(({ month }: { month: string }) => month === "2026-02").noOfInteractions).toBe(2);

    const timeline = (await user.get(`/contacts/${company.no}/timeline`)).body.items;
    expect(
      timeline.map((item: Record<string, unknown>) => [item.kind, item.contactName, item.contactCompanyName]),
    ).toEqual([
      ["interaction", "Anna Berg", "Kuusikko Oy"],
      ["interaction", "Anna Berg", "Kuusikko Oy"],
      ["interaction", "Kuusikko Oy", "Kuusikko Oy"],
    ]);
    expect((await user.get(`/contacts/${person.no}/timeline`)).body.items).toHaveLength(2);
    expect((await user.get("/contacts/NOBODY/timeline")).status).toBe(404);
  });

  test("CON-043 a person's timeline keeps what stayed with a former company", async ({ app }) => {
    const given = givenIn(app.owner);
    const { user, templateCode } = await scene(app);
    const salesperson = await given.salesperson();
    const [former, next] = [await given.contact({ name: "P" }), await given.contact({ name: "Q" })];
    const person = await given.contact({
      type: "person",
      companyId: former.id,
      salespersonId: salesperson.id,
    });
    const record = (date: string) =>
      user.post("/interactions", { contactNo: person.no, interactionTemplateCode: templateCode, date });
    await record("2026-01-01");
    await record("2026-01-02");

    await sql`select move_entries_with_person(${person.id}, ${former.id}, ${next.id})`.execute(app.db);
    await app.owner
      .updateTable("contacts")
      .set({ company_id: next.id })
      .where("id", "=", person.id)
      .execute();
    await record("2026-01-03");

    const timeline = (await user.get(`/contacts/${person.no}/timeline`)).body.items;
    expect(
      timeline.map((item: Record<string, unknown>) => [item.date, item.contactNo, item.formerContactNo]),
    ).toEqual([
      ["2026-01-03", person.no, null],
      ["2026-01-02", former.no, person.no],
      ["2026-01-01", former.no, person.no],
    ]);
    expect((await user.get(`/contacts/${former.no}/statistics`)).body.noOfInteractions).toBe(2);
    expect((await user.get(`/contacts/${next.no}/statistics`)).body.noOfInteractions).toBe(1);
  });
});
