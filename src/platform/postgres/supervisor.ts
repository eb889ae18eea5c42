import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { chooseAccount } from "./account.ts";
import { clusterExists, createCluster } from "./cluster.ts";
import { ensureDatabase, waitUntilReady } from "./connect.ts";
import { asFolderError, PostgresStartError, systemCode } from "./errors.ts";
import { type FileLock, lockWithin, tryLock } from "./file-lock.ts";
import { freePort, type Launch, launchPostgres } from "./launch.ts";
import type { Layout } from "./layout.ts";
import { findPostmaster, servesCluster, stopPostmaster } from "./postmaster.ts";
import { installedPrograms } from "./programs.ts";
import { settingsForMemory } from "./settings.rules.ts";

/** A PostgreSQL that answers. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  /** Whether it ran before we came. */
  readonly adopted: boolean;
}

/** Longer than a start with recovery may take. */
const TRANSITION_MS = 6 * 60_000;
const HEALTHY_WITHIN_MS = 5 * 60_000;
const SILENCE_MS = 15_000;
const PORT_ATTEMPTS = 5;

/** Runs `work` while no other process starts or stops this PostgreSQL. */
export async function inTransition<T>(layout: Layout, work: () => Promise<T>): Promise<T> {
  const lock = await lockWithin(layout.transitionLock, "exclusive", TRANSITION_MS);
  if (!lock) {
    throw new PostgresStartError(
      "busy",
      `Another Rapport has been starting or stopping the database in ${layout.root} for ${TRANSITION_MS / 60_000} minutes. Wait for it or end it.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * The running PostgreSQL of this folder: one that is found and answers, else one that is started, the cluster
 * made first where there is none. Call it within {@link inTransition}.
 *
 * @param fixedPort the only port that will do; null takes the last one or any
 */
export async function ensureRunning(
  layout: Layout,
  log: (line: string) => void,
  fixedPort: number | null = null,
): Promise<Running> {
  const account = await chooseAccount(layout);
  const isNew = !clusterExists(layout);
  const password = isNew ? keepPassword(layout) : readPassword(layout);

  const found = isNew ? undefined : await adopt(layout, password, log);
  if (found) return found;

  const programs = await installedPrograms(account);
  if (isNew) {
    log(`making a new database in ${layout.root}`);
    await createCluster(layout, programs, account);
  }
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const launch: Launch = { layout, programs, account, settings: settingsForMemory(memory), password, log };
  const started = await launchOnSomePort(launch, fixedPort);
  try {
    rememberPort(layout, started.port);
    await ensureDatabase(started.port, password);
  } catch (error) {
    await stopPostmaster(started.pid, layout.cluster);
    throw asFolderError(error, layout.dataFolder);
  }
  log(`PostgreSQL started on 127.0.0.1:${started.port}`);
  return { ...started, adopted: false };
}

async function adopt(
  layout: Layout,
  password: string,
  log: (line: string) => void,
): Promise<Running | undefined> {
  const found = await findPostmaster(layout.cluster);
  if (!found) return undefined;
  let port = found.port;
  const outcome = await waitUntilReady({
    port: () => port,
    password,
    isAlive: async () => {
      port = (await findPostmaster(layout.cluster))?.port ?? port;
      return servesCluster(found.pid, layout.cluster);
    },
    timeoutMs: HEALTHY_WITHIN_MS,
    silenceMs: SILENCE_MS,
  });
  if (outcome === "gone") return undefined;
  if (outcome === "ready" && port !== null) {
    await ensureDatabase(port, password);
    log(`PostgreSQL is running already on 127.0.0.1:${port}`);
    return { pid: found.pid, port, adopted: true };
  }
  const alone = tryLock(layout.usersLock, "exclusive");
  if (!alone) {
    throw new PostgresStartError(
      "start_timeout",
      `The running PostgreSQL (process ${found.pid}) does not answer, and another Rapport uses it. Stop that one first.`,
    );
  }
  try {
    log(`the PostgreSQL left over from before (process ${found.pid}) does not answer and is stopped`);
    await stopPostmaster(found.pid, layout.cluster);
  } finally {
    alone.release();
  }
  return undefined;
}

async function launchOnSomePort(
  launch: Launch,
  fixedPort: number | null,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await freePort(attempt === 1 ? lastPort(launch.layout) : null));
    try {
      const { pid } = await launchPostgres(launch, port);
      return { pid, port };
    } catch (error) {
      const taken = error instanceof PostgresStartError && error.code === "port_taken";
      if (!taken || fixedPort !== null || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** Stops PostgreSQL unless another process uses it. Call it within {@link inTransition}, our own use given up. */
export async function stopUnlessUsed(layout: Layout, log: (line: string) => void): Promise<void> {
  const alone = tryLock(layout.usersLock, "exclusive");
  if (!alone) {
    log("PostgreSQL goes on: another Rapport uses it");
    return;
  }
  try {
    const found = await findPostmaster(layout.cluster);
    if (!found) return;
    await stopPostmaster(found.pid, layout.cluster);
    log("PostgreSQL stopped");
  } finally {
    alone.release();
  }
}

/** Says that we use the running PostgreSQL. Call it within {@link inTransition}. */
export async function joinUsers(layout: Layout): Promise<FileLock> {
  const lock = tryLock(layout.usersLock, "shared");
  if (!lock) throw new Error(`${layout.usersLock} is locked although no start or stop is under way`);
  return lock;
}

/** The password of a cluster to be made: the one an interrupted start left, or a fresh one. */
function keepPassword(layout: Layout): string {
  if (existsSync(layout.password)) return readPassword(layout);
  const unfinished = `${layout.password}.unfinished`;
  try {
    const password = randomBytes(24).toString("base64url");
    writeFileSync(unfinished, `${password}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, layout.password);
    return password;
  } catch (error) {
    throw asFolderError(error, layout.dataFolder);
  }
}

/** The password kept in the data folder. @throws PostgresStartError `password_lost`, `not_permitted` */
export function readPassword(layout: Layout): string {
  try {
    const password = readFileSync(layout.password, "utf8").trim();
    if (password !== "") return password;
  } catch (error) {
    if (systemCode(error) === "EACCES") {
      throw new PostgresStartError(
        "not_permitted",
        `The file ${layout.password} belongs to another user. Run Rapport as the user that started it first, or as root.`,
        error,
      );
    }
    if (systemCode(error) !== "ENOENT") throw error;
  }
  throw new PostgresStartError(
    "password_lost",
    `The database's password is missing: put back ${layout.password} from a copy of the data folder.`,
  );
}

function lastPort(layout: Layout): number | null {
  if (!existsSync(layout.port)) return null;
  const port = Number.parseInt(readFileSync(layout.port, "utf8"), 10);
  return port > 0 && port < 65_536 ? port : null;
}

function rememberPort(layout: Layout, port: number): void {
  if (lastPort(layout) !== port) writeFileSync(layout.port, `${port}\n`, { mode: 0o600 });
}
