import { afterAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { countOf, findCorruption, withOwner } from "../support/database.ts";
import { runImport, uploadCalls } from "../support/import-file.ts";
import { Installation } from "../support/installation.ts";
import { foundSmallCompany } from "../support/small-company.ts";
import { until } from "../support/until.ts";

const CALLS = 12_000;

const installation = new Installation();
afterAll(() => installation.remove());

test("past interactions whose import is killed again and again are recorded once each, and so they stay", async () => {
  let server = await installation.start();
  const token = await installation.adminToken();
  const client = () => new Client(server.url, token);
  const company = await foundSmallCompany(client(), 8);
  const id = await uploadCalls(client(), company, CALLS);
  const jobId = await runImport(client(), id);
  const done = async () => (await client().get(`/imports/${id}`)).body.run.rowsDone as number;

  for (const victim of ["server", "database", "server"] as const) {
    const before = await done();
    await until("the import gets on", async () => (await done()) > before, 60_000);
    if (victim === "database") process.kill(installation.postmasterPid()!, "SIGKILL");
    await server.kill();
    server = await installation.start();
  }

  const isOver = async () =>
    ["succeeded", "failed"].includes((await client().get(`/jobs/${jobId}`)).body.status);
  await until("the job is over", isOver, 120_000);
  const { body } = await client().get(`/imports/${id}`);
  expect([body.status, body.run]).toMatchObject(["done", { created: CALLS, unchanged: 0, failed: 0 }]);

  const again = await uploadCalls(client(), company, CALLS);
  const job = await runImport(client(), again);
  await until(
    "the second import is over",
    async () => (await client().get(`/jobs/${job}`)).body.status === "succeeded",
    120_000,
  );
  expect((await client().get(`/imports/${again}`)).body.run).toMatchObject({ created: 0, unchanged: CALLS });

  await withOwner(installation.databaseUrl(), async (owner) => {
    const wrong = {
      "entries that were not imported": "interaction_log_entries where source <> 'import'",
      "calls recorded twice":
        "(select description from interaction_log_entries group by description having count(*) > 1) d",
      "entries without their comment": `interaction_log_entries e where e.comment_count <> 1 or 1 <> (
         select count(*) from interaction_comments c where c.contact_id = e.contact_id and c.entry_no = e.entry_no)`,
      "entries without their key": `interaction_log_entries e where not exists (
         select from interaction_source_keys k where k.entry_no = e.entry_no and 'Call ' || k.source_key = e.description)`,
      "keys without their entry": `interaction_source_keys k where not exists (
         select from interaction_log_entries e where e.entry_no = k.entry_no)`,
    };
    expect(await countOf(owner, "interaction_log_entries")).toBe(CALLS);
    for (const [what, fromWhere] of Object.entries(wrong))
      expect(await countOf(owner, fromWhere), what).toBe(0);
  });
  expect(await findCorruption(installation.databaseUrl())).toEqual([]);
  const doctor = await installation.run(["doctor"]);
  expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
  await server.stop();
});
