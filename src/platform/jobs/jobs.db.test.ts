import pg from "pg";
import { describe, expect, onTestFinished } from "vitest";
import { z } from "zod";
import type { Context } from "#app/database.ts";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { inTransaction } from "../db/transaction.ts";
import { Conflict } from "../errors.ts";
import { type JobHandler, type JobWork, job, work } from "./define-job.ts";
import { enqueue } from "./enqueue.ts";
import { deleteOldIdempotencyKeys, deleteOldJobRuns } from "./housekeeping.ts";
import { isFinal } from "./job-life.rules.ts";
import { findJobRun, type JobRun } from "./job-runs.ts";
import { cancelJob } from "./jobs.commands.ts";
import { startTestWorker } from "./testing.ts";

const Payload = z.object({ no: z.string() });

/** A definition of its own per test, so that no other worker of the file takes it. */
let kinds = 0;
function aWork(handler: JobHandler<typeof Payload>, options: { isRepeatable?: boolean } = {}) {
  kinds += 1;
  const definition = job(`test.${kinds}`, Payload, options);
  return { definition, works: [work(definition, handler)] };
}

function working(app: TestApp, works: readonly JobWork[]) {
  const worker = startTestWorker(app, works);
  onTestFinished(() => worker.stop(0));
  return worker;
}

function queue(ctx: Context, definition: Parameters<typeof enqueue>[1], total?: number): Promise<string> {
  return inTransaction(ctx, (tx) =>
    enqueue(tx, definition, { no: "CT1" }, total === undefined ? {} : { total }),
  );
}

