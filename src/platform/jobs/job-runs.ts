import type { Selectable } from "kysely";
import type { Db } from "#app/database.ts";
import type { JobProblem, PlatformTables } from "../platform.tables.ts";

/** Statements about the history of jobs; a run writes only while `run_token` is its own. */

export type JobRun = Selectable<PlatformTables["job_runs"]>;

export async function findJobRun(db: Db, id: string): Promise<JobRun | undefined> {
  return db.selectFrom("job_runs").selectAll().where("id", "=", id).executeTakeFirst();
}

/** What a watcher needs to know of the given jobs. */
export async function listWatchedRuns(db: Db, ids: readonly string[]): Promise<JobRun[]> {
  return db
    .selectFrom("job_runs")
    .selectAll()
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .execute();
}

/** Takes a job for this run; `undefined` when it has ended in the meantime. */
export async function takeJobRun(db: Db, id: string, token: string): Promise<JobRun | undefined> {
  return db
    .updateTable("job_runs")
    .set((eb) => ({
      status: "running",
      run_token: token,
      attempts: eb("attempts", "+", 1),
      started_at: eb.fn.coalesce("started_at", eb.fn<string>("now", [])),
    }))
    .where("id", "=", id)
    .where("status", "in", ["queued", "running"])
    .returningAll()
    .executeTakeFirst();
}

/** Ends a job that no run has taken. */
export async function endUntakenRun(
  db: Db,
  id: string,
  end: { status: "failed" | "canceled"; problem: JobProblem | null },
): Promise<void> {
  await db
    .updateTable("job_runs")
    .set((eb) => ({
      status: end.status,
      problem: end.problem && JSON.stringify(end.problem),
      finished_at: eb.fn<string>("now", []),
    }))
    .where("id", "=", id)
    .where("status", "in", ["queued", "running"])
    .execute();
}

/** How a run left its job. */
export type RunEnd =
  | { readonly status: "succeeded"; readonly result: object | null; readonly done: number | null }
  | { readonly status: "failed"; readonly problem: JobProblem }
  | { readonly status: "canceled" };

/** Ends a run; false when the job is not this run's any more. */
export async function endRun(db: Db, id: string, token: string, end: RunEnd): Promise<boolean> {
  const ended = await db
    .updateTable("job_runs")
    .set((eb) => ({
      status: end.status,
      finished_at: eb.fn<string>("now", []),
      ...(end.status === "succeeded" && { result: end.result && JSON.stringify(end.result) }),
      ...(end.status === "succeeded" && end.done !== null && { done: end.done }),
      ...(end.status === "failed" && { problem: JSON.stringify(end.problem) }),
    }))
    .where("id", "=", id)
    .where("run_token", "=", token)
    .where("status", "=", "running")
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** Puts a job back into the queue, from its start. */
export async function requeueRun(db: Db, id: string, token: string, counts: boolean): Promise<void> {
  await db
    .updateTable("job_runs")
    .set((eb) => ({
      status: "queued",
      run_token: null,
      done: 0,
      ...(!counts && { attempts: eb("attempts", "-", 1) }),
    }))
    .where("id", "=", id)
    .where("run_token", "=", token)
    .where("status", "=", "running")
    .execute();
}

/** Writes how far a run is; false when the job is not this run's any more. */
export async function writeProgress(
  db: Db,
  id: string,
  token: string,
  { done, total }: { done: number; total: number | null },
): Promise<boolean> {
  const written = await db
    .updateTable("job_runs")
    .set({ done, ...(total !== null && { total }) })
    .where("id", "=", id)
    .where("run_token", "=", token)
    .where("status", "=", "running")
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
}
