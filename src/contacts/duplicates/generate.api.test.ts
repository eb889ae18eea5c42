import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import { jobWorks } from "#app/jobs.ts";
import { type TestApp, test, testContext } from "#app/testing.ts";
import type { JobProgress } from "#platform/jobs/index.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";
import { generateJob } from "./generate.job.ts";
import { generateDuplicatesWork } from "./generate.work.ts";

/** Companies straight into the table, every tenth like the one before it; nobody has indexed them. */
async function givenCompanies({ owner }: TestApp, count: number, percent = 60): Promise<void> {
  for (const table of [
    "contact_duplicates",
    "contact_search_strings",
    "contact_numbers",
    "contacts",
    "job_runs",
  ])
    await sql`delete from ${sql.table(table)}`.execute(owner);
  await sql`
    update marketing_setup set search_hit_percent = ${percent},
           maintain_dupl_search_strings = false, autosearch_for_duplicates = false`.execute(owner);
  await sql`
    insert into contacts (id, no, type, company_id, name, address, city, post_code, phone_no, email)
    select i, 'G' || i, 'company', i, 'Kuura ' || like_no, 'Rantatie ' || like_no, 'Suvilahti', '00' || like_no,
           '+358 ' || 1000000 + like_no * 7, 'info@kuura' || like_no || '.example'
      from (select i, i - case when i % 10 = 0 then 1 else 0 end as like_no from generate_series(1, ${count}::int) i) g`.execute(
    owner,
  );
  await sql`insert into contact_numbers (no, contact_id) select no, id from contacts`.execute(owner);
}

const pairsIn = async ({ owner }: TestApp) =>
  (await owner.selectFrom("contact_duplicates").selectAll().orderBy("contact_id").execute()).map(
    ({ contact_id, duplicate_id }) => `${contact_id} ${duplicate_id}`,
  );

const wait = { prefer: "wait=60" };

describe("indexing all companies", () => {
  test("CON-091 makes strings and pairs of all, though nobody maintains them", async ({ app }) => {
    await givenCompanies(app, 2_500);
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");

    const answer = await admin.post("/duplicates/generate", {}, wait);

    expect(answer.body).toEqual({ companies: 2_500, openPairs: 250 });
    const strings = await sql<{ companies: number }>`
      select count(distinct contact_id) as companies from contact_search_strings`.execute(app.owner);
    expect(strings.rows[0]!.companies).toBe(2_500);
    expect((await pairsIn(app)).slice(0, 3)).toEqual(["10 9", "20 19", "30 29"]);
    expect(await app.owner.selectFrom("duplicate_runs").selectAll().execute()).toEqual([]);

    const again = await admin.post("/duplicates/generate", undefined, wait);
    expect(again.body).toEqual({ companies: 2_500, openPairs: 250 });
  });

  test("of those that meet the filters, compared with all others", async ({ app }) => {
    await givenCompanies(app, 40);
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");
    await admin.post("/duplicates/generate", {}, wait);
    await app.owner.deleteFrom("contact_duplicates").execute();

    const answer = await admin.post("/duplicates/generate", { no: "G9,G20" }, wait);

    expect(answer.body).toEqual({ companies: 2, openPairs: 2 });
    expect(await pairsIn(app)).toEqual(["10 9", "20 19"]);
    expect((await admin.post("/duplicates/generate", { name: "x" })).status).toBe(422);
  });

  test("ends with words when the percentage makes everybody alike", async ({ app }) => {
    await givenCompanies(app, 600, 15);
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");

    const answer = await admin.post("/duplicates/generate", {}, { ...wait, "accept-language": "fi" });

    expect([answer.status, answer.body.code]).toEqual([409, "duplicates_too_many"]);
    expect(answer.body.detail).toContain("Suurenna haun osuma-%");
  });
});

/** A handler that somebody cancels, or whose program is killed, after so many reports. */
async function runCutOff(app: TestApp, runId: number, reports: number): Promise<unknown> {
  let left = reports;
  const progress: JobProgress = {
    set: () => undefined,
    throwIfCanceled: () => {
      left -= 1;
      if (left < 0) throw new Error("cut off");
    },
    signal: new AbortController().signal,
    succeedIn: () => Promise.resolve(),
  };
  return generateDuplicatesWork().handler(testContext(app.db), { runId, filter: {} } as never, progress);
}

