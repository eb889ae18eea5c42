import type { TestProject } from "vitest/node";
import { startThrowawayPostgres } from "#platform/postgres/testing.ts";
import { debianPostgres } from "../../scripts/lib/debian-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the database `postgres`, as superuser; each test file makes databases of its own. */
    postgresUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one; with `RAPPORT_TEST_POSTGRES=15` the oldest we support, as
 * Debian installs it; with `RAPPORT_TEST_DATABASE_URL` besides, the one that names.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { RAPPORT_TEST_POSTGRES: version, RAPPORT_TEST_DATABASE_URL: given } = process.env;
  if (version && given) {
    project.provide("postgresUrl", given);
    return async () => {};
  }
  const binFolder = version ? debianPostgres(version) : undefined;
  if (version && !binFolder)
    throw new Error(`PostgreSQL ${version} is not installed below /usr/lib/postgresql.`);
  const postgres = await startThrowawayPostgres(binFolder);
  project.provide("postgresUrl", postgres.connectionString);
  return () => postgres.stop();
}
