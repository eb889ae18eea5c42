import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { orderScheduledClassification } from "../classify/classification.commands.ts";
import { runClassification } from "../classify/classification.work.ts";
import { answer, automatic, givenQuestionnaire, question } from "../testing.ts";
import { deleteOldProfileChanges } from "./record-changes.ts";

const unwatched = { set: () => undefined, throwIfCanceled: () => undefined };
const rating = { autoClassification: true, contactClassField: "rating" };

async function historyOf(app: TestApp, no: string, query = "") {
  const viewer = await app.as("viewer");
  const { status, body, text } = await viewer.get(`/contacts/${no}/profile-history${query}`);
  expect(status, text).toBe(200);
  expect(text).not.toContain("sort_values");
  return body as { items: Record<string, unknown>[]; nextCursor: string | null };
}

/** The latest first, as `+Good`, `-Bad`, `High 3>5`. */
async function told(app: TestApp, no: string, code?: string): Promise<string[]> {
  const { items } = await historyOf(app, no, code ? `?questionnaireCode=${code}` : "");
  return items.map(({ change, answer, pointsBefore, pointsAfter, cause }) => {
    const sign = { gained: "+", lost: "-", points: "~" }[String(change)];
    const points = pointsBefore === null && pointsAfter === null ? "" : ` ${pointsBefore}>${pointsAfter}`;
    return `${sign}${answer}${points} ${cause}`;
  });
}

async function classify(app: TestApp, code: string, date = "2026-11-23", dryRun = false) {
  const { id } = await app.owner
    .selectFrom("questionnaires")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return runClassification(testContext(app.db), { questionnaireIds: [id], date, dryRun }, unwatched);
}

const countRows = async (app: TestApp) =>
  (await sql<{ n: number }>`select count(*) as n from contact_profile_changes`.execute(app.owner)).rows[0]!.n;

async function givenMood(app: TestApp) {
  const mood = await givenQuestionnaire(app, {}, [
    question("Mood"),
    answer("Good"),
    answer("Bad"),
    question("Interests", { multipleAnswers: true }),
    answer("Boats"),
    question("Worth", rating),
    answer("High", { fromValue: 5 }),
    answer("Low", { toValue: 4 }),
  ]);
  const admin = await app.as("crmAdmin");
  for (const [line, points] of [
    ["Good", 5],
    ["Boats", 2],
  ] as const)
    expect(
      (
        await admin.put(
          `/questionnaires/${mood.code}/lines/${mood.lines.Worth}/points/${mood.code}/${mood.lines[line]}`,
          { points },
        )
      ).status,
    ).toBeLessThan(300);
  const path = (no: string, line: string) =>
    `/contacts/${no}/profile-answers/${mood.code}/${mood.lines[line]}`;
  return { ...mood, path };
}

