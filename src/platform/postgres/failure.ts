import { statfsSync } from "node:fs";
import { diskFull, type PostgresStartCode, PostgresStartError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import { lastLines } from "./run-program.ts";

const ALMOST_NOTHING_BYTES = 1024 * 1024;

const WHAT: Partial<Record<PostgresStartCode, string>> = {
  cluster_creation_failed: "The embedded PostgreSQL could not make its database",
  start_failed: "The embedded PostgreSQL did not start",
};

/** Makes of what PostgreSQL wrote before it gave up the one line an operator needs. */
export function startFailure(code: PostgresStartCode, layout: Layout, output: string): PostgresStartError {
  // On a full disk not even the log can be written, so its silence is no proof.
  if (/No space left on device|Disk quota exceeded/.test(output) || isFull(layout.root)) {
    return new PostgresStartError("disk_full", diskFull(layout.dataFolder));
  }
  if (/Read-only file system/.test(output)) {
    return new PostgresStartError(
      "folder_not_writable",
      `The data folder ${layout.dataFolder} cannot be written: ${lastLines(output, 1)}`,
    );
  }
  const said = lastLines(output);
  return new PostgresStartError(
    code,
    `${WHAT[code] ?? code}: ${said === "" ? "it said nothing" : said} (log: ${layout.log})`,
  );
}

function isFull(folder: string): boolean {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize < ALMOST_NOTHING_BYTES;
}
