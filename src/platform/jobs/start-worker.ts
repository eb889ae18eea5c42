import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type CronItem,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { Pool } from "pg";
import { openPool } from "../db/pool.ts";
import type { JobWork } from "./define-job.ts";
import { PoolKeeper } from "./pool-keeper.ts";
import { silentLogger } from "./queue-schema.ts";
import { type JobHost, runJob } from "./run-job.ts";

/** Work that comes round by the clock and leaves no trace in the history. */
export interface Chore {
  readonly name: string;
  /** Five fields of cron, UTC. */
  readonly when: string;
  run(): Promise<void>;
}

export interface WorkerOptions {
  readonly host: JobHost;
  readonly works: readonly JobWork[];
  readonly chores?: readonly Chore[];
  /** The queue belongs to the owner of the schema. */
  readonly ownerUrl: string;
  /** Jobs at the same time. */
  readonly concurrency?: number;
  /** How long a pool may be without its lock before its jobs are taken away. */
  readonly recoverAfterMs?: number;
}

export interface JobWorker {
  /**
   * Takes no more jobs, lets the running ones end within `graceMs`, then asks them to stop: what may be repeated
   * goes back into the queue.
   */
  stop(graceMs: number): Promise<void>;
}

const RESTART_AFTER_MS = 2_000;
const LEAVE_MS = 5_000;
const LOOK_AGAIN_MS = 500;

/** Runs jobs until it is stopped; a database that goes away is waited for. */
export function startWorker(options: WorkerOptions): JobWorker {
  const { host } = options;
  const stopping = new AbortController();
  let ending = false;
  let runner: Runner | null = null;
  const { concurrency = 2 } = options;
  // Ours, not the queue's own: that one is let go of before its connections have ended.
  const pool = openPool({
    connectionString: options.ownerUrl,
    max: concurrency + 2,
    application_name: "rapport-queue",
    connectionTimeoutMillis: 5_000,
  });
  const keeper = new PoolKeeper({
    ownerUrl: options.ownerUrl,
    graceMs: options.recoverAfterMs ?? 10_000,
    log: host.log,
  });
  const finished = keepRunning();

  return {
    async stop(graceMs) {
      ending = true;
      const stopped = Promise.allSettled([runner?.stop(), finished])
        .then(() => keeper.end())
        .then(() => (pool.ending ? undefined : pool.end()));
      if (await endsWithin(stopped, graceMs)) return;
      stopping.abort();
      if (await endsWithin(stopped, LEAVE_MS)) return;
      host.log.warn({}, "jobs did not stop in time; they are taken up again at the next start");
    },
  };

  async function keepRunning(): Promise<void> {
    while (!ending) {
      try {
        await keeper.look();
        runner = await run(queueOptions(options, pool, keeper, stopping.signal));
        if (ending) await runner.stop();
        await runner.promise;
      } catch (error) {
        if (!ending) host.log.warn({ err: error }, "the job queue is away; trying again");
      }
      runner = null;
      if (!ending) await sleep(RESTART_AFTER_MS);
    }
  }
}

function queueOptions(
  options: WorkerOptions,
  pgPool: Pool,
  keeper: PoolKeeper,
  stopping: AbortSignal,
): Parameters<typeof run>[0] {
  const { host, works, chores = [], concurrency = 2 } = options;
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => keeper.keep(workerPool.id));
  const taskList: TaskList = {};
  for (const work of works) {
    taskList[work.definition.kind] = async (payload: unknown) => {
      try {
        await runJob(host, work, (payload as { id: string }).id, stopping);
      } finally {
        await untilReachable(pgPool, stopping);
      }
    };
  }
  for (const chore of chores) taskList[chore.name] = () => chore.run();
  const cron: CronItem[] = chores.map(({ name, when }) => ({
    task: name,
    match: when,
    options: { maxAttempts: 3, jobKey: name },
  }));
  return {
    pgPool,
    concurrency,
    taskList,
    parsedCronItems: parseCronItems(cron),
    noHandleSignals: true,
    logger: silentLogger,
    events,
  };
}

/**
 * Waits for the database: the queue tells it only once how a job ended, and a job whose end it does not hear of
 * stays taken for as long as this program runs.
 */
async function untilReachable(pool: Pool, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await pool.query("select 1");
      return;
    } catch {
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const timeout = new AbortController();
  const ended = await Promise.race([
    work.then(() => true),
    sleep(ms, false, { signal: timeout.signal }).catch(() => false),
  ]);
  timeout.abort();
  return ended;
}
