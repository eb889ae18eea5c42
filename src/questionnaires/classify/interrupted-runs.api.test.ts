import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { deleteContact } from "#contacts/index.ts";
import { givenIn } from "#interactions/testing.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";
import { classificationUpdated } from "../questionnaire-events.ts";
import {
  answer,
  automatic,
  type GivenQuestionnaire,
  givenQuestionnaire,
  question,
  withoutSamples,
} from "../testing.ts";
import { classifyContactsWork, runClassification } from "./classification.work.ts";

const date = "2026-11-23";
const unwatched = { set: () => undefined, throwIfCanceled: () => undefined };
const talked = automatic({ contactClassField: "interactionQuantity" });
const rating = { autoClassification: true, contactClassField: "rating" };

/** How many contacts hold each line that anybody holds. */
async function countsOf(app: TestApp, { code, lines }: GivenQuestionnaire): Promise<Record<string, number>> {
  const { rows } = await sql<{ line_no: number; n: number }>`
    select a.line_no, count(*) as n from contact_profile_answers a join questionnaires q on q.id = a.questionnaire_id
     where q.code = ${code} group by 1`.execute(app.owner);
  const names = Object.fromEntries(Object.entries(lines).map(([name, lineNo]) => [lineNo, name]));
  return Object.fromEntries(rows.map(({ line_no, n }) => [names[line_no], n]));
}

