import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { enqueue } from "#platform/jobs/index.ts";
import type { GenerateFilter } from "./duplicates.contract.ts";
import { generateJob } from "./generate.job.ts";
import { loadDuplicateSetup } from "./index-written.commands.ts";

/**
 * Queues the job that indexes companies, and answers its id. One for all companies that is still waiting will see what
 * was changed here, so that changing ten rows of the set-up makes one rebuild and not ten.
 */
export async function queueGenerate(tx: TransactionContext, filter: GenerateFilter): Promise<string> {
  const isForAll = Object.keys(filter).length === 0;
  const waiting = isForAll ? await lockWaiting(tx) : undefined;
  if (waiting !== undefined) return waiting;
  // Runs that were given up leave their marks behind.
  await sql`delete from duplicate_runs where created_at < now() - interval '90 days'`.execute(tx.db);
  const { id: runId } = await tx.db
    .insertInto("duplicate_runs")
    .values({ strings_to: null, pairs_to: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return enqueue(tx, generateJob, { runId, filter });
}

/** After the set-up was changed; whoever does not maintain search strings is left alone. */
export async function queueRebuildIfMaintained(tx: TransactionContext): Promise<void> {
  const { maintains } = await loadDuplicateSetup(tx.db);
  if (maintains) await queueGenerate(tx, {});
}

/** After many companies were written without being indexed: those written since `moment` (an instant) are, where the set-up maintains search strings. */
export async function queueIndexing(tx: TransactionContext, moment: string): Promise<void> {
  const { maintains } = await loadDuplicateSetup(tx.db);
  if (maintains) await queueGenerate(tx, { lastModifiedFrom: moment });
}

/** Locked: it does not start before this transaction has ended. */
async function lockWaiting({ db }: TransactionContext): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from job_runs
     where kind = ${generateJob.kind} and status = 'queued' and payload -> 'filter' = '{}' and not cancel_requested
     order by created_at limit 1 for update`.execute(db);
  return rows[0]?.id;
}
