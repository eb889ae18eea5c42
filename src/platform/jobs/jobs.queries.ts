import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { Actor } from "../context.ts";
import { allOf, fetchPage } from "../db/fetch-page.ts";
import { NotFound } from "../errors.ts";
import type { Output } from "../http/endpoint.ts";
import type { SortOrders } from "../http/lists.ts";
import { findJobRun, type JobRun } from "./job-runs.ts";
import type { listJobs as contract } from "./jobs.contract.ts";

/** A job the caller may see: an own one, or any with the right jobs.run. */
export async function getVisibleJob(ctx: Context, id: string): Promise<JobRun> {
  const run = await findJobRun(ctx.db, id);
  if (!run || !(ctx.actor.rights.has("jobs.run") || isOwn(run, ctx.actor)))
    throw new NotFound("job_not_found");
  return run;
}

function isOwn(run: JobRun, actor: Actor): boolean {
  if (run.user_id !== null) return run.user_id === actor.userId;
  return run.token_id !== null && run.token_id === actor.tokenId;
}

const orders = {
  createdAt: [
    { expression: sql`created_at`, type: "timestamptz" },
    { expression: sql`id::text`, type: "text" },
  ],
} satisfies SortOrders;

/** One page of the caller's own jobs. */
export function listOwnJobs(ctx: Context, query: Output<NonNullable<(typeof contract)["query"]>>) {
  const conditions: RawBuilder<unknown>[] = [ownedBy(ctx.actor)];
  if (query.status !== undefined) conditions.push(sql`status = any(${query.status}::text[])`);
  if (query.kind !== undefined) conditions.push(sql`kind = ${query.kind}`);
  const source = {
    columns: sql`*`,
    from: sql`job_runs`,
    where: allOf(conditions),
    orders,
    defaultSort: "-createdAt",
  } as const;
  return fetchPage(ctx.db, source, query, (run: JobRun) => run);
}

function ownedBy(actor: Actor): RawBuilder<SqlBool> {
  if (actor.userId !== null) return sql<SqlBool>`user_id = ${actor.userId}`;
  return sql<SqlBool>`user_id is null and token_id = ${actor.tokenId}`;
}
