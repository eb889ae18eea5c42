import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { hold, killPostmaster, postmasterPid, query, refusal, spawnHolder } from "./holding.testing.ts";
import { layoutOf } from "./layout.ts";
import { addRow, asRoot, countRows, folderPerTest, isServed } from "./test-folder.testing.ts";

const folder = folderPerTest();

describe("a first start", () => {
  test("makes a durable UTF-8 database with ICU collation, open to this machine alone", async () => {
    const server = await hold(folder.data, "server");

    const [database] = await query(
      server.connectionString,
      `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
         current_setting('password_encryption') as passwords, current_setting('max_connections') as connections
       from pg_database where datname = current_database()`,
    );
    expect(database).toEqual({
      name: "rapport",
      encoding: "UTF8",
      provider: "i",
      fsync: "on",
      commit: "on",
      listens: "127.0.0.1",
      sockets: "",
      passwords: "scram-sha-256",
      connections: "100",
    });
    await server.stop();
  });

  test("keeps the password in a file for nobody else, and does not let anyone in without it", async () => {
    const server = await hold(folder.data, "server");

    const withoutPassword = server.connectionString.replace(/:[^:@]+@/, ":wrong@");

    expect(statSync(layoutOf(folder.data).password).mode & 0o777).toBe(0o600);
    await expect(query(withoutPassword, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await server.stop();
  });

  test("stopping ends PostgreSQL; the next start finds the data on the same port", async () => {
    const first = await hold(folder.data, "server");
    await addRow(first);
    await first.stop();
    expect(await isServed(folder)).toBe(false);

    const second = await hold(folder.data, "server");

    expect(second).toMatchObject({ adopted: false, port: first.port });
    expect(await countRows(second)).toBe(1);
    await second.stop();
  });

  test("that is killed half-way is begun again", async () => {
    const { unfinishedCluster } = layoutOf(folder.data);
    const child = spawnHolder(folder.data, "server");
    const ended = once(child, "exit");
    while (!existsSync(path.join(unfinishedCluster, "PG_VERSION"))) await sleep(2);
    child.kill("SIGKILL");
    await ended;

    const server = await hold(folder.data, "server");

    expect(server.adopted).toBe(false);
    expect(existsSync(unfinishedCluster)).toBe(false);
    await server.stop();
  });

  test("of several at once makes one database for all", async () => {
    const all = await Promise.all([
      hold(folder.data, "command"),
      hold(folder.data, "server"),
      hold(folder.data, "command"),
    ]);

    expect(new Set(all.map((one) => one.connectionString)).size).toBe(1);
    await Promise.all(all.map((one) => one.stop()));
    expect(await isServed(folder)).toBe(false);
  });
});

describe("after kill -9", () => {
  test("the PostgreSQL left behind is used on", async () => {
    const killed = await hold(folder.data, "server");
    await addRow(killed);
    const pid = postmasterPid(folder.data);
    await killed.kill();

    const next = await hold(folder.data, "server");

    expect(next).toMatchObject({ adopted: true, port: killed.port });
    expect(postmasterPid(folder.data)).toBe(pid);
    expect(await countRows(next)).toBe(1);
    await next.stop();
    expect(await isServed(folder)).toBe(false);
  });

  test("of PostgreSQL too, what was committed is there", async () => {
    const killed = await hold(folder.data, "server");
    await addRow(killed);
    await killed.kill();
    await killPostmaster(folder.data);

    const next = await hold(folder.data, "server");

    expect(next.adopted).toBe(false);
    expect(await countRows(next)).toBe(1);
    await next.stop();
  });

  test("a pid that has become another program's does not keep PostgreSQL from starting", async () => {
    const killed = await hold(folder.data, "server");
    await addRow(killed);
    await killed.kill();
    const pidFile = path.join(layoutOf(folder.data).cluster, "postmaster.pid");
    const { uid, gid } = statSync(pidFile);
    await killPostmaster(folder.data);
    const stranger = spawn("sleep", ["60"], asRoot ? { uid, gid } : {});
    const text = readFileSync(pidFile, "utf8");
    writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));

    const next = await hold(folder.data, "server");

    expect(next.adopted).toBe(false);
    expect(await countRows(next)).toBe(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await next.stop();
    stranger.kill();
  });

  test("children of a killed PostgreSQL that are deep in a query do not keep the next one from starting", async () => {
    const killed = await hold(folder.data, "server");
    // Counts in one go without looking up.
    const busy = query(killed.connectionString, "select count(*) from generate_series(1, 2000000000)").catch(
      (error: unknown) => error,
    );
    await sleep(300);
    await killed.kill();
    await killPostmaster(folder.data);

    const next = await hold(folder.data, "server");

    expect(await busy).toBeInstanceOf(Error);
    await next.stop();
  });

  test("a PostgreSQL left behind that does not answer is replaced", { timeout: 90_000 }, async () => {
    const killed = await hold(folder.data, "server");
    await addRow(killed);
    const pid = postmasterPid(folder.data);
    await killed.kill();
    process.kill(pid, "SIGSTOP");

    const next = await hold(folder.data, "server");

    expect(next.adopted).toBe(false);
    expect(postmasterPid(folder.data)).not.toBe(pid);
    expect(await countRows(next)).toBe(1);
    await next.stop();
  });
});

describe("server and commands", () => {
  test("a second server on the folder is refused, the first goes on", async () => {
    const first = await hold(folder.data, "server");

    const second = await refusal(folder.data, "server");

    expect(second.refused).toBe("already_running");
    expect(second.message).toContain(folder.data);
    expect(await query(first.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test("a command runs beside the server and leaves PostgreSQL to it", async () => {
    const server = await hold(folder.data, "server");
    const command = await hold(folder.data, "command");
    expect(command).toMatchObject({ adopted: true, connectionString: server.connectionString });

    await command.stop();

    expect(await query(server.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await isServed(folder)).toBe(false);
  });

  test("a command alone starts its own and stops it", async () => {
    const command = await hold(folder.data, "command");
    await addRow(command);

    await command.stop();

    expect(command.adopted).toBe(false);
    expect(await isServed(folder)).toBe(false);
  });

  test("a server takes over from the command that started PostgreSQL", async () => {
    const command = await hold(folder.data, "command");
    const server = await hold(folder.data, "server");

    await command.stop();

    expect(server.adopted).toBe(true);
    expect(await query(server.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await isServed(folder)).toBe(false);
  });

  test("a command outlives the server that started PostgreSQL", async () => {
    const server = await hold(folder.data, "server");
    const command = await hold(folder.data, "command");

    await server.stop();

    expect(await query(command.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await command.stop();
    expect(await isServed(folder)).toBe(false);
  });

  test("a server starts PostgreSQL again, at the same address, when that is killed", async () => {
    const server = await hold(folder.data, "server");
    await addRow(server);
    const pid = postmasterPid(folder.data);

    await killPostmaster(folder.data);
    await expect.poll(() => countRows(server).catch(() => 0), { timeout: 20_000 }).toBe(1);

    expect(postmasterPid(folder.data)).not.toBe(pid);
    await server.stop();
    expect(await isServed(folder)).toBe(false);
  });
});
