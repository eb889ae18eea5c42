import { migrateToLatest } from "#platform/db/migrate.ts";
import { migrateQueue } from "#platform/jobs/queue-schema.ts";
import { migrations } from "../../migrations/index.ts";

export { migrations };

/** Brings our schema and that of the job queue up to date; returns the names of our migrations that were run. */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  const names = await migrateToLatest(ownerUrl, migrations);
  await migrateQueue(ownerUrl);
  return names;
}
