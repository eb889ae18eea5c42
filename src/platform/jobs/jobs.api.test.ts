import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished } from "vitest";
import { z } from "zod";
import { createApp } from "#app/server.ts";
import { type TestDatabase, test, testContext } from "#app/testing.ts";
import { createToken } from "#users/index.ts";
import type { Role } from "#users/rights.rules.ts";
import { inTransaction } from "../db/transaction.ts";
import { Conflict } from "../errors.ts";
import { endpoint } from "../http/endpoint.ts";
import { serve } from "../http/serve.ts";
import { answerWithJob, enqueue, job, work } from "./index.ts";
import { JobAccepted } from "./jobs.contract.ts";
import { startTestWorker } from "./testing.ts";

const Steps = z.object({ steps: z.number().int(), ending: z.enum(["succeed", "fail"]) });
const walk = job("test.walk", Steps);
const walkWork = work(walk, async (_ctx, { steps, ending }, progress) => {
  for (let step = 1; step <= steps; step += 1) {
    progress.throwIfCanceled();
    progress.set(step, steps);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (ending === "fail") throw new Conflict("duplicate", { key: "CT1" });
  return { steps };
});
const Walked = z.object({ steps: z.number() });
const startWalk = endpoint({
  id: "startWalk",
  method: "POST",
  path: "/walks",
  access: "contacts.read",
  summary: "Starts a walk.",
  body: Steps,
  result: z.union([Walked, JobAccepted]),
});

/** A server on a real port with an endpoint that answers with a job, and a worker beside it. */
async function openServer(database: TestDatabase, { works = true } = {}) {
  const api = await createApp({
    db: database.db,
    keys: database.keys,
    config: {
      baseUrl: null,
      bodyLimitBytes: 100_000,
      dataFolder: tmpdir(),
      uploadLimitBytes: 1_000_000,
      trustProxy: false,
      logLevel: "silent",
      secret: "a secret of at least thirty-two characters",
    },
  });
  serve(api, startWalk, async (call) => {
    const id = await inTransaction(call.ctx, (tx) =>
      enqueue(tx, walk, call.body, { total: call.body.steps }),
    );
    return answerWithJob<z.infer<typeof Walked>>(api, call, id);
  });
  await api.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = api.server.server.address() as AddressInfo;
  const worker = works ? startTestWorker({ url: database.url, api }, [walkWork]) : null;
  onTestFinished(async () => {
    await worker?.stop(0);
    await api.server.close();
  });
  const url = `http://127.0.0.1:${port}/api/v1`;
  return { api, url, as: (role: Role) => clientOf(database, url, role) };
}

async function clientOf(database: TestDatabase, url: string, role: Role) {
  const { secret } = await createToken(testContext(database.db), { name: `${role} ${Math.random()}`, role });
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  return {
    headers,
    get: async (path: string, extra = {}) =>
      answerOf(await fetch(url + path, { headers: { ...headers, ...extra } })),
    post: async (path: string, body: unknown, extra = {}) =>
      answerOf(
        await fetch(url + path, {
          method: "POST",
          headers: { ...headers, ...extra },
          body: JSON.stringify(body),
        }),
      ),
    open: (path: string, extra = {}) => fetch(url + path, { headers: { ...headers, ...extra } }),
  };
}

async function answerOf(response: Response) {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

describe("endpoints whose work goes on as a job", () => {
  test("they answer 202 with the job, which can be asked about", async ({ database }) => {
    const server = await openServer(database);
    const user = await server.as("crmUser");

    const answer = await user.post("/walks", { steps: 2, ending: "succeed" });

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ job: { id: expect.any(String), status: "queued", done: 0, total: 2 } });
    expect(answer.headers.get("location")).toBe(`/api/v1/jobs/${answer.body.job.id}`);
    await server.api.jobs.waitForEnd(answer.body.job.id, 10_000);
    const { body: seen } = await user.get(`/jobs/${answer.body.job.id}`);
    expect(seen).toMatchObject({
      kind: "test.walk",
      status: "succeeded",
      done: 2,
      total: 2,
      result: { steps: 2 },
      problem: null,
    });
    expect(Date.parse(seen.finishedAt)).toBeGreaterThanOrEqual(Date.parse(seen.startedAt));
  });

  test("Prefer: wait brings the result, or the problem with its status and language", async ({
    database,
  }) => {
    const server = await openServer(database);
    const user = await server.as("crmUser");
    const prefer = { prefer: "wait=60" };

    const good = await user.post("/walks", { steps: 1, ending: "succeed" }, prefer);
    const bad = await user.post(
      "/walks",
      { steps: 1, ending: "fail" },
      { ...prefer, "accept-language": "fi" },
    );

    expect([good.status, good.body]).toEqual([200, { steps: 1 }]);
    expect(good.headers.get("preference-applied")).toBe("wait=60");
    expect(bad.status).toBe(409);
    expect(bad.body).toMatchObject({ code: "duplicate", values: { key: "CT1" } });
    expect(bad.body.detail).toContain("on jo olemassa");
  });

  test("Prefer: wait answers 202 when the job takes longer", async ({ database }) => {
    const server = await openServer(database, { works: false });
    const user = await server.as("crmUser");

    const answer = await user.post("/walks", { steps: 1, ending: "succeed" }, { prefer: "wait=1" });

    expect([answer.status, answer.body.job.status]).toEqual([202, "queued"]);
  });

  test("with an idempotency key the repeat names the same job", async ({ database }) => {
    const server = await openServer(database);
    const user = await server.as("crmUser");
    const headers = { prefer: "wait=60", "idempotency-key": "walk-1" };

    const first = await user.post("/walks", { steps: 1, ending: "succeed" }, headers);
    const repeat = await user.post("/walks", { steps: 1, ending: "succeed" }, headers);

    expect([first.status, repeat.status]).toEqual([200, 202]);
    const { body: list } = await user.get("/jobs");
    expect(list.items.map((item: { id: string }) => item.id)).toEqual([repeat.body.job.id]);
  });
});

