import { type Migration, Migrator } from "kysely/migration";
import type pg from "pg";
import { openDatabase } from "./open.ts";
import { ensureRuntimeRole } from "./roles.ts";

/** The database was written by a newer version of the program. */
export class SchemaIsNewer extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was migrated by a newer Rapport (${unknown.join(", ")}). Start that version, or restore a backup made before the upgrade.`,
    );
  }
}

const minimumVersion = 150_000;

export class DatabaseTooOld extends Error {
  constructor(version: string) {
    super(`PostgreSQL ${version} is too old: Rapport needs version 15 or newer.`);
  }
}

/**
 * Brings the schema up to date, one program at a time (the migrator takes an advisory lock).
 * Returns the names of the migrations that were run.
 */
export async function migrateToLatest(
  connectionString: string,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const { db, pool, close } = openDatabase({
    connectionString,
    maxConnections: 2,
    applicationName: "rapport-migrate",
  });
  try {
    const version = await pool.query<{ number: string; server_version: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as server_version",
    );
    if (Number(version.rows[0]!.number) < minimumVersion)
      throw new DatabaseTooOld(version.rows[0]!.server_version);
    await ensureRuntimeRole(pool);
    await refuseNewerSchema(pool, migrations);
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await close();
  }
}

async function refuseNewerSchema(pool: pg.Pool, migrations: Record<string, Migration>): Promise<void> {
  const found = await pool.query<{ exists: boolean }>(
    "select to_regclass('kysely_migration') is not null as exists",
  );
  if (!found.rows[0]!.exists) return;
  const applied = await pool.query<{ name: string }>("select name from kysely_migration order by name");
  const unknown = applied.rows.map((row) => row.name).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new SchemaIsNewer(unknown);
}
