import { spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntilReady } from "./connect.ts";
import { asFolderError, PostgresStartError } from "./errors.ts";
import { startFailure } from "./failure.ts";
import type { Layout } from "./layout.ts";
import { clusterArgument, endOrphans, readPidFile } from "./postmaster.ts";
import type { Programs } from "./programs.ts";
import { type Account, asAccount, cleanEnvironment } from "./run-program.ts";
import type { Settings } from "./settings.rules.ts";

export interface Launch {
  readonly layout: Layout;
  readonly programs: Programs;
  readonly account: Account | undefined;
  readonly settings: Settings;
  readonly password: string;
  readonly log: (line: string) => void;
}

const READY_MS = 5 * 60_000;
const TELL_AFTER_MS = 5_000;
const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 500;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Starts PostgreSQL on the cluster and waits until it answers. It is not ended with this process: a killed
 * Rapport leaves it, whole, to the next one.
 *
 * @param port where it is to listen, on 127.0.0.1
 * @throws PostgresStartError `port_taken`, `disk_full`, `folder_not_writable`, `start_failed`, `start_timeout`
 */
export async function launchPostgres(launch: Launch, port: number): Promise<{ pid: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryToLaunch(launch, port);
    if ("pid" in outcome) return outcome;
    if (/Address already in use|could not bind/.test(outcome.said)) {
      throw new PostgresStartError("port_taken", `Port ${port} on 127.0.0.1 is taken by another program.`);
    }
    // A killed postmaster's children are still at work on the data.
    const orphans = /pre-existing shared memory block/.test(outcome.said);
    if (!orphans || attempt === ATTEMPTS) throw startFailure("start_failed", launch.layout, outcome.said);
    if (attempt === 1) launch.log("waiting for processes of the former PostgreSQL to end");
    endOrphans(launch.layout.cluster);
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
}

async function tryToLaunch(launch: Launch, port: number): Promise<{ pid: number } | { said: string }> {
  const { layout, account } = launch;
  const log = openLog(layout);
  try {
    const before = fstatSync(log).size;
    const child = spawn(
      launch.programs.postgres,
      ["-D", await clusterArgument(layout.cluster, account), "-p", String(port), ...asFlags(launch.settings)],
      {
        ...asAccount(account),
        cwd: layout.cluster,
        // Its own session: an interrupt typed at the terminal is for us, who then stop it in order.
        detached: true,
        env: cleanEnvironment(notThePostmaster(layout)),
        stdio: ["ignore", log, log],
      },
    );
    let ended = false;
    let spawnError: Error | undefined;
    child.once("exit", () => {
      ended = true;
    });
    child.once("error", (error) => {
      ended = true;
      spawnError = error;
    });
    child.unref();
    const impatience = setTimeout(
      () => launch.log("PostgreSQL is recovering from a crash or power cut; this may take minutes"),
      TELL_AFTER_MS,
    );
    const outcome = await waitUntilReady({
      port: () => port,
      password: launch.password,
      isAlive: () => !ended,
      timeoutMs: READY_MS,
    }).finally(() => clearTimeout(impatience));
    if (outcome === "ready" && child.pid !== undefined) return { pid: child.pid };
    if (outcome === "silent") {
      throw new PostgresStartError(
        "start_timeout",
        `PostgreSQL is still recovering after ${READY_MS / 60_000} minutes. It goes on by itself: wait, then start Rapport again (log: ${layout.log}).`,
      );
    }
    return { said: spawnError?.message ?? writtenSince(layout.log, before) };
  } finally {
    closeSync(log);
  }
}

/**
 * When the pid of a stale `postmaster.pid` has become another program's, PostgreSQL would take that for itself
 * and refuse. By this variable, meant for pg_ctl, it learns of one pid that is no postmaster; it still makes
 * sure that nobody uses the cluster's shared memory.
 */
function notThePostmaster(layout: Layout): Record<string, string> {
  const stale = readPidFile(layout.cluster);
  return stale ? { PG_GRANDPARENT_PID: String(stale.pid) } : {};
}

function asFlags(settings: Settings): string[] {
  const all: Settings = {
    ...settings,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    cluster_name: "rapport",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The log, kept to two files of limited size. A file and no pipe: it outlives us. */
function openLog(layout: Layout): number {
  try {
    if (existsSync(layout.log) && statSync(layout.log).size > LOG_LIMIT_BYTES) {
      renameSync(layout.log, `${layout.log}.1`);
    }
    return openSync(layout.log, "a", 0o600);
  } catch (error) {
    throw asFolderError(error, layout.dataFolder);
  }
}

function writtenSince(file: string, offset: number): string {
  return readFileSync(file).subarray(offset).toString("utf8");
}

/** A port of 127.0.0.1 nobody listens on: `preferred` when it is free. */
export async function freePort(preferred: number | null): Promise<number> {
  return (preferred !== null && (await listenOnce(preferred))) || (await listenOnce(0)) || fail();
}

function fail(): never {
  throw new PostgresStartError("port_taken", "No port is free on 127.0.0.1 for the embedded PostgreSQL.");
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