describe("who sees and cancels which job", () => {
  test("your own are listed newest first, page by page; others' only with jobs.run", async ({ database }) => {
    const server = await openServer(database, { works: false });
    const [user, other, admin] = await Promise.all([
      server.as("crmUser"),
      server.as("crmUser"),
      server.as("admin"),
    ]);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1)
      ids.unshift((await user.post("/walks", { steps: 1, ending: "succeed" })).body.job.id);

    const page1 = await user.get("/jobs?limit=2&count=true&status=queued,running");
    const page2 = await user.get(`/jobs?limit=2&status=queued,running&cursor=${page1.body.nextCursor}`);

    const idsOf = (page: { body: { items: { id: string }[] } }) => page.body.items.map(({ id }) => id);
    expect([...idsOf(page1), ...idsOf(page2)]).toEqual(ids);
    expect([page1.body.totalCount, page2.body.nextCursor]).toEqual([3, null]);
    expect((await other.get("/jobs")).body.items).toEqual([]);
    expect(await other.get(`/jobs/${ids[0]}`)).toMatchObject({
      status: 404,
      body: { code: "job_not_found" },
    });
    expect((await other.post(`/jobs/${ids[0]}/cancel`, undefined)).status).toBe(404);
    expect((await admin.get(`/jobs/${ids[0]}`)).status).toBe(200);
    expect((await fetch(`${server.url}/jobs`)).status).toBe(401);
    expect((await user.get("/jobs/not-an-id")).status).toBe(400);
  });

  test("canceling tells the job as it is then; a second time it has ended", async ({ database }) => {
    const server = await openServer(database, { works: false });
    const user = await server.as("crmUser");
    const { id } = (await user.post("/walks", { steps: 1, ending: "succeed" })).body.job;

    const canceled = await user.post(`/jobs/${id}/cancel`, undefined);
    const again = await user.post(`/jobs/${id}/cancel`, undefined);

    expect(canceled.body).toMatchObject({ status: "canceled", cancelRequested: true });
    expect([again.status, again.body.code]).toEqual([409, "job_not_cancelable"]);
    const { rows } = await auditOf(database, id);
    expect(rows).toMatchObject([{ action: "job.canceled" }]);
  });
});

describe("server-sent events", () => {
  test("they report progress and end with the job", async ({ database }) => {
    const server = await openServer(database);
    const user = await server.as("crmUser");
    const { id } = (await user.post("/walks", { steps: 50, ending: "fail" })).body.job;

    const response = await user.open(`/jobs/${id}/events`, { "accept-language": "fi" });
    const text = await response.text();

    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toContain("no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(response.headers.get("x-request-id")).toBeTruthy();
    const events = eventsOf(text);
    expect(events.length).toBeGreaterThan(3);
    expect(events.slice(0, -1).every(({ event }) => event === "progress")).toBe(true);
    expect(events.at(-1)).toMatchObject({ event: "end", data: { status: "failed", done: 50 } });
    expect(events.at(-1)?.data.problem.detail).toContain("on jo olemassa");
  });

  test("whoever comes back after the end is told to stop asking", async ({ database }) => {
    const server = await openServer(database, { works: false });
    const user = await server.as("crmUser");
    const { id } = (await user.post("/walks", { steps: 1, ending: "succeed" })).body.job;
    await user.post(`/jobs/${id}/cancel`, undefined);

    const first = await (await user.open(`/jobs/${id}/events`)).text();
    const second = await user.open(`/jobs/${id}/events`, { "last-event-id": "end" });

    expect(eventsOf(first)).toMatchObject([{ event: "end", data: { status: "canceled" } }]);
    expect(second.status).toBe(204);
  });

  test("a stopping server ends them, and a reader that leaves is forgotten", async ({ database }) => {
    const server = await openServer(database, { works: false });
    const user = await server.as("crmUser");
    const { id } = (await user.post("/walks", { steps: 1, ending: "succeed" })).body.job;
    const leaving = new AbortController();
    const left = await fetch(`${server.url}/jobs/${id}/events`, {
      headers: user.headers,
      signal: leaving.signal,
    });
    const staying = await user.open(`/jobs/${id}/events`);

    const [first, rest] = await firstEventOf(staying);
    leaving.abort();
    const started = Date.now();
    await server.api.server.close();
    const text = first + (await rest);

    expect(eventsOf(text)).toMatchObject([{ event: "progress", data: { status: "queued" } }]);
    expect(Date.now() - started).toBeLessThan(2_000);
    await expect(left.text()).rejects.toThrow();
  });
});

/** What a stream brings until its first event, and the promise of what follows. */
async function firstEventOf(response: Response): Promise<[string, Promise<string>]> {
  const chunks = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("data: ")) text += (await chunks.read()).value ?? "";
  const rest = async () => {
    let following = "";
    for (let next = await chunks.read(); !next.done; next = await chunks.read()) following += next.value;
    return following;
  };
  return [text, rest()];
}

function eventsOf(text: string) {
  return text
    .split("\n\n")
    .filter((block) => block.includes("data: "))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null"),
    }));
}

async function auditOf(database: TestDatabase, key: string) {
  const rows = await database.db
    .selectFrom("audit_entries")
    .selectAll()
    .where("resource_key", "=", key)
    .execute();
  return { rows };
}
