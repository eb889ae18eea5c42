import type pg from "pg";

/**
 * Which pools of the queue are alive is told by a lock: a pool holds it on the connection it listens with, and the
 * database releases it when that connection ends, however that happens. The queue itself would wait four hours
 * before it takes a job away from a pool that died.
 */
export async function claimPool(client: Pick<pg.ClientBase, "query">, poolId: string): Promise<void> {
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [poolId]);
}

/**
 * Frees the jobs of pools that are not alive, so that they are handed out again. A pool that has taken a job less
 * than `graceMs` ago may not have its lock yet and is left alone.
 */
export async function freeJobsOfDeadPools(
  client: Pick<pg.ClientBase, "query">,
  graceMs: number,
): Promise<void> {
  await client.query(
    `with pools as materialized (
       select locked_by, max(locked_at) as latest from graphile_worker.jobs where locked_by is not null group by locked_by
     ), dead as materialized (
       select locked_by from pools
        where latest <= now() - $1 * interval '1 millisecond'
          and pg_try_advisory_xact_lock_shared(hashtextextended(locked_by, 0))
     )
     select graphile_worker.force_unlock_workers((select coalesce(array_agg(locked_by), '{}') from dead))`,
    [graceMs],
  );
}
