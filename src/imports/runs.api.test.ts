import { describe, expect } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { JobStopped } from "#platform/jobs/job-life.rules.ts";
import { type ImportProgress, runImport } from "./import.work.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "./testing.ts";

test.beforeEach(({ app }) => givenNumberSeries(app));

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

async function nameCounts({ db }: TestApp, like: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("contacts")
    .select(["name", (eb) => eb.fn.countAll<number>().as("count")])
    .where("name", "like", like)
    .groupBy("name")
    .execute();
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** Progress of a program that is killed when it has stored so many batches. */
function killedAfter(batches: number): ImportProgress {
  let left = batches;
  return {
    set() {},
    throwIfCanceled() {
      if (left-- === 0) throw new JobStopped("stopping");
    },
    succeedIn: async () => {},
  };
}

describe("a run that is cut off", () => {
  test("goes on behind the last stored batch: nothing twice, nothing lost", async ({ app }) => {
    const user = await app.as("crmUser");
    const file = `Name,Company\n${lines(2_500, (at) => (at % 2 ? `Person ${at},Company ${at - 1}` : `,Company ${at}`))}`;
    const { body } = await upload(user, file);
    await user.post(`/imports/${body.id}/run`, { dryRun: false });
    const ctx = testContext(app.db);

    // One batch of companies, then a kill; the rest of them and one of people, then another.
    await expect(runImport(ctx, app.dataFolder, body.id, killedAfter(1))).rejects.toThrow(JobStopped);
    const afterFirst = await user.get(`/imports/${body.id}`);
    await expect(runImport(ctx, app.dataFolder, body.id, killedAfter(2))).rejects.toThrow(JobStopped);
    runJobs(app);
    await expect
      .poll(async () => (await user.get(`/imports/${body.id}`)).body.status, { timeout: 20_000 })
      .toBe("done");

    expect(afterFirst.body.run).toMatchObject({ created: 1_000, rowsDone: 1_000 });
    const done = await user.get(`/imports/${body.id}`);
    expect(done.body.run).toMatchObject({ created: 2_500, companiesCreated: 0, failed: 0, rowsDone: 2_500 });
    const people = await nameCounts(app, "Person %");
    const companies = await nameCounts(app, "Company %");
    expect([Object.keys(people).length, Object.keys(companies).length]).toEqual([1_250, 1_250]);
    expect(Object.values({ ...people, ...companies }).every((count) => count === 1)).toBe(true);
    const orphans = await app.db
      .selectFrom("contacts")
      .select("id")
      .where("type", "=", "person")
      .where("company_id", "is", null)
      .execute();
    expect(orphans).toEqual([]);
  });

  test("that somebody canceled can be run again and goes on, but neither be tried nor changed", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const { body } = await upload(user, `Name\n${lines(1_500, (at) => `Cancelled ${at}`)}`);
    const started = await user.post(`/imports/${body.id}/run`, { dryRun: false });
    await expect(runImport(testContext(app.db), app.dataFolder, body.id, killedAfter(1))).rejects.toThrow();
    await user.post(`/jobs/${started.body.job.id}/cancel`);

    expect((await user.get(`/imports/${body.id}`)).body.status).toBe("interrupted");
    expect((await user.patch(`/imports/${body.id}`, { matchBy: "none" })).body.code).toBe("import_begun");
    expect((await user.post(`/imports/${body.id}/run`, { dryRun: true })).body.code).toBe("import_begun");
    runJobs(app);
    expect((await runToEnd(user, body.id)).body).toMatchObject({ created: 1_500 });
    expect((await runToEnd(user, body.id)).body.code).toBe("import_done");
    expect(Object.values(await nameCounts(app, "Cancelled %")).every((count) => count === 1)).toBe(true);
  });

  test("two runs of the same batch store it once", async ({ app }) => {
    const user = await app.as("crmUser");
    const { body } = await upload(user, `Name\n${lines(800, (at) => `Twin ${at}`)}`);
    await user.post(`/imports/${body.id}/run`, { dryRun: false });

    const outcomes = await Promise.allSettled([
      runImport(testContext(app.db), app.dataFolder, body.id, killedAfter(99)),
      runImport(testContext(app.db), app.dataFolder, body.id, killedAfter(99)),
    ]);

    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    const counts = Object.values(await nameCounts(app, "Twin %"));
    expect([counts.length, Math.max(...counts)]).toEqual([800, 1]);
  });
});

