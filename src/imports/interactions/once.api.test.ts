import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test, testContext } from "#app/testing.ts";
import { JobStopped } from "#platform/jobs/job-life.rules.ts";
import { type ImportProgress, runImport } from "../import.work.ts";
import { runJobs, runToEnd } from "../testing.ts";
import { entriesSince, givenHistory, lastEntryNo, uploadHistory } from "./testing.ts";

test.beforeEach(({ app }) => givenHistory(app));

const settings = { source: "old crm", defaultTemplateCode: "CALL", defaultSalespersonCode: "AK" };

async function uploaded(client: TestClient, file: string): Promise<string> {
  const { body } = await uploadHistory(client, file);
  const changed = await client.patch(`/imports/${body.id}`, settings);
  if (changed.status !== 200) throw new Error(changed.text);
  return body.id;
}

async function countEntries({ db }: TestApp): Promise<number> {
  const { count } = await db
    .selectFrom("interaction_log_entries")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join("\n");
const withIds = (name: string) =>
  `Date,Contact no.,Description,ID\n${rows(2_500, (at) => `2024-04-03,AINO,Call ${at},${name}-${at}`)}\n`;
const withoutIds = (name: string) =>
  `Date,Contact no.,Description\n${rows(1_200, (at) => `2024-04-03,AINO,${name} ${at % 7}`)}\n`;

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

describe("a row of a source is recorded once", () => {
  test("however often the file is imported, with the ids of its rows or without", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");

    for (const [file, count] of [
      [withIds("again"), 2_500],
      [withoutIds("Again"), 1_200],
    ] as const) {
      const before = await countEntries(app);
      expect((await runToEnd(user, await uploaded(user, file))).body).toMatchObject({
        created: count,
        unchanged: 0,
      });
      const again = await uploaded(user, file);
      expect((await runToEnd(user, again, true)).body).toMatchObject({ created: 0, unchanged: count });
      expect((await runToEnd(user, again)).body).toMatchObject({ created: 0, unchanged: count, failed: 0 });
      expect(await countEntries(app)).toBe(before + count);
    }
  });

  test("also where the first run was killed and forgotten, and another file holds the same ids", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const before = await countEntries(app);
    const first = await uploaded(user, withIds("killed"));
    const started = await user.post(`/imports/${first}/run`, { dryRun: false });
    const run = runImport(testContext(app.db), app.dataFolder, first, killedAfter(1));
    await expect(run).rejects.toThrow(JobStopped);
    expect(await countEntries(app)).toBe(before + 1_000);
    await user.post(`/jobs/${started.body.job.id}/cancel`);
    expect((await user.delete(`/imports/${first}`)).status).toBe(204);

    runJobs(app);
    const second = await uploaded(user, `${withIds("killed")}2024-05-03,AINO,One more,killed-2500\n`);

    expect((await runToEnd(user, second)).body).toMatchObject({ created: 1_501, unchanged: 1_000 });
    expect(await countEntries(app)).toBe(before + 2_501);
  });

  test("a killed run goes on behind the last stored batch", async ({ app }) => {
    const user = await app.as("crmUser");
    const before = await countEntries(app);
    const id = await uploaded(user, withoutIds("Killed"));
    await user.post(`/imports/${id}/run`, { dryRun: false });
    await expect(runImport(testContext(app.db), app.dataFolder, id, killedAfter(1))).rejects.toThrow(
      JobStopped,
    );

    runJobs(app);
    await expect
      .poll(async () => (await user.get(`/imports/${id}`)).body.status, { timeout: 20_000 })
      .toBe("done");

    expect((await user.get(`/imports/${id}`)).body.run).toMatchObject({ created: 1_200, rowsDone: 1_200 });
    expect(await countEntries(app)).toBe(before + 1_200);
  });

  test("when two people import it at once", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const before = await countEntries(app);
    const file = withIds("both");
    const ids = await Promise.all([uploaded(user, file), uploaded(user, file)]);

    const results = await Promise.all(ids.map((id) => runToEnd(user, id)));

    const sum = (name: string) => results.reduce((total, { body }) => total + body[name], 0);
    expect([sum("created"), sum("unchanged"), sum("failed")]).toEqual([2_500, 2_500, 0]);
    expect(await countEntries(app)).toBe(before + 2_500);
  });

  test("a second row of the same id counts only when the first could not be recorded", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const file = [
      "Date,Contact no.,Description,ID",
      "2024-04-03,AINO,Recorded,twin1",
      "2024-04-03,AINO,Left out,twin1",
      "2024-99-03,AINO,Wrong,twin2",
      "2024-04-03,AINO,Recorded instead,twin2",
    ].join("\n");
    const before = await lastEntryNo(user);
    const id = await uploaded(user, file);

    const tried = await runToEnd(user, id, true);
    const done = await runToEnd(user, id);

    for (const { body } of [tried, done]) expect(body).toMatchObject({ created: 2, unchanged: 1, failed: 1 });
    const entries = await entriesSince(user, before);
    expect(entries.map(({ description }) => description)).toEqual(["Recorded", "Recorded instead"]);
  });

  test("the same id of another source is another row; one whose entry was deleted may come again", async ({
    app,
  }) => {
    runJobs(app);
    const admin = await app.as("admin");
    const file = "Date,Contact no.,Description,ID\n2024-04-03,AINO,Call,1\n";
    const before = await lastEntryNo(admin);
    await runToEnd(admin, await uploaded(admin, file));
    const other = await uploaded(admin, file);
    await admin.patch(`/imports/${other}`, { source: "Newer CRM" });

    expect((await runToEnd(admin, other)).body).toMatchObject({ created: 1 });
    const entries = await entriesSince(admin, before);
    expect(entries).toHaveLength(2);
    for (const { entryNo } of entries) {
      await admin.post(`/interaction-log-entries/${entryNo}/cancel`, {});
      expect((await runToEnd(admin, await uploaded(admin, file))).body).toMatchObject({
        created: 0,
        unchanged: 1,
      });
    }
    for (const { entryNo } of entries) await admin.delete(`/interaction-log-entries/${entryNo}`);
    expect((await runToEnd(admin, await uploaded(admin, file))).body).toMatchObject({
      created: 1,
      unchanged: 0,
    });
  });
});