describe("the history of answers (B10)", () => {
  test("says what was ticked and taken back, and what the points of ratings came to", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await givenIn(app.owner).contact();
    const { code, path } = await givenMood(app);

    await user.put(path(no, "Good"), undefined);
    await user.put(path(no, "Good"), undefined);
    await user.put(path(no, "Boats"), undefined);
    await user.put(`${path(no, "Bad")}?replace=true`, undefined);
    await user.delete(path(no, "Good"));

    expect(await told(app, no)).toEqual([
      "+Low null>2 rating",
      "-High 7>null rating",
      "+Bad manual",
      "-Good manual",
      "~High 5>7 rating",
      "+Boats manual",
      "+High null>5 rating",
      "+Good manual",
    ]);
    const page = await historyOf(app, no, `?limit=3&questionnaireCode=${code}`);
    expect(page.items[0]).toMatchObject({ questionnaireCode: code, question: "Worth", isLineDeleted: false });
    const next = await historyOf(app, no, `?limit=200&cursor=${page.nextCursor}`);
    expect(next.items.map(({ answer }) => answer)).toEqual(["Good", "High", "Boats", "High", "Good"]);
    const other = await givenQuestionnaire(app, {}, []);
    expect((await historyOf(app, no, `?questionnaireCode=${other.code}`)).items).toEqual([]);
  });

  test("a run writes what it changed; a trial and a run that changes nothing write nothing", async ({
    app,
  }) => {
    const { no } = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Talked", automatic({ contactClassField: "interactionQuantity" })),
      answer("Seldom", { toValue: 2 }),
    ]);
    const before = await countRows(app);

    await classify(app, code, "2026-11-23", true);
    expect(await countRows(app)).toBe(before);
    const { questions } = await classify(app, code);
    const after = await countRows(app);
    expect(after - before).toBe(questions[0]!.gained);
    await classify(app, code, "2026-11-24");
    expect(await countRows(app)).toBe(after);
    expect(await told(app, no)).toEqual(["+Seldom classification"]);

    const admin = await app.as("crmAdmin");
    await admin.patch(`/questionnaires/${code}/lines/${lines.Seldom}`, { toValue: null, fromValue: 900 });
    await classify(app, code);
    expect(await told(app, no)).toEqual(["-Seldom classification", "+Seldom classification"]);

    // The line goes and its number is given to another: the history says what was meant.
    expect((await admin.delete(`/questionnaires/${code}/lines/${lines.Seldom}`)).status).toBe(204);
    await admin.post(`/questionnaires/${code}/lines`, { type: "answer", description: "Other" });
    const { items } = await historyOf(app, no);
    expect(items[0]).toMatchObject({ answer: "Seldom", question: "Talked", isLineDeleted: true });
    expect((await admin.delete(`/questionnaires/${code}`)).status).toBe(204);
    expect((await historyOf(app, no)).items[0]).toMatchObject({ questionnaireCode: code, answer: "Seldom" });
  });

  test("merged contacts have one history whose last lines are what is held, and two again after undoing", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const survivor = await givenIn(app.owner).contact();
    const duplicate = await givenIn(app.owner).contact();
    const { code, path } = await givenMood(app);
    await admin.put(path(survivor.no, "Good"), undefined);
    await admin.put(path(duplicate.no, "Boats"), undefined);
    const before = await told(app, duplicate.no, code);
    expect(before).toEqual(["+Low null>2 rating", "+Boats manual"]);

    const merged = await admin.post(`/contacts/${survivor.no}/merge`, {
      duplicateNo: duplicate.no,
      confirm: true,
    });
    expect(merged.status, merged.text).toBe(200);
    expect(await told(app, survivor.no, code)).toEqual([
      "~High 5>7 rating",
      "-Low 2>null merge",
      ...before,
      "+High null>5 rating",
      "+Good manual",
    ]);

    const { body } = await admin.get(`/merges?contactNo=${survivor.no}`);
    const undone = await admin.post(`/merges/${body.items[0].id}/undo`, {});
    expect(undone.status, undone.text).toBeLessThan(300);
    expect((await told(app, duplicate.no, code)).slice(-2)).toEqual(before);
    expect((await told(app, survivor.no, code))[0]).toBe("~High 7>5 rating");
  });

  test("goes with its contact and after five years; only readers of contacts see it", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { id, no } = await givenIn(app.owner).contact();
    const { path } = await givenMood(app);
    await admin.put(path(no, "Bad"), undefined);
    const kept = await countRows(app);
    await deleteOldProfileChanges(testContext(app.db, { now: new Date("2029-01-01T00:00:00Z") }));
    expect(await countRows(app)).toBe(kept);

    await admin.delete(`/contacts/${no}`);
    const { rows } = await sql`select from contact_profile_changes where contact_id = ${id}`.execute(
      app.owner,
    );
    expect(rows).toEqual([]);
    await deleteOldProfileChanges(testContext(app.db, { now: new Date("2040-01-01T00:00:00Z") }));
    expect(await countRows(app)).toBe(0);
  });
});

test("B10 a questionnaire is classified by its schedule, once, by the organisation's clock", async ({
  app,
}) => {
  const admin = await app.as("crmAdmin");
  const code = unique("S");
  await admin.post("/questionnaires", {
    code,
    classificationSchedule: "weekly",
    classificationWeekday: "thursday",
    classificationHour: 5,
  });
  // Set on a Monday.
  await sql`update questionnaires set classification_ordered_at = '2026-11-23T10:00:00Z' where code = ${code}`.execute(
    app.owner,
  );
  const jobs = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from job_runs where kind = 'contacts.classify'`.execute(
        app.owner,
      )
    ).rows[0]!.n;
  const at = (now: string) =>
    orderScheduledClassification(testContext(app.db, { now: new Date(now), timeZone: "Europe/Helsinki" }));
  const before = await jobs();

  await at("2026-11-26T02:59:00Z");
  expect(await jobs()).toBe(before);
  await Promise.all([at("2026-11-26T03:01:00Z"), at("2026-11-26T03:01:00Z")]);
  await at("2026-11-26T04:01:00Z");
  expect(await jobs()).toBe(before + 1);

  await admin.patch(`/questionnaires/${code}`, { classificationSchedule: "off" });
  await at("2027-11-26T03:01:00Z");
  expect(await jobs()).toBe(before + 1);
  expect((await admin.patch(`/questionnaires/${code}`, { classificationHour: 24 })).status).toBe(422);
});
