import { Logger, runMigrations } from "graphile-worker";

/** Brings the queue's own schema up to date; as the owner, after our migrations. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silentLogger, maxPoolSize: 2 });
}

/** The queue's words are for its developers; what matters is logged by us. */
export const silentLogger = new Logger(() => () => undefined);
