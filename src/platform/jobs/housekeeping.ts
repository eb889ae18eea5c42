import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { finalStatuses } from "./job-life.rules.ts";

/** Answers are kept for repeats for 24 hours (API, "Idempotency"). */
export async function deleteOldIdempotencyKeys(db: Db): Promise<void> {
  await db
    .deleteFrom("idempotency_keys")
    .where("created_at", "<", sql<string>`now() - interval '24 hours'`)
    .execute();
}

/** The history of jobs reaches back 90 days. */
export async function deleteOldJobRuns(db: Db): Promise<void> {
  await db
    .deleteFrom("job_runs")
    .where("status", "in", finalStatuses)
    .where("finished_at", "<", sql<string>`now() - interval '90 days'`)
    .execute();
}
