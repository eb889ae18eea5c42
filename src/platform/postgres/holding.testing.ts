import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { layoutOf } from "./layout.ts";
import { servesCluster } from "./postmaster.ts";

export interface Holder {
  readonly connectionString: string;
  readonly port: number;
  readonly adopted: boolean;
  /** Ends it in order and waits until it is gone. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface Refusal {
  readonly refused: string;
  readonly message: string;
}

const script = path.join(import.meta.dirname, "hold.testing.ts");

/** Starts a process that holds the PostgreSQL of this folder; see `hold.testing.ts`. */
export async function holdOrBeRefused(
  dataFolder: string,
  owner: "server" | "command",
): Promise<Holder | Refusal> {
  const child = spawnHolder(dataFolder, owner);
  for await (const line of createInterface({ input: child.stdout! })) {
    const said = JSON.parse(line);
    if ("refused" in said) return said;
    return { ...said, stop: () => end(child, "SIGTERM"), kill: () => end(child, "SIGKILL") };
  }
  throw new Error(`the holder of ${dataFolder} ended without a word`);
}

export async function hold(dataFolder: string, owner: "server" | "command"): Promise<Holder> {
  const answer = await holdOrBeRefused(dataFolder, owner);
  if ("refused" in answer) throw new Error(answer.message);
  return answer;
}

export async function refusal(dataFolder: string, owner: "server" | "command"): Promise<Refusal> {
  const answer = await holdOrBeRefused(dataFolder, owner);
  if ("refused" in answer) return answer;
  await answer.stop();
  throw new Error("it started although it should have been refused");
}

export function spawnHolder(dataFolder: string, owner: "server" | "command"): ChildProcess {
  return spawn(process.execPath, [script, dataFolder, owner], { stdio: ["ignore", "pipe", "ignore"] });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** The pid in the cluster's pid file, which must be there. */
export function postmasterPid(dataFolder: string): number {
  const text = readFileSync(path.join(layoutOf(dataFolder).cluster, "postmaster.pid"), "utf8");
  return Number.parseInt(text, 10);
}

/** kill -9 of PostgreSQL itself; returns when it is gone. */
export async function killPostmaster(dataFolder: string): Promise<void> {
  const pid = postmasterPid(dataFolder);
  process.kill(pid, "SIGKILL");
  while (await servesCluster(pid, layoutOf(dataFolder).cluster)) await sleep(10);
}

/** Runs one statement on a connection of its own. */
export async function query(
  connectionString: string,
  text: string,
): Promise<Record<string, string | number | boolean | null>[]> {
  const client = new Client({ connectionString });
  // A cut connection fails the query; without a listener the event would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
