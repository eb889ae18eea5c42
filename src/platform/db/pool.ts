import pg from "pg";

/**
 * A pool that outlives the database: a connection that breaks never ends the program.
 *
 * @param onError told of connections that break at rest; those at work tell whoever waits for them
 */
export function openPool(config: pg.PoolConfig, onError: (error: Error) => void = () => undefined): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", onError);
  // One that breaks between two statements of a transaction tells nobody but its listener; the next statement fails.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