test("two imports at once draw numbers that no contact shares", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const uploads = await Promise.all(
    ["Left", "Right"].map((side) => upload(user, `Name\n${lines(3_000, (at) => `${side} ${at}`)}`)),
  );

  const results = await Promise.all(uploads.map(({ body }) => runToEnd(user, body.id)));

  expect(results.map(({ body }) => body.created)).toEqual([3_000, 3_000]);
  const nos = await app.db
    .selectFrom("contacts")
    .select("no")
    .where((eb) => eb.or([eb("name", "like", "Left %"), eb("name", "like", "Right %")]))
    .execute();
  expect(new Set(nos.map(({ no }) => no)).size).toBe(6_000);
});

describe("who may", () => {
  test("readers may not import, and an import is seen by its owner and by who runs jobs", async ({ app }) => {
    const user = await app.as("crmUser");
    const { body } = await upload(user, "Name\nHalla\n");
    const other = await app.as("integration");

    expect((await upload(await app.as("viewer"), "Name\nHalla\n")).status).toBe(403);
    expect((await upload(await app.as(null), "Name\nHalla\n")).status).toBe(401);
    expect((await other.get(`/imports/${body.id}`)).status).toBe(404);
    expect((await other.post(`/imports/${body.id}/run`, { dryRun: true })).status).toBe(404);
    expect((await other.get("/imports")).body.items).toEqual([]);
    expect((await (await app.as("admin")).get(`/imports/${body.id}`)).status).toBe(200);
  });

  test("privacy flags take their own right, row by row", async ({ app }) => {
    runJobs(app);
    const file = "Name,Privacy blocked\nOpen,no\nClosed,yes\n";
    const user = await app.as("crmUser");
    const { body } = await upload(user, file);

    const result = await runToEnd(user, body.id, true);

    expect(result.body).toMatchObject({ created: 1, failed: 1 });
    const problems = await user.get(`/imports/${body.id}/problems`);
    expect(problems.body.items).toMatchObject([{ rowNumber: 3, code: "forbidden" }]);
  });
});

test("an import is forgotten with its file; a running one is not", async ({ app }) => {
  const user = await app.as("crmUser");
  const { body } = await upload(user, "Name\nHalla\n");
  await user.post(`/imports/${body.id}/run`, { dryRun: true });

  test.beforeEach(({ app }) => givenNumberSeries(app));

  expect((await user.delete(`/imports/${body.id}`)).body.code).toBe("import_running");
  runJobs(app);
  await expect.poll(async () => (await user.get(`/imports/${body.id}`)).body.status).toBe("checked");
  expect((await user.delete(`/imports/${body.id}`)).status).toBe(204);
  expect((await user.get(`/imports/${body.id}/preview`)).status).toBe(404);
});

describe("companies that are alike", () => {
  /** So many companies, the last one like the first. */
  const companies = (count: number) =>
    `Name,Address,Post code,City,Phone no.,E-mail\n${lines(count, (at) => {
      const like = count * 10_000 + (at === count - 1 ? 0 : at);
      return `Havu ${like} Oy,Rantatie ${like},${like},Suvi${like}lahti,+358 40 ${100_000 + like * 7},info${count}-${at}@havu.example`;
    })}`;
  const openPairs = async ({ db }: TestApp) =>
    (await db.selectFrom("contact_duplicates").selectAll().execute()).length;
  const queuedJobs = async ({ db }: TestApp) =>
    (await db.selectFrom("job_runs").select("id").where("kind", "=", "duplicates.generate").execute()).length;

  test.for([
    ["a small file are found row by row", 30],
    ["a large file are found by the job that follows it", 1_050],
  ] as const)("in %s", async ([, count], { app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const [before, queuedBefore] = [await openPairs(app), await queuedJobs(app)];
    const { body } = await upload(user, companies(count));

    const { body: result } = await runToEnd(user, body.id);

    expect(result).toMatchObject({ created: count, failed: 0 });
    await expect.poll(() => openPairs(app), { timeout: 20_000 }).toBe(before + 1);
    expect(await queuedJobs(app)).toBe(queuedBefore + (count > 1_000 ? 1 : 0));
  });

  test("in a trial are not looked for", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const before = await openPairs(app);
    const { body } = await upload(user, companies(20).replaceAll("Havu", "Kuura"));

    await runToEnd(user, body.id, true);

    expect(await openPairs(app)).toBe(before);
  });
});