test("cut off in either step, it goes on where it was and ends with the same pairs", async ({ app }) => {
  await givenCompanies(app, 6_000);
  const { id } = await app.owner
    .insertInto("duplicate_runs")
    .values({ strings_to: null, pairs_to: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const marks = () =>
    app.owner.selectFrom("duplicate_runs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  await expect(runCutOff(app, id, 1)).rejects.toThrow("cut off");
  expect(await marks()).toMatchObject({ strings_to: 5_000, pairs_to: null });

  await expect(runCutOff(app, id, 3)).rejects.toThrow("cut off");
  expect(await marks()).toMatchObject({ strings_to: 6_000, pairs_to: 2_000 });
  expect(await pairsIn(app)).toHaveLength(200);

  expect(await runCutOff(app, id, 99)).toEqual({ companies: 6_000, openPairs: 600 });
});

test("a company that is written while all are indexed keeps the pairs that its writing found", async ({
  app,
}) => {
  await givenCompanies(app, 1_500);
  await app.owner.updateTable("marketing_setup").set({ maintain_dupl_search_strings: true }).execute();
  const admin = await app.as("crmAdmin");
  const { id } = await app.owner
    .insertInto("duplicate_runs")
    .values({ strings_to: null, pairs_to: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  let reports = 0;
  const progress: JobProgress = {
    set: () => undefined,
    throwIfCanceled: () => {
      reports += 1;
    },
    signal: new AbortController().signal,
    succeedIn: () => Promise.resolve(),
  };
  const running = generateDuplicatesWork().handler(
    testContext(app.db),
    { runId: id, filter: {} } as never,
    progress,
  );
  const { address, city, postCode, phoneNo, email, name } = (await admin.get("/contacts/G7")).body;
  const change = await admin.patch("/contacts/G1401", { address, city, postCode, phoneNo, email, name });
  await running;

  expect(change.status).toBe(200);
  expect(reports).toBeGreaterThan(3);
  expect(await pairsIn(app)).toContain("1401 7");
});

test("setting up search strings again and again queues one run that waits", async ({ app }) => {
  await givenCompanies(app, 3);
  const admin = await app.as("crmAdmin");

  const first = await admin.post("/duplicates/generate", {});
  const second = await admin.post("/duplicates/generate", {});
  const filtered = await admin.post("/duplicates/generate", { city: "SUVILAHTI" });

  expect(first.status).toBe(202);
  expect(second.body.job.id).toBe(first.body.job.id);
  expect(filtered.body.job.id).not.toBe(first.body.job.id);
  const { items } = (await admin.get(`/jobs?kind=${generateJob.kind}`)).body;
  expect(items).toHaveLength(2);
});

describe("how many pairs a percentage would give", () => {
  test("is counted for what is stored, and worked out for less", async ({ app }) => {
    await givenCompanies(app, 30);
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");
    await admin.post("/duplicates/generate", {}, wait);
    const preview = async (percent: number) =>
      (await admin.get(`/duplicates/preview?searchHitPercent=${percent}`)).body;

    expect(await preview(60)).toEqual({
      searchHitPercent: 60,
      neededHits: 10,
      searchStrings: 16,
      pairs: 3,
      isEstimate: false,
    });
    expect(await preview(80)).toMatchObject({ neededHits: 13, pairs: 0 });
    // City, first address, first name, first and last e-mail and first phone are the same everywhere.
    expect(await preview(10)).toMatchObject({ neededHits: 2, pairs: 435, isEstimate: false });
    expect((await admin.get("/duplicates/preview?searchHitPercent=0")).status).toBe(400);
  });

  test("is reckoned from some of many companies", async ({ app }) => {
    await givenCompanies(app, 1_000);
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    const admin = await app.as("crmAdmin");
    await admin.post("/duplicates/generate", {}, wait);

    const { body } = await admin.get("/duplicates/preview?searchHitPercent=55");

    expect(body).toMatchObject({ neededHits: 9, isEstimate: true });
    expect(body.pairs).toBeGreaterThan(50);
    expect(body.pairs).toBeLessThan(200);
  });
});
