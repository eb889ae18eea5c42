import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { aptInstall, mayUseApt, say } from "./run.mjs";

/** The oldest PostgreSQL that Rapport supports; the API tests run on it, too. */
export const OLDEST = "15";

const CREATE_CLUSTER = "/etc/postgresql-common/createcluster.conf";

/**
 * The folder with the programs of a PostgreSQL that Debian installed; undefined when it is not there.
 *
 * @param {string} version major version, such as "15"
 * @returns {string | undefined}
 */
export function debianPostgres(version) {
  const folder = `/usr/lib/postgresql/${version}/bin`;
  return existsSync(`${folder}/postgres`) && existsSync(`${folder}/initdb`) ? folder : undefined;
}

/** Why the API tests cannot run on PostgreSQL 15 here; undefined when they can. */
export function whyNoOldestPostgres() {
  if (process.env.RAPPORT_TEST_DATABASE_URL || debianPostgres(OLDEST)) return undefined;
  return `no PostgreSQL ${OLDEST} here: install it (as root on Debian 12: apt-get install postgresql-${OLDEST}), or set RAPPORT_TEST_DATABASE_URL to a superuser's address of one`;
}

/** Installs Debian's PostgreSQL 15 where that is possible; otherwise says how to provide one. */
export function ensureOldestPostgres() {
  if (!whyNoOldestPostgres()) return;
  if (mayUseApt()) {
    say(`Installing PostgreSQL ${OLDEST} for the API tests (apt-get) …`);
    keepFromStarting();
    aptInstall(`postgresql-${OLDEST}`);
  }
  const reason = whyNoOldestPostgres();
  if (reason) say(`The API tests will be skipped on PostgreSQL ${OLDEST}: ${reason}.`);
}

/** Debian starts a server on port 5432 with the package; the tests want the programs alone. */
function keepFromStarting() {
  if (existsSync(CREATE_CLUSTER)) return;
  mkdirSync("/etc/postgresql-common", { recursive: true });
  writeFileSync(
    CREATE_CLUSTER,
    "# Written by Rapport's test set-up: programs only, no server.\ncreate_main_cluster = false\n",
  );
}
