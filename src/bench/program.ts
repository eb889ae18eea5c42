import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "../..");
const commandLine = path.join(root, "src/app/cli.ts");

export interface ProgramOptions {
  readonly databaseUrl: string;
  /** `RAPPORT_DATA` of the program: its secret and its files. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Rapport as an operator runs it, in a process of its own. */
export interface RunningProgram {
  /** Such as `http://127.0.0.1:45123`. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `rapport <args>`; returns what it prints. */
export async function runCommandLine(args: readonly string[], options: ProgramOptions): Promise<string> {
  const child = start(args, options);
  const lines: string[] = [];
  createInterface({ input: child.stdout! }).on("line", (line) => lines.push(line));
  const complaints = collect(child);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`rapport ${args.join(" ")} failed: ${complaints()}`);
  return lines.join("\n");
}

/** `rapport start` on a free port; resolves once it answers. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const child = start(["start"], options);
  const complaints = collect(child);
  const ended = once(child, "close");
  const port = await Promise.race([listeningPort(child), ended.then(() => null)]);
  if (port === null) throw new Error(`rapport start ended: ${complaints()}`);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function start(args: readonly string[], { databaseUrl, folder, signal }: ProgramOptions): ChildProcess {
  return spawn(process.execPath, [commandLine, ...args], {
    cwd: root,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      RAPPORT_DATA: folder,
      RAPPORT_LOG_LEVEL: "silent",
      RAPPORT_DEMO: "0",
      RAPPORT_BASE_URL: "",
      HOST: "127.0.0.1",
      PORT: "0",
    },
  }).on("error", () => {}); // Told by "close".
}

function listeningPort(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout! }).on("line", (line) => {
    const port = /running at http:\/\/\S+:(\d+)/.exec(line)?.[1];
    if (port) resolve(port);
  });
  return promise;
}

/** The end of what it writes to stderr. */
function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr!.on("data", (chunk) => {
    text = (text + chunk).slice(-2_000);
  });
  return () => text.trim();
}
