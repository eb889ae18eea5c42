import { connect, type Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { cli, Installation } from "../support/installation.ts";
import { until } from "../support/until.ts";

const installation = new Installation();
afterAll(() => installation.remove());

async function readiness(url: string): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
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
    const server = await installation.start();

    const link = /(http\S+#\S+)/;
    await until("the link is printed", () => link.test(server.stdout()));
    expect(link.exec(server.stdout())?.[0]).toContain(server.url);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await readiness(server.url)).toBe(200);
    const docs = await fetch(`${server.url}/api/docs`);
    expect([docs.status, docs.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);

    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(0);
    expect(installation.postmasterPid()).toBeUndefined();
    expect(server.stdout()).not.toContain("{");
  });

  test("commands work beside the server, and put nothing but the result on stdout", async () => {
    const server = await installation.start();

    const token = await installation.run(["token", "create", "--role", "admin"]);
    const doctor = await installation.run(["doctor"]);

    expect([token.code, doctor.code]).toEqual([0, 0]);
    expect(token.stdout).toMatch(/^rap_\S+\n$/);
    expect(doctor.stdout).not.toContain("FAIL");
    const jobs = await fetch(`${server.url}/api/v1/jobs`, {
      headers: { authorization: `Bearer ${token.stdout.trim()}` },
    });
    expect(await jobs.json()).toEqual({ items: [], nextCursor: null });

    const second = await installation.run(["start"]);
    expect([second.code, second.stdout]).toEqual([1, ""]);
    expect(second.stderr).toMatch(/already runs on the data folder/);

    server.child.kill("SIGINT");
    expect(await server.exit).toBe(0);
  });

  test("it survives a database that dies, and says so meanwhile", async () => {
    const server = await installation.start();
    process.kill(installation.postmasterPid()!, "SIGKILL");

    await until("it is gone", async () => (await readiness(server.url)) === 503);
    await until("it is back", async () => (await readiness(server.url)) === 200);

    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  });

  test("a request that does not end holds it up; a second signal does not wait", async () => {
    const server = await installation.start();
    const socket = await unfinishedRequest(server.url);
    socket.on("error", () => undefined);

    server.child.kill("SIGTERM");
    await until("it stops", () => server.stderr().includes("stopping"));
    await until("nobody is let in any more", () =>
      fetch(server.url).then(
        () => false,
        () => true,
      ),
    );
    expect(server.child.exitCode).toBeNull();
    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(1);
    socket.destroy();
  });

  test("what a killed program left is found and put right", async () => {
    process.kill(installation.postmasterPid()!, 0);

    const server = await installation.start();
    expect(await readiness(server.url)).toBe(200);
    server.child.kill("SIGTERM");

    expect(await server.exit).toBe(0);
    expect(installation.postmasterPid()).toBeUndefined();
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
    const { code, stdout, stderr } = await installation.run(args, settings);

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(line);
  });
});
