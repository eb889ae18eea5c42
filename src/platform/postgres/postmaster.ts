import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresStartError, systemCode } from "./errors.ts";
import { type Account, canReach, runProgram } from "./run-program.ts";

/** What `postmaster.pid` says about the process that serves a cluster. */
export interface PidFile {
  readonly pid: number;
  /** null while it is so young that it has not written its port. */
  readonly port: number | null;
}

const FAST_STOP_MS = 90_000;
const IMMEDIATE_STOP_MS = 15_000;
const LOOK_AGAIN_MS = 50;
/** The folder a process works in, whatever its path: see {@link clusterArgument}. */
const OWN_FOLDER = "/proc/self/cwd";

/** The pid file of a cluster, whether its process lives or not; undefined when there is none or it is empty. */
export function readPidFile(cluster: string): PidFile | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: port > 0 ? port : null } : undefined;
}

/**
 * The process that serves this cluster, if one does.
 *
 * After a power cut the pid in the file may be anybody's by now, so the process is looked at: it has to be a
 * PostgreSQL that works in this very folder.
 */
export async function findPostmaster(cluster: string): Promise<PidFile | undefined> {
  const pidFile = readPidFile(cluster);
  return pidFile && (await servesCluster(pidFile.pid, cluster)) ? pidFile : undefined;
}

/** Whether the process is a PostgreSQL that works in this cluster's folder. */
export async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") return worksIn(pid, cluster);
  const { exitCode, output } = await runProgram("ps", ["-ww", "-o", "command=", "-p", String(pid)], {
    timeoutMs: 10_000,
  });
  return exitCode === 0 && output.includes("postgres") && output.includes(cluster);
}

function worksIn(pid: number, cluster: string): boolean {
  try {
    if (!path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres")) return false;
    const [works, wanted] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return works.dev === wanted.dev && works.ino === wanted.ino;
  } catch {
    // Gone, a zombie, or another user's and none of ours.
    return false;
  }
}

/**
 * Stops the process that serves a cluster: connections are cut, everything is written, then it ends. One that
 * does not end this way is stopped as by a crash, from which the next start recovers.
 *
 * @throws PostgresStartError `stop_failed` when it still lives after that
 */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  const steps = [
    { signal: "SIGINT", waitMs: FAST_STOP_MS },
    { signal: "SIGQUIT", waitMs: IMMEDIATE_STOP_MS },
  ] as const;
  for (const { signal, waitMs } of steps) {
    if (!(await servesCluster(pid, cluster))) return;
    send(pid, signal);
    // A stopped process hears nothing else.
    send(pid, "SIGCONT");
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if (!(await servesCluster(pid, cluster))) return;
      await sleep(LOOK_AGAIN_MS);
    }
  }
  throw new PostgresStartError(
    "stop_failed",
    `PostgreSQL (process ${pid}) does not end. Its data is safe; end the process by hand or restart the machine.`,
  );
}

/**
 * Ends what a killed postmaster left behind: its children end by themselves once they look up, but one that is
 * deep in a query does not. Only Linux can tell which processes those are.
 */
export function endOrphans(cluster: string): void {
  if (process.platform !== "linux") return;
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (Number.isInteger(pid) && worksIn(pid, cluster)) send(pid, "SIGQUIT");
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== "ESRCH") throw error;
  }
}

/**
 * How to name the cluster to a PostgreSQL that is started with it as working folder.
 *
 * Below a folder that is closed to `account`, such as `/root`, no path leads there; but a process keeps the
 * folder it was put into, and Linux names that `/proc/self/cwd`.
 *
 * @throws PostgresStartError `not_permitted` where there is no such name
 */
export async function clusterArgument(cluster: string, account: Account | undefined): Promise<string> {
  if (!account || (await canReach(account, cluster))) return cluster;
  if (process.platform === "linux") return OWN_FOLDER;
  throw new PostgresStartError(
    "not_permitted",
    `The user ${account.name} cannot reach ${cluster}. Set RAPPORT_DATA to a folder open to it, such as /var/lib/rapport.`,
  );
}
