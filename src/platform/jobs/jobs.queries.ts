import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { Actor } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Output } from "../http/endpoint.ts";
import { cappedCount, countCap, planPage, type SortOrders } from "../http/lists.ts";
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
export async function listOwnJobs(ctx: Context, query: Output<NonNullable<(typeof contract)["query"]>>) {
  const page = planPage(orders, query, "-createdAt");
  const filtered = ctx.db
    .selectFrom("job_runs")
    .where(ownedBy(ctx.actor))
    .$if(query.status !== undefined, (qb) => qb.where("status", "in", query.status!))
    .$if(query.kind !== undefined, (qb) => qb.where("kind", "=", query.kind!));
  const rows = await filtered
    .selectAll()
    .select(page.sortValues.as("sort_values"))
    .where(page.after)
    .orderBy(page.orderBy)
    .limit(page.limit)
    .execute();
  const counted = query.count
    ? await ctx.db
        .selectFrom(
          filtered
            .select("id")
            .limit(countCap + 1)
            .as("found"),
        )
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow()
    : null;
  return { ...page.finish(rows), ...(counted && cappedCount(counted.count)) };
}

function ownedBy(actor: Actor): RawBuilder<SqlBool> {
  if (actor.userId !== null) return sql<SqlBool>`user_id = ${actor.userId}`;
  return sql<SqlBool>`user_id is null and token_id = ${actor.tokenId}`;
}
