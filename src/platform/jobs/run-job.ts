import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Context, Db } from "#app/database.ts";
import type { Actor, Language } from "../context.ts";
import type { JobWork } from "./define-job.ts";
import type { JobFeed } from "./job-feed.ts";
import { decideFailure, decideStart, isFinal, JobStopped } from "./job-life.rules.ts";
import {
  endRun,
  endUntakenRun,
  findJobRun,
  type JobRun,
  type RunEnd,
  requeueRun,
  takeJobRun,
} from "./job-runs.ts";
import { RunProgress } from "./run-progress.ts";

/** What jobs need of the program that runs them. */
export interface JobHost {
  /** The runtime pool. */
  readonly db: Db;
  readonly feed: JobFeed;
  /** The context of a handler: the moment, the organisation's time zone and so on are the program's to know. */
  contextFor(run: { actor: Actor; language: Language; requestId: string }): Promise<Context>;
  /** Turns what libraries throw into errors of our own, as far as we know what they mean. */
  toAppError(error: unknown): unknown;
  readonly log: JobLog;
}

export interface JobLog {
  info(values: object, message: string): void;
  warn(values: object, message: string): void;
  error(values: object, message: string): void;
}

/** Tells the queue to hand the job out again later; the history has been written. */
export class RunAgain extends Error {}

/**
 * Runs a job that the queue handed out, from the look at its row to its end. Throws {@link RunAgain}, or what the
 * database threw when not even the end could be written; the queue then hands the job out again.
 */
export async function runJob(
  host: JobHost,
  { definition, handler }: JobWork,
  id: string,
  stopping: AbortSignal,
): Promise<void> {
  const found = await findJobRun(host.db, id);
  if (!found) return;
  const decision = decideStart(found, definition.isRepeatable);
  if (decision.does === "nothing") return;
  if (decision.does === "end") {
    await endUntakenRun(host.db, id, decision);
    return host.feed.poke();
  }

  const token = randomUUID();
  const run = await takeJobRun(host.db, id, token);
  if (!run) return;
  const stop = new AbortController();
  const onStopping = () => stop.abort(new JobStopped("stopping"));
  stopping.addEventListener("abort", onStopping);
  if (stopping.aborted) onStopping();
  const unwatch = host.feed.watch(id, (state) => {
    if (state?.status === "running" && state.run_token !== token) stop.abort(new JobStopped("taken_over"));
    else if (state?.cancel_requested) stop.abort(new JobStopped("canceled"));
  });
  const progress = new RunProgress({
    db: host.db,
    id,
    token,
    signal: stop.signal,
    changed: () => host.feed.poke(),
  });
  try {
    const outcome = await attempt(async () =>
      handler(await contextOf(host, run), z.core.parse(definition.payload, run.payload), progress),
    );
    await progress.stop();
    if ("thrown" in outcome) {
      // A library that was given the signal may throw an AbortError of its own.
      const isStopped = stop.signal.aborted && isAbortError(outcome.thrown);
      const cause: unknown = isStopped ? stop.signal.reason : outcome.thrown;
      await settleFailure(host, run, token, definition.isRepeatable, cause);
    } else {
      const result = outcome.result ?? null;
      await settle(host, id, token, { status: "succeeded", result, done: progress.done });
    }
  } finally {
    unwatch();
    stopping.removeEventListener("abort", onStopping);
    host.feed.poke();
  }
}

async function attempt<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result } | { thrown: unknown }> {
  try {
    return { result: await work() };
  } catch (thrown) {
    return { thrown };
  }
}

async function settleFailure(
  host: JobHost,
  run: JobRun,
  token: string,
  isRepeatable: boolean,
  thrown: unknown,
): Promise<void> {
  const error = host.toAppError(thrown);
  const decision = decideFailure(error, run.attempts, isRepeatable);
  const values = { job: run.id, kind: run.kind, attempt: run.attempts };
  switch (decision.status) {
    case "taken_over":
      host.log.warn(values, "job is run elsewhere");
      throw new RunAgain("another run has this job");
    case "queued":
      host.log.warn({ ...values, ...(decision.counts && { err: thrown }) }, "job goes back into the queue");
      await requeueRun(host.db, run.id, token, decision.counts);
      throw new RunAgain("the job is to be run again");
    case "failed":
      if (decision.problem.code === "unexpected") host.log.error({ ...values, err: thrown }, "job failed");
      else host.log.info({ ...values, code: decision.problem.code }, "job failed");
  }
  await settle(host, run.id, token, decision);
}

/** Ends the run. The queue must not forget a job that another run has. */
async function settle(host: JobHost, id: string, token: string, end: RunEnd): Promise<void> {
  if (await endRun(host.db, id, token, end)) return;
  const found = await findJobRun(host.db, id);
  if (found && !isFinal(found.status)) throw new RunAgain("another run has this job");
}

function isAbortError(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.cause instanceof JobStopped);
}

function contextOf(host: JobHost, run: JobRun): Promise<Context> {
  const { rights, ...details } = run.actor_details;
  const actor: Actor = {
    ...details,
    name: run.actor,
    userId: run.user_id,
    tokenId: run.token_id,
    rights: new Set(rights),
  };
  return host.contextFor({ actor, language: run.language, requestId: `job-${run.id}` });
}
