import { spawn } from "node:child_process";

/** The unprivileged user PostgreSQL runs as when Rapport was started by root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramResult {
  /** null: ended by a signal, did not start, or ran out of time. */
  readonly exitCode: number | null;
  /** What it wrote, both streams together. */
  readonly output: string;
}

/** Runs a program to its end, as `account` when given; after `timeoutMs` it is ended. Never throws. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { account?: Account | undefined; cwd?: string; timeoutMs: number },
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...asAccount(options.account),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, options.timeoutMs);
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ exitCode: null, output: error.message });
    });
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      if (timedOut) output += `\nno end after ${Math.round(options.timeoutMs / 1000)} seconds`;
      resolve({ exitCode, output });
    });
  });
}

export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** The environment without what would change PostgreSQL's ways: `PGPORT`, `PGOPTIONS`, the locale and so on. */
export function cleanEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  // useradd and its like are not in everybody's PATH.
  const searched = `${process.env.PATH ?? "/usr/bin:/bin"}:/usr/sbin:/sbin`;
  return { ...Object.fromEntries(kept), PATH: searched, ...extra };
}

/** Whether `account` may enter and read this folder or run this file, whatever stands in the way above it. */
export async function canReach(account: Account, target: string): Promise<boolean> {
  for (const right of ["-r", "-x"]) {
    const answer = await runProgram("test", [right, target], { account, cwd: "/", timeoutMs: 10_000 });
    if (answer.exitCode !== 0) return false;
  }
  return true;
}

/** The last lines that say something, on one line, for an error message. */
export function lastLines(text: string, count = 4): string {
  const lines = text.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return lines.slice(-count).join(" | ");
}