async function ended(app: TestApp, id: string): Promise<JobRun> {
  const run = await app.api.jobs.waitForEnd(id, 20_000);
  if (!run || !isFinal(run.status)) throw new Error(`job did not end: ${run?.status}`);
  return run;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("running jobs", () => {
  test("a job runs on behalf of whoever queued it and keeps its result", async ({ app }) => {
    let seen: unknown;
    const { definition, works } = aWork(async (ctx, payload, progress) => {
      seen = {
        name: ctx.actor.name,
        right: ctx.actor.rights.has("jobs.run"),
        language: ctx.language,
        payload,
      };
      progress.set(3, 3);
      return { imported: 3 };
    });
    working(app, works);
    const ctx = testContext(app.db, { language: "fi" });
    const actor = { ...ctx.actor, rights: new Set(["jobs.run"] as const) };

    const id = await queue({ ...ctx, actor }, definition, 3);

    const run = await ended(app, id);
    expect(run).toMatchObject({
      status: "succeeded",
      result: { imported: 3 },
      done: 3,
      total: 3,
      attempts: 1,
    });
    expect(seen).toEqual({ name: "TESTER", right: true, language: "fi", payload: { no: "CT1" } });
  });

  test("a job that is rolled back never was", async ({ app }) => {
    let runs = 0;
    const { definition, works } = aWork(async () => {
      runs += 1;
    });
    working(app, works);
    const ctx = testContext(app.db);
    let lost = "";

    await expect(
      inTransaction(ctx, async (tx) => {
        lost = await enqueue(tx, definition, { no: "CT1" });
        throw new Conflict("duplicate");
      }),
    ).rejects.toThrow("duplicate");
    await ended(app, await queue(ctx, definition));

    expect(runs).toBe(1);
    expect(await findJobRun(app.db, lost)).toBeUndefined();
  });

  test("a broken rule ends it with its code and values, and is not tried again", async ({ app }) => {
    const { definition, works } = aWork(
      async () => {
        throw new Conflict("duplicate", { key: "CT1" }, [{ path: "no", code: "duplicate" }]);
      },
      { isRepeatable: true },
    );
    working(app, works);

    const run = await ended(app, await queue(testContext(app.db), definition));

    expect(run).toMatchObject({ status: "failed", attempts: 1 });
    expect(run.problem).toEqual({
      code: "duplicate",
      status: 409,
      values: { key: "CT1" },
      fieldErrors: [{ path: "no", code: "duplicate" }],
    });
  });

  test("an unexpected error is tried again where that does no harm", async ({ app }) => {
    let runs = 0;
    const { definition, works } = aWork(
      async () => {
        runs += 1;
        if (runs === 1) throw new Error("the wire was cut");
      },
      { isRepeatable: true },
    );
    working(app, works);

    const run = await ended(app, await queue(testContext(app.db), definition));

    expect(run).toMatchObject({ status: "succeeded", attempts: 2 });
  });

  test("an unexpected error ends what may not be repeated, and tells no details", async ({ app }) => {
    const { definition, works } = aWork(async () => {
      throw new Error("password is swordfish");
    });
    working(app, works);

    const run = await ended(app, await queue(testContext(app.db), definition));

    expect(run.problem).toEqual({ code: "unexpected", status: 500, values: {}, fieldErrors: [] });
  });

  test("progress is written at most four times a second, the last figure included", async ({ app }) => {
    const figures: number[] = [];
    const { definition, works } = aWork(async (_ctx, _payload, progress) => {
      for (let row = 1; row <= 200; row += 1) {
        progress.set(row, 200);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    working(app, works);
    const id = await queue(testContext(app.db), definition);
    const unwatch = app.api.jobs.watch(id, (run) => run && figures.push(run.done));

    const run = await ended(app, id);
    unwatch();

    expect(run.done).toBe(200);
    expect(run.total).toBe(200);
    expect(figures.length).toBeGreaterThan(2);
    expect(figures.length).toBeLessThan(12);
  });

  test("success can commit together with the work", async ({ app }) => {
    const { definition, works } = aWork(async (ctx, _payload, progress) => {
      await inTransaction(ctx, async (tx) => {
        await tx.db.updateTable("company_information").set({ name: "Kanerva Oy" }).execute();
        await progress.succeedIn(tx, { renamed: true });
      });
    });
    working(app, works);

    const run = await ended(app, await queue(testContext(app.db), definition));

    expect(run).toMatchObject({ status: "succeeded", result: { renamed: true } });
    const { name } = await app.db.selectFrom("company_information").select("name").executeTakeFirstOrThrow();
    expect(name).toBe("Kanerva Oy");
  });

  test("the program's role adds jobs and can neither read nor change the queue", async ({ app }) => {
    const client = new pg.Client({ connectionString: app.url, options: "-c role=rapport_runtime" });
    await client.connect();
    onTestFinished(() => client.end());

    await expect(client.query("select * from graphile_worker.jobs")).rejects.toThrow("permission denied");
    await expect(client.query("select graphile_worker.add_job('anything')")).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("canceling", () => {
  test("a job that waits never runs", async ({ app }) => {
    let runs = 0;
    const { definition, works } = aWork(async () => {
      runs += 1;
    });
    const ctx = testContext(app.db, {
      actor: { ...testContext(app.db).actor, rights: new Set(["jobs.run"] as const) },
    });
    const id = await queue(ctx, definition);

    await cancelJob(ctx, id);
    working(app, works);
    await ended(app, await queue(ctx, definition));

    expect(runs).toBe(1);
    expect(await findJobRun(app.db, id)).toMatchObject({ status: "canceled" });
    await expect(cancelJob(ctx, id)).rejects.toThrow("job_not_cancelable");
  });

  test("a job that runs stops where it allows that", async ({ app }) => {
    let started = false;
    const { definition, works } = aWork(async (_ctx, _payload, progress) => {
      started = true;
      for (;;) {
        progress.throwIfCanceled();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    working(app, works);
    const ctx = testContext(app.db, {
      actor: { ...testContext(app.db).actor, rights: new Set(["jobs.run"] as const) },
    });
    const id = await queue(ctx, definition);
    await until(() => started);

    await cancelJob(ctx, id);

    expect(await ended(app, id)).toMatchObject({ status: "canceled", problem: null });
  });

  test("a cancel that comes before the point of no return undoes the work", async ({ app }) => {
    const { definition, works } = aWork(async (ctx, _payload, progress) => {
      await inTransaction(ctx, async (tx) => {
        await tx.db.updateTable("company_information").set({ name: "Never Ltd" }).execute();
        await ctx.db
          .updateTable("job_runs")
          .set({ cancel_requested: true })
          .where("kind", "=", definition.kind)
          .execute();
        await progress.succeedIn(tx);
      });
    });
    working(app, works);

    const run = await ended(app, await queue(testContext(app.db), definition));

    expect(run.status).toBe("canceled");
    const { name } = await app.db.selectFrom("company_information").select("name").executeTakeFirstOrThrow();
    expect(name).not.toBe("Never Ltd");
  });
});

describe("stopping and starting again", () => {
  function endless(isRepeatable: boolean) {
    let runs = 0;
    const made = aWork(
      async (_ctx, _payload, progress) => {
        runs += 1;
        if (runs > 1) return { runs };
        await new Promise((_, reject) =>
          progress.signal.addEventListener("abort", () => reject(progress.signal.reason)),
        );
      },
      { isRepeatable },
    );
    return { ...made, runs: () => runs };
  }

  test("a job that may be repeated is handed back and done by the next program", async ({ app }) => {
    const { definition, works, runs } = endless(true);
    const first = working(app, works);
    const id = await queue(testContext(app.db), definition);
    await until(() => runs() === 1);

    await first.stop(50);

    expect(await findJobRun(app.db, id)).toMatchObject({ status: "queued", attempts: 0 });
    working(app, works);
    expect(await ended(app, id)).toMatchObject({ status: "succeeded", result: { runs: 2 }, attempts: 1 });
  });

  test("one that may not is told to be interrupted", async ({ app }) => {
    const { definition, works, runs } = endless(false);
    const worker = working(app, works);
    const id = await queue(testContext(app.db), definition);
    await until(() => runs() === 1);

    await worker.stop(50);

    expect(await findJobRun(app.db, id)).toMatchObject({
      status: "failed",
      problem: { code: "job_interrupted" },
    });
  });

  test("a job within the time of grace ends as if nothing were", async ({ app }) => {
    let started = false;
    const { definition, works } = aWork(async () => {
      started = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    const worker = working(app, works);
    const id = await queue(testContext(app.db), definition);
    await until(() => started);

    await worker.stop(5_000);

    expect(await findJobRun(app.db, id)).toMatchObject({ status: "succeeded" });
  });

  test.for([
    { isRepeatable: true, status: "succeeded" },
    { isRepeatable: false, status: "failed" },
  ])(
    "a job of a killed program: repeatable $isRepeatable, $status",
    async ({ isRepeatable, status }, { app }) => {
      const { definition, works } = aWork(async () => undefined, { isRepeatable });
      const id = await queue(testContext(app.db), definition);
      await pretendKilled(app, id);

      working(app, works);

      expect(await ended(app, id)).toMatchObject({ status, attempts: isRepeatable ? 2 : 1 });
    },
  );

  test("a database that cuts every connection is waited for", async ({ app }) => {
    const { definition, works, runs } = endless(true);
    working(app, works);
    const id = await queue(testContext(app.db), definition);
    await until(() => runs() === 1);

    const client = new pg.Client(app.url);
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.query("update job_runs set run_token = gen_random_uuid() where id = $1", [id]);
    await client.query(
      "update graphile_worker._private_jobs set locked_by = null, locked_at = null where key = $1",
      [id],
    );
    await client.end();

    expect(await ended(app, id)).toMatchObject({ status: "succeeded", result: { runs: 2 } });
  });

  test("a run that was taken over writes nothing more and is told to stop", async ({ app }) => {
    let reason: unknown;
    let started = false;
    const { definition, works } = aWork(async (_ctx, _payload, progress) => {
      started = true;
      await new Promise<void>((resolve) => progress.signal.addEventListener("abort", () => resolve()));
      reason = progress.signal.reason;
      progress.throwIfCanceled();
    });
    working(app, works);
    const id = await queue(testContext(app.db), definition);
    await until(() => started);

    await app.db
      .updateTable("job_runs")
      .set({ run_token: crypto.randomUUID() })
      .where("id", "=", id)
      .execute();
    await until(() => reason !== undefined);

    expect(reason).toMatchObject({ because: "taken_over" });
    expect(await findJobRun(app.db, id)).toMatchObject({ status: "running" });
  });
});

/** Leaves a job as a program does that is killed while it runs: locked by a pool that is no more. */
async function pretendKilled(app: TestApp, id: string): Promise<void> {
  const client = new pg.Client(app.url);
  await client.connect();
  await client.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-of-a-killed-program', locked_at = now(), attempts = 1
      where key = $1`,
    [id],
  );
  await client.query(
    "update job_runs set status = 'running', attempts = 1, run_token = gen_random_uuid() where id = $1",
    [id],
  );
  await client.end();
}

describe("housekeeping", () => {
  test("answers are forgotten after a day, jobs 90 days after their end", async ({ ctx }) => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const { definition } = aWork(async () => undefined);
    const kept = await queue(ctx, definition);
    const gone = await queue(ctx, definition);
    await ctx.db
      .updateTable("job_runs")
      .set({ status: "succeeded", finished_at: ago(89) })
      .where("id", "=", kept)
      .execute();
    await ctx.db
      .updateTable("job_runs")
      .set({ status: "failed", finished_at: ago(91) })
      .where("id", "=", gone)
      .execute();
    const key = { actor: "user:1", request_hash: Buffer.alloc(1), status: null, answer: null, headers: null };
    await ctx.db
      .insertInto("idempotency_keys")
      .values([
        { ...key, key: "young", created_at: ago(0.9) },
        { ...key, key: "old", created_at: ago(1.1) },
      ])
      .execute();

    await deleteOldJobRuns(ctx.db);
    await deleteOldIdempotencyKeys(ctx.db);

    expect(await findJobRun(ctx.db, kept)).toBeDefined();
    expect(await findJobRun(ctx.db, gone)).toBeUndefined();
    const keys = await ctx.db.selectFrom("idempotency_keys").select("key").execute();
    expect(keys.map(({ key }) => key)).toEqual(["young"]);
  });
});