async function idOf(app: TestApp, { code }: GivenQuestionnaire): Promise<number> {
  const row = await app.owner
    .selectFrom("questionnaires")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A transaction that stays open until it is told to end. */
async function openTransaction(app: TestApp) {
  const transaction = await app.db.startTransaction().execute();
  onTestFinished(async () => {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
  });
  return transaction;
}

async function backendsThatWait(app: TestApp): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`.execute(
    app.owner,
  );
  return rows.map(({ pid }) => pid);
}

async function untilSomebodyWaits(app: TestApp): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [pid] = await backendsThatWait(app);
    if (pid !== undefined) return pid;
    await sleep(20);
  }
  throw new Error("nobody waits");
}

describe("a run that does not come to its end", () => {
  test("stopped between two questions: one has its new answers, the other its old ones", async ({ app }) => {
    await Promise.all([1, 2, 3].map(() => givenIn(app.owner).contact()));
    const asked = await givenQuestionnaire(app, {}, [
      question("One", talked),
      answer("one", { toValue: 5 }),
      question("Two", talked),
      answer("two", { toValue: 5 }),
    ]);
    let steps = 0;
    const canceled = {
      set: () => undefined,
      throwIfCanceled: () => {
        steps += 1;
        if (steps === 2) throw new Error("canceled");
      },
    };

    const run = runClassification(
      testContext(app.db),
      { questionnaireIds: [await idOf(app, asked)], date, dryRun: false },
      canceled,
    );

    await expect(run).rejects.toThrow("canceled");
    const counts = await countsOf(app, asked);
    expect(Object.keys(counts)).toEqual(["one"]);
    expect(counts.one).toBeGreaterThanOrEqual(3);
  });

  test("killed while it writes a question: the old answers stand; a second run finds the new ones", async ({
    app,
  }) => {
    const contacts = await Promise.all([1, 2, 3].map(() => givenIn(app.owner).contact()));
    const asked = await givenQuestionnaire(app, {}, [
      question("Talked", talked),
      answer("old", { toValue: 5 }),
      answer("new", { fromValue: 900 }),
    ]);
    const order = { questionnaireIds: [await idOf(app, asked)], date, dryRun: false };
    await runClassification(testContext(app.db), order, unwatched);
    const before = await countsOf(app, asked);
    const admin = await app.as("crmAdmin");
    const line = (name: string) => `/questionnaires/${asked.code}/lines/${asked.lines[name]}`;
    await admin.patch(line("old"), { toValue: null });
    await admin.patch(line("new"), { fromValue: null, toValue: 5 });
    // Somebody else's row in the way holds the run up in the middle of its statement.
    const blocker = await openTransaction(app);
    await sql`
      insert into contact_profile_answers (contact_id, questionnaire_id, line_no)
      values (${contacts[2]!.id}, ${order.questionnaireIds[0]!}, ${asked.lines.new!})`.execute(blocker);

    const run = runClassification(testContext(app.db), order, unwatched).catch((error: Error) => error);
    const pid = await untilSomebodyWaits(app);
    await sql`select pg_terminate_backend(${pid})`.execute(app.owner);

    expect(await run).toBeInstanceOf(Error);
    await blocker.rollback().execute();
    expect(await countsOf(app, asked)).toEqual(before);
    await runClassification(testContext(app.db), order, unwatched);
    expect(await countsOf(app, asked)).toEqual({ new: before.old });
  });
});

describe("others at the same time", () => {
  test("a contact that is deleted meanwhile leaves no answers behind", async ({ app }) => {
    const contact = await givenIn(app.owner).contact();
    const asked = await givenQuestionnaire(app, {}, [
      question("Talked", talked),
      answer("any", { toValue: 5 }),
    ]);
    const order = { questionnaireIds: [await idOf(app, asked)], date, dryRun: false };
    let deletion: Promise<void> | undefined;
    const listener = async () => {
      // The answers are written, the transaction is still open.
      classificationUpdated.handlers.delete("test");
      deletion = deleteContact(testContext(app.db), contact.no);
      await untilSomebodyWaits(app);
    };
    classificationUpdated.handlers.set("test", listener);

    await runClassification(testContext(app.db), order, unwatched);
    await deletion;

    const { rows } = await sql`
      select from contact_profile_answers where contact_id = ${contact.id}`.execute(app.owner);
    expect(rows).toHaveLength(0);
  });

  test("a rating that an answer changes while all are rated is right in the end", async ({ app }) => {
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const contact = await givenIn(app.owner).contact();
    const asked = await givenQuestionnaire(app, {}, [
      question("Pays"),
      answer("yes"),
      question("Loyalty", rating),
      answer("HIGH", { fromValue: 3 }),
      answer("LOW", { toValue: 2 }),
    ]);
    const { code, lines } = asked;
    await admin.put(`/questionnaires/${code}/lines/${lines.Loyalty}/points/${code}/${lines.yes}`, {
      points: 3,
    });
    const order = { questionnaireIds: [await idOf(app, asked)], date, dryRun: false };
    let answering: Promise<{ status: number }> | undefined;
    classificationUpdated.handlers.set("test", async ({ requestId }) => {
      if (requestId !== "test-request") return;
      classificationUpdated.handlers.delete("test");
      answering = user.put(`/contacts/${contact.no}/profile-answers/${code}/${lines.yes}`, undefined);
      await untilSomebodyWaits(app);
    });

    await runClassification(testContext(app.db), order, unwatched);

    expect((await answering)?.status).toBe(204);
    const profile = await user.get(`/contacts/${contact.no}/profile-answers`);
    const held = profile.body.items
      .filter(({ questionnaireCode }: { questionnaireCode: string }) => questionnaireCode === code)
      .map((item: { answer: string }) => item.answer);
    expect(held).toEqual(["yes", "HIGH"]);
  });
});

describe("the job", () => {
  test("runs on behalf of who ordered it, tells the audit trail, and shows in the distribution", async ({
    app,
  }) => {
    const worker = startTestWorker(app, [classifyContactsWork()]);
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");
    const [contact, other] = await Promise.all([1, 2].map(() => givenIn(app.owner).contact()));
    const asked = await givenQuestionnaire(app, { contactType: "companies" }, [
      question("Talked", talked),
      answer("Seldom", { toValue: 5 }),
      answer("Never", { toValue: 0.5 }),
      question("Mood"),
      answer("Good"),
      answer("Bad"),
    ]);
    const { code, lines } = asked;
    await admin.put(`/contacts/${contact!.no}/profile-answers/${code}/${lines.Good}`, undefined);
    await admin.put(`/contacts/${other!.no}/profile-answers/${code}/${lines.Bad}`, undefined);

    const dry = await admin.post(
      "/questionnaires/update-classification",
      { questionnaireCodes: [code], dryRun: true },
      { prefer: "wait=60" },
    );
    const real = await admin.post(
      "/questionnaires/update-classification",
      { questionnaireCodes: [code] },
      { prefer: "wait=60" },
    );

    expect([dry.status, dry.body.dryRun]).toEqual([200, true]);
    expect(real.status, real.text).toBe(200);
    expect(real.body).toMatchObject({ dryRun: false, date, questions: withoutSamples(dry.body.questions) });
    const total = real.body.questions[0].noOfContacts;
    const distribution = await (await app.as("viewer")).get(`/questionnaires/${code}/distribution`);
    expect(distribution.body).toMatchObject({
      noOfContacts: total,
      questions: [
        {
          description: "Talked",
          isAutomatic: true,
          classifiedOn: date,
          noOfContacts: total,
          answers: [
            { description: "Seldom", noOfContacts: total },
            { description: "Never", noOfContacts: total },
          ],
        },
        {
          description: "Mood",
          isAutomatic: false,
          noOfContacts: 2,
          answers: [
            { description: "Good", noOfContacts: 1 },
            { description: "Bad", noOfContacts: 1 },
          ],
        },
      ],
    });
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["actor", "resource_key"])
      .where("action", "=", "classification.updated")
      .where("resource_key", "=", code)
      .execute();
    expect(trail).toMatchObject([{ actor: "test crmAdmin:", resource_key: code }]);
  });
});
