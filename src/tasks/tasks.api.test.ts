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

/** What a task shows and nobody writes. */
const unwritable = Object.fromEntries(
  [
    "contactName",
    "contactCompanyNo",
    "contactCompanyName",
    "formerContactNo",
    "salespersonName",
    "dateClosed",
  ]
    .concat("version", "lastModifiedAt")
    .map((field) => [field, undefined]),
);

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

  test("T-3 lasts one day, or until the day of the set-up's date formula; calls take half an hour", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const create = async (said: object) =>
      (await user.post("/tasks", { description: "Call", salespersonCode, ...said })).body;

    const plain = await create({});
    const setUp = await admin.patch("/marketing-setup", { defaultTaskDateCalculation: "1vi" });
    const week = await create({ date: "2026-12-01" });
    const said = await create({ date: "2026-12-01", endingDate: "2026-12-02" });
    const call = await create({ type: "phoneCall" });

    expect(plain).toMatchObject({
      durationSec: 86_400,
      endingDate: "2026-11-23",
      startTime: null,
      allDay: false,
    });
    expect(setUp.body.defaultTaskDateCalculation).toBe("1W");
    expect(week).toMatchObject({ durationSec: 8 * 86_400, endingDate: "2026-12-08", endingTime: null });
    expect(said).toMatchObject({ durationSec: 2 * 86_400, endingDate: "2026-12-02" });
    expect(call).toMatchObject({ durationSec: 1800, endingDate: "2026-11-23", endingTime: null });
  });

  test("COT-075 a phone call from 12:01:00 to 12:59:59 takes 58 minutes and 59 seconds", async ({ app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const call = { type: "phoneCall", description: "Call", salespersonCode, date: "2026-11-24" };

    const { body } = await user.post("/tasks", { ...call, startTime: "12:01:00", endingTime: "12:59:59" });
    const path = `/tasks/${body.no}`;
    const later = await user.patch(path, { startTime: "13:00" });
    const longer = await user.patch(path, {
      ...later.body,
      endingTime: "14:30:00",
      no: undefined,
      ...unwritable,
    });
    const both = await user.patch(path, { durationSec: 60, endingTime: "13:30:00" });
    const backwards = await user.patch(path, { endingTime: "12:00:00" });
    const plain = await user.patch(path, { type: null });

    expect(body).toMatchObject({
      durationSec: 58 * 60 + 59,
      endingDate: "2026-11-24",
      endingTime: "12:59:59",
    });
    expect(later.body).toMatchObject({ startTime: "13:00:00", durationSec: 3539, endingTime: "13:58:59" });
    expect(longer.body, longer.text).toMatchObject({ durationSec: 5400, endingTime: "14:30:00" });
    expect(both.body).toMatchObject({ durationSec: 1800, endingTime: "13:30:00" });
    expect(backwards.body).toMatchObject({
      status: 422,
      errors: [{ path: "endingTime", code: "task_duration" }],
    });
    expect(plain.body).toMatchObject({ startTime: null, durationSec: 86_400, endingDate: "2026-11-24" });
    expect((await user.get(path)).body).toEqual(plain.body);
  });

  test("COT-074 a meeting lasts all day, without times, or has a start time", async ({ app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const meeting = { type: "meeting", description: "Meet", salespersonCode, date: "2026-11-24" };

    const timeless = await user.post("/tasks", meeting, { "accept-language": "fi" });
    const endless = await user.post("/tasks", { ...meeting, startTime: "10:00", durationSec: null });
    const allDay = await user.post("/tasks", {
      ...meeting,
      allDay: true,
      location: "Turku",
      endingDate: meeting.date,
    });
    const timed = await user.patch(`/tasks/${allDay.body.no}`, { allDay: false, startTime: "09:00" });
    const again = await user.patch(`/tasks/${allDay.body.no}`, { allDay: true });

    expect(timeless.body).toMatchObject({
      status: 422,
      errors: [{ path: "startTime", message: expect.stringContaining("Anna aloitusaika") }],
    });
    expect(endless.body.errors).toMatchObject([{ path: "durationSec", code: "duration_required" }]);
    expect(allDay.body).toMatchObject({
      allDay: true,
      location: "Turku",
      durationSec: 86_400,
      endingDate: "2026-11-24",
      endingTime: null,
    });
    expect(timed.body).toMatchObject({ startTime: "09:00:00", durationSec: 1800, endingTime: "09:30:00" });
    expect(again.body).toMatchObject({ startTime: null, durationSec: 86_400, endingTime: null });
  });

  test.for([
    [{ startTime: "10:00" }, "startTime task_not_timed"],
    [{ durationSec: 3600 }, "durationSec task_not_timed"],
    [{ allDay: true }, "allDay task_not_meeting"],
    [{ location: "Turku" }, "location task_not_meeting"],
    [{ endingDate: "2026-11-22" }, "endingDate task_duration"],
    [{ endingDate: null }, "endingDate ending_date_required"],
    [{ date: "2999-12-31", endingDate: "3000-01-01" }, "endingDate task_date"],
    [{ type: "phoneCall", durationSec: 59 }, "durationSec task_duration"],
    [{ type: "phoneCall", durationSec: 3650 * 86_400 + 1 }, "durationSec task_duration"],
    [{ type: "phoneCall", endingTime: "10:00" }, "startTime start_time_required"],
  ] as const)("T-2 written %j is refused: %s", async ([written, error], { app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();

    const answer = await user.post("/tasks", { description: "Call", salespersonCode, ...written });

    expect(answer.status, answer.text).toBe(422);
    expect(answer.body.errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`)).toEqual([
      error,
    ]);
  });

  test("COT-035 an all-day meeting from an opportunity carries it and the contact's salesperson", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const user = await app.as("crmUser");
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id });
    const { body } = await user.post("/opportunities", { description: "Pods", contactNo: contact.no });

    const meeting = await user.post("/tasks", {
      description: "Measure",
      type: "meeting",
      allDay: true,
      opportunityNo: body.no,
    });

    expect(meeting.body).toMatchObject({
      opportunityNo: body.no,
      salespersonCode: salesperson.code,
      contactNo: contact.no,
      allDay: true,
    });
  });

  test("of one day are listed by the clock, first those without a time", async ({ app }) => {
    const user = await app.as("crmUser");
    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const create = (description: string, said: object) =>
      user.post("/tasks", { description, salespersonCode, date: "2026-12-01", ...said });
    await create("Ten", { type: "phoneCall", startTime: "10:00" });
    await create("Nine", { type: "phoneCall", startTime: "09:00" });
    await create("Any time", {});
    const path = `/tasks?salespersonCode=${salespersonCode}`;

    const first = (await user.get(`${path}&limit=2`)).body;
    const second = (await user.get(`${path}&limit=2&cursor=${first.nextCursor}`)).body;

    const names = [...first.items, ...second.items].map(
      ({ description }: { description: string }) => description,
    );
    expect(names).toEqual(["Any time", "Nine", "Ten"]);
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
