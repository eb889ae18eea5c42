import { existsSync } from "node:fs";

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
