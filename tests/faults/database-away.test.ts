import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startThrowawayPostgres, type ThrowawayPostgres } from "#platform/postgres/testing.ts";
import { Client } from "../support/client.ts";
import { connectOwner, countOf, withOwner } from "../support/database.ts";
import { runImport, uploadPeople } from "../support/import-file.ts";
import { Installation, type RunningServer } from "../support/installation.ts";
import { foundSmallCompany, type Recordable } from "../support/small-company.ts";
import { until } from "../support/until.ts";

/** How long somebody waits before taking a page for broken. */
const A_FEW_SECONDS_MS = 8_000;
const CONNECTIONS = 20;

let postgres: ThrowawayPostgres;
let installation: Installation;
let server: RunningServer;
let api: Client;
let call: Recordable;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  installation = new Installation({ settings: { DATABASE_URL: postgres.connectionString } });
  server = await installation.start({ RAPPORT_DB_CONNECTIONS: String(CONNECTIONS) });
  api = new Client(server.url, await installation.adminToken());
  [call] = (await foundSmallCompany(api)) as [Recordable];
});
afterAll(async () => {
  await installation?.remove();
  await postgres?.stop();
});

async function status(path: string): Promise<number> {
  return (await fetch(`${server.url}${path}`)).status;
}

/** Opens as many connections as the pool may have, and lets them rest. */
async function fillPool(): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: CONNECTIONS * 3 }, () => api.get("/interaction-log-entries")),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
}

/** What a browser hears of a job, from now to the end of the stream. */
async function listen(jobId: string): Promise<{ heard(): string; end: Promise<void> }> {
  const token = await installation.adminToken();
  const answer = await fetch(`${server.url}/api/v1/jobs/${jobId}/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let heard = "";
  const read = async () => {
    for await (const chunk of answer.body!) heard += new TextDecoder().decode(chunk);
  };
  return { heard: () => heard, end: read() };
}

describe("a database that goes away and comes back", () => {
  test("is said in plain words, and once it is back everything goes on by itself", async () => {
    await fillPool();
    await postgres.pause();

    // The first ones meet connections that rested in the pool.
    const requests = Array.from({ length: CONNECTIONS * 2 }, async (_, index) => {
      const startedAt = Date.now();
      const headers = {
        "accept-language": index % 2 === 0 ? "fi" : "en",
        "idempotency-key": `away-${index}`,
      };
      const answer =
        index % 3 === 0
          ? await api.post("/interactions", { ...call, description: `Away ${index}` }, headers)
          : await api.get("/contacts", headers);
      return { ...answer, isFinnish: index % 2 === 0, waitedMs: Date.now() - startedAt };
    });
    for (const answer of await Promise.all(requests)) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(answer.body).toMatchObject({
        status: 503,
        code: "database_unavailable",
        type: "/problems/database-unavailable",
        detail: answer.isFinnish
          ? "Tietokantaan ei juuri nyt saada yhteyttä. Mitään ei muutettu. Yritä hetken kuluttua uudelleen."
          : "The database cannot be reached at the moment. Nothing was changed. Try again shortly.",
      });
      expect(answer.waitedMs).toBeLessThan(A_FEW_SECONDS_MS);
    }
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);

    await postgres.resume();
    await until("the server is ready again", async () => (await status("/readyz")) === 200);

    const again = await api.post(
      "/interactions",
      { ...call, description: "Away 0" },
      { "idempotency-key": "away-0" },
    );
    expect([again.status, again.body.description]).toEqual([201, "Away 0"]);
    await fillPool();
    const log = await api.get("/interaction-log-entries");
    expect(log.body.items).toHaveLength(1);
    expect(server.child.exitCode).toBeNull();
  });

  test("a request in the middle of its transaction is told, and the server survives", async () => {
    const items = Array.from({ length: 150 }, (_, index) => ({
      ...call,
      description: `In between ${index}`,
    }));
    const inBetween =
      "pg_stat_activity where application_name = 'rapport-server' and state = 'idle in transaction'";
    // So many entries need fresh numbers, which are taken over another connection.
    const holder = await connectOwner(postgres.connectionString);
    await holder.query("begin");
    await holder.query("select from number_blocks for update");
    const recording = api.post("/interactions/batch", { items });
    await withOwner(postgres.connectionString, (owner) =>
      until("a transaction waits", async () => (await countOf(owner, inBetween)) > 0),
    );
    await postgres.pause();
    const answer = await recording;

    expect([answer.status, answer.body.code]).toEqual([503, "database_unavailable"]);
    expect(await status("/healthz")).toBe(200);
    await postgres.resume();
    await until("the server is ready again", async () => (await status("/readyz")) === 200);
    expect((await api.post("/interactions/batch", { items })).status).toBe(200);
  });

  test("a restart that nobody notices gives nobody an error", async () => {
    await fillPool();
    await postgres.pause();
    await postgres.resume();
    await until("the server is ready again", async () => (await status("/readyz")) === 200);

    // More of them at once than connections rested in the pool.
    await fillPool();
  });

  test("a job goes on where it was, and those who watch it are told", async () => {
    const people = 40_000;
    const importId = await uploadPeople(api, people);
    const jobId = await runImport(api, importId);
    const events = await listen(jobId);
    await until("the job gets on", () => /"done":[1-9]/.test(events.heard()));
    await postgres.pause();
    expect(events.heard()).not.toContain("event: end");
    expect((await api.get(`/jobs/${jobId}`)).status).toBe(503);

    await postgres.resume();
    await events.end;

    expect(events.heard()).toContain("event: end");
    const job = await api.get(`/jobs/${jobId}`);
    expect(job.body).toMatchObject({ status: "succeeded", result: { created: people, failed: 0 } });
    const contacts = await api.get("/contacts?type=person&count=true&limit=1");
    // Counted up to here.
    expect(contacts.body.totalCount).toBe(10_000);
  });

  test("it stops in order although the database is away", async () => {
    await postgres.pause();
    try {
      await server.stop();
    } finally {
      await postgres.resume();
    }
  });
});
