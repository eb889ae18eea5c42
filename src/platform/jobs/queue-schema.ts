import { Logger, runMigrations } from "graphile-worker";
import { openPool } from "../db/pool.ts";

/** Brings the queue's own schema up to date; as the owner, after our migrations. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const pgPool = openPool({ connectionString: ownerUrl, max: 2, application_name: "rapport-migrate" });
  try {
    await runMigrations({ pgPool, logger: silentLogger });
  } finally {
    await pgPool.end();
  }
}

/** The queue's words are for its developers; what matters is logged by us. */
export const silentLogger = new Logger(() => () => undefined);
