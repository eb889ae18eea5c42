import pg from "pg";
import type { JobLog } from "./run-job.ts";

const LOOK_EVERY_MS = 15_000;

/**
 * Tells other programs that the pool of this one is alive, and frees the jobs of those that are not.
 *
 * A living pool holds a lock on a connection of its own; the database releases it when that connection ends,
 * however that happens. The queue itself would wait four hours before it takes a job away from a pool that died.
 */
export class PoolKeeper {
  readonly #options: { ownerUrl: string; graceMs: number; log: JobLog };
  readonly #timer: NodeJS.Timeout;
  #client: pg.Client | null = null;
  #poolId: string | null = null;
  #looking: Promise<void> = Promise.resolve();

  /** A pool without a lock that has taken a job less than `graceMs` ago may be about to get it and is left alone. */
  constructor(options: { ownerUrl: string; graceMs: number; log: JobLog }) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** Says which pool is ours from now on. */
  keep(poolId: string): void {
    this.#looking = this.#looking.then(() => {
      this.#poolId = poolId;
      return this.#disconnect();
    });
    void this.look();
  }

  /** Takes the lock unless it is held, and frees the jobs of the dead. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      try {
        await this.#freeJobsOfTheDead(await this.#connected());
      } catch (error) {
        this.#options.log.warn({ err: error }, "interrupted jobs could not be looked for");
        await this.#disconnect();
      }
    });
    return this.#looking;
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#disconnect();
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.#options.ownerUrl,
      application_name: "rapport-jobs",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("error", () => {
      if (this.#client === client) this.#client = null;
    });
    await client.connect();
    this.#client = client;
    if (this.#poolId) await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [this.#poolId]);
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    // A connection that is broken has nothing to say at its end.
    await client?.end().catch(() => undefined);
  }

  async #freeJobsOfTheDead(client: pg.Client): Promise<void> {
    await client.query(
      `with pools as materialized (
         select locked_by, max(locked_at) as latest from graphile_worker.jobs
          where locked_by is not null and locked_by is distinct from $2 group by locked_by
       ), dead as materialized (
         select locked_by from pools
          where latest <= now() - $1 * interval '1 millisecond'
            and pg_try_advisory_xact_lock_shared(hashtextextended(locked_by, 0))
       )
       select graphile_worker.force_unlock_workers((select coalesce(array_agg(locked_by), '{}') from dead))`,
      [this.#options.graceMs, this.#poolId],
    );
  }
}
