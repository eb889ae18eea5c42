import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { TransactionContext } from "../db/transaction.ts";
import type { Input, Schema } from "../http/endpoint.ts";
import type { JobActor } from "../platform.tables.ts";
import type { JobDefinition } from "./define-job.ts";

/**
 * Queues a job in the caller's transaction: it starts once that has committed and is gone when that is rolled back.
 * Returns the job's id. The job runs on behalf of the caller, with the rights the caller has now.
 */
export async function enqueue<P extends Schema>(
  ctx: TransactionContext,
  definition: JobDefinition<P>,
  payload: Input<P>,
  options: { total?: number } = {},
): Promise<string> {
  const { name, userId, tokenId, rights, ...others } = ctx.actor;
  const details: JobActor = { ...others, rights: [...rights] };
  const id = randomUUID();
  await ctx.db
    .insertInto("job_runs")
    .values({
      id,
      kind: definition.kind,
      payload: JSON.stringify(payload),
      total: options.total ?? null,
      result: null,
      problem: null,
      user_id: userId,
      token_id: tokenId,
      actor: name,
      actor_details: JSON.stringify(details),
      language: ctx.language,
      run_token: null,
      started_at: null,
      finished_at: null,
    })
    .execute();
  await sql`select queue_job(${id})`.execute(ctx.db);
  return id;
}
