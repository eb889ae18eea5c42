import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const cli = path.resolve(import.meta.dirname, "../../src/app/cli.ts");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rapport-life-cycle-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly link: string | undefined;
  stdout(): string;
  stderr(): string;
  readonly exit: Promise<number | null>;
}

function launch(args: readonly string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    // Elsewhere, so that no .env is read.
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      RAPPORT_DATA: path.join(folder, "data"),
      RAPPORT_DEMO: "0",
      PORT: "0",
      ...settings,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, exit, stdout: () => stdout, stderr: () => stderr };
}

async function startServer(settings: Record<string, string> = {}): Promise<Running> {
  const launched = launch(["start"], settings);
  let ended = false;
  void launched.exit.then(() => {
    ended = true;
  });
  await until(() => ended || /is running at \S+\n/.test(launched.stdout()));
  const url = /is running at (\S+)/.exec(launched.stdout())?.[1];
  if (!url) throw new Error(`the server did not start:\n${launched.stderr()}`);
  // The link follows at once, if there is one.
  await sleep(300);
  return { ...launched, url, link: /(http\S+#\S+)/.exec(launched.stdout())?.[1] };
}

async function run(args: readonly string[], settings: Record<string, string> = {}) {
  const launched = launch(args, settings);
  const code = await launched.exit;
  return { code, stdout: launched.stdout(), stderr: launched.stderr() };
}

async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await sleep(50);
  }
}

async function readiness(url: string): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
}

async function postmasterPid(): Promise<number> {
  const file = path.join(folder, "data/postgres/cluster/postmaster.pid");
  return Number((await readFile(file, "utf8")).split("\n")[0]);
}

/** A request that has begun and does not end. */
function unfinishedRequest(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        "POST /api/v1/tokens HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{",
      );
      resolve(socket);
    });
    socket.on("error", reject);
  });
}

describe("the life of the program", () => {
  test("it starts on an empty folder, answers, and stops cleanly on SIGTERM", async () => {
    const server = await startServer();

    expect(server.link).toContain(server.url);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await readiness(server.url)).toBe(200);
    const docs = await fetch(`${server.url}/api/docs`);
    expect([docs.status, docs.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);

    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(0);
    await expect(postmasterPid()).rejects.toThrow("ENOENT");
    expect(server.stdout()).not.toContain("{");
  });

  test("commands work beside the server, and put nothing but the result on stdout", async () => {
    const server = await startServer();

    const token = await run(["token", "create", "--role", "admin"]);
    const doctor = await run(["doctor"]);

    expect([token.code, doctor.code]).toEqual([0, 0]);
    expect(token.stdout).toMatch(/^rap_\S+\n$/);
    expect(doctor.stdout).not.toContain("FAIL");
    const jobs = await fetch(`${server.url}/api/v1/jobs`, {
      headers: { authorization: `Bearer ${token.stdout.trim()}` },
    });
    expect(await jobs.json()).toEqual({ items: [], nextCursor: null });

    const second = await run(["start"]);
    expect([second.code, second.stdout]).toEqual([1, ""]);
    expect(second.stderr).toMatch(/already runs on the data folder/);

    server.child.kill("SIGINT");
    expect(await server.exit).toBe(0);
  });

  test("it survives a database that dies, and says so meanwhile", async () => {
    const server = await startServer();
    process.kill(await postmasterPid(), "SIGKILL");

    await until(async () => (await readiness(server.url)) === 503);
    await until(async () => (await readiness(server.url)) === 200);

    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  });

  test("a request that does not end holds it up; a second signal does not wait", async () => {
    const server = await startServer();
    const socket = await unfinishedRequest(server.url);
    socket.on("error", () => undefined);

    server.child.kill("SIGTERM");
    await until(async () => server.stderr().includes("stopping"));
    await sleep(300);
    expect(server.child.exitCode).toBeNull();
    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(1);
    socket.destroy();
  });

  test("what a killed program left is found and put right", async () => {
    const left = await postmasterPid();
    process.kill(left, 0);

    const server = await startServer();
    expect(await readiness(server.url)).toBe(200);
    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(0);
    await expect(postmasterPid()).rejects.toThrow("ENOENT");
  });
});

describe("what cannot work is said in one line", () => {
  test.for([
    ["a wrong setting", ["start"], { PORT: "http" }, /^Wrong setting: PORT must be .*\n$/],
    [
      "a database that is not there",
      ["token", "create", "--role", "admin"],
      { DATABASE_URL: "postgres://x:y@127.0.0.1:1/none" },
      /^The database server of DATABASE_URL cannot be reached .*\n$/,
    ],
    ["a data folder that is a file", ["doctor"], { RAPPORT_DATA: cli }, /^The data folder .*\n$/],
    ["a backup that does not exist", ["restore", "missing.gz"], {}, /^There is no .*missing\.gz\.\n$/],
  ] as const)("%s", async ([_title, args, settings, line]) => {
    const { code, stdout, stderr } = await run(args, settings);

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(line);
  });
});
