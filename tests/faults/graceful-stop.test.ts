import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { connectOwner, countOf, withOwner } from "../support/database.ts";
import { runImport, uploadPeople } from "../support/import-file.ts";
import { Installation } from "../support/installation.ts";
import { foundSmallCompany, type Recordable } from "../support/small-company.ts";
import { until } from "../support/until.ts";

const SLOW_REQUESTS = 16;
const PEOPLE = 8_000;

const installation = new Installation();
afterAll(() => installation.remove());

/** Whether anybody listens there. */
function isOpen(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

const WAITING = "pg_stat_activity where application_name = 'rapport-server' and wait_event_type = 'Lock'";

/** Keeps everybody from writing into a table; returns how to end that. */
async function lock(table: string): Promise<() => Promise<void>> {
  const holder = await connectOwner(installation.databaseUrl());
  await holder.query("begin");
  await holder.query(`lock table ${table} in share row exclusive mode`);
  return () => holder.end();
}

test("SIGTERM: what is under way is answered, what is new is refused, and the job goes on after the next start", async () => {
  const server = await installation.start();
  const token = await installation.adminToken();
  const api = new Client(server.url, token);
  const [call] = (await foundSmallCompany(api)) as [Recordable];
  const jobId = await runImport(api, await uploadPeople(api, PEOPLE));
  await until("the job gets on", async () => (await api.get(`/jobs/${jobId}`)).body.done > 0);
  const unlockContacts = await lock("contacts");
  const unlockLog = await lock("interaction_log_entries");
  const slow = Array.from({ length: SLOW_REQUESTS }, (_, index) =>
    api.post("/interactions", { ...call, description: `Slow ${index}` }),
  );
  await withOwner(installation.databaseUrl(), (owner) =>
    until("all of them wait, and the job", async () => (await countOf(owner, WAITING)) === SLOW_REQUESTS + 1),
  );

  server.child.kill("SIGTERM");

  await until("nobody is let in any more", async () => !(await isOpen(server.url)));
  expect(server.child.exitCode).toBeNull();
  await unlockLog();
  const answers = await Promise.all(slow);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  // The job is in the middle of a statement that does not end.
  expect(await server.exit, server.stderr().slice(-2_000)).toBe(0);
  await unlockContacts();
  expect(installation.postmasterPid()).toBeUndefined();

  const next = await installation.start();
  const again = new Client(next.url, token);
  const before = (await again.get(`/jobs/${jobId}`)).body;
  expect(before.status).toMatch(/^(queued|running)$/);
  expect(before.done).toBeLessThan(PEOPLE);
  await until(
    "the job is done",
    async () => (await again.get(`/jobs/${jobId}`)).body.status === "succeeded",
    150_000,
  );
  await withOwner(installation.databaseUrl(), async (owner) => {
    expect(await countOf(owner, "contacts where type = 'person'")).toBe(PEOPLE);
    expect(await countOf(owner, "interaction_log_entries where description like 'Slow %'")).toBe(
      SLOW_REQUESTS,
    );
  });
  await next.stop();
});
