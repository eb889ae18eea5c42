import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { asFolderError, PostgresStartError } from "./errors.ts";
import { startFailure } from "./failure.ts";
import { type Layout, removeQuietly } from "./layout.ts";
import { clusterArgument } from "./postmaster.ts";
import type { Programs } from "./programs.ts";
import { type Account, runProgram } from "./run-program.ts";

/** The superuser of an embedded cluster, and the database made in it. */
export const SUPERUSER = "rapport";
export const DATABASE = "rapport";

const MAJOR_VERSION = "18";
const INITDB_TIMEOUT_MS = 180_000;

/**
 * Whether the folder holds a cluster this PostgreSQL can run.
 *
 * @throws PostgresStartError `cluster_damaged`, `wrong_version`
 */
export function clusterExists(layout: Layout): boolean {
  if (!existsSync(layout.cluster)) return false;
  const versionFile = path.join(layout.cluster, "PG_VERSION");
  if (!existsSync(versionFile) || !existsSync(path.join(layout.cluster, "global", "pg_control"))) {
    throw new PostgresStartError(
      "cluster_damaged",
      `${layout.cluster} does not hold a complete PostgreSQL database. Restore a backup into an empty data folder, or remove that folder to start afresh.`,
    );
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new PostgresStartError(
      "wrong_version",
      `${layout.cluster} was made by PostgreSQL ${version}, and this Rapport brings ${MAJOR_VERSION}. Make a backup with the Rapport that made it and restore that here into an empty data folder.`,
    );
  }
  return true;
}

/**
 * Makes a cluster: UTF-8, ICU collation, scram passwords, checksums.
 *
 * It grows under another name and is renamed when it is complete, so that a half-made one is never taken for a
 * cluster and the next start begins again.
 *
 * @throws PostgresStartError `cluster_creation_failed`, `disk_full`, `folder_not_writable`
 */
export async function createCluster(
  layout: Layout,
  programs: Programs,
  account: Account | undefined,
  options: { durable: boolean } = { durable: true },
): Promise<void> {
  const growing = layout.unfinishedCluster;
  try {
    rmSync(growing, { recursive: true, force: true });
    mkdirSync(growing, { mode: 0o700 });
    if (account) {
      chownSync(growing, account.uid, account.gid);
      // initdb reads the password as that user.
      chownSync(layout.password, account.uid, account.gid);
    }
    chmodSync(layout.password, 0o600);
    const result = await runProgram(
      programs.initdb,
      [
        `--pgdata=${await clusterArgument(growing, account)}`,
        `--username=${SUPERUSER}`,
        "--pwfile=../password",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=icu",
        "--icu-locale=und",
        // Messages in English, so that they can be read here; letters of every language count as letters.
        "--locale=C",
        `--lc-ctype=${await utf8Locale()}`,
        "--data-checksums",
        ...(options.durable ? [] : ["--no-sync"]),
      ],
      { account, cwd: growing, timeoutMs: INITDB_TIMEOUT_MS },
    );
    if (result.exitCode !== 0) throw startFailure("cluster_creation_failed", layout, result.output);
    renameSync(growing, layout.cluster);
    if (options.durable) syncFolder(layout.root);
  } catch (error) {
    // A full disk is emptied of what is of no use; a disk that cannot be written is left as it is.
    removeQuietly(growing);
    throw asFolderError(error, layout.dataFolder);
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A locale of this machine in which every letter is a letter; trigram search needs one. */
async function utf8Locale(): Promise<string> {
  const { output } = await runProgram("locale", ["-a"], { timeoutMs: 10_000 });
  const offered = new Set(output.split(/\s+/));
  const wanted = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"];
  return wanted.find((name) => offered.has(name)) ?? "C.UTF-8";
}
