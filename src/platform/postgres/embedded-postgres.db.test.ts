import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Holder,
  hold,
  holdOrBeRefused,
  killPostmaster,
  postmasterPid,
  query,
  refusal,
  spawnHolder,
} from "./holding.testing.ts";
import { layoutOf } from "./layout.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";

const asRoot = process.getuid?.() === 0;

let temporary: string;
let dataFolder: string;

beforeEach(() => {
  // Closed to everybody else, as /root is, and no name a shell would like.
  temporary = mkdtempSync(path.join(tmpdir(), "rapport-embedded-"));
  chmodSync(temporary, 0o700);
  dataFolder = path.join(temporary, "Äänekosken myynti 'ja' tuki", "data");
});

afterEach(async () => {
  const { cluster } = layoutOf(dataFolder);
  const left = existsSync(cluster) ? await findPostmaster(cluster) : undefined;
  if (left) await stopPostmaster(left.pid, cluster);
  rmSync(temporary, { recursive: true, force: true });
});

async function isServed(): Promise<boolean> {
  return (await findPostmaster(layoutOf(dataFolder).cluster)) !== undefined;
}

async function addRow(postgres: Holder): Promise<void> {
  await query(
    postgres.connectionString,
    "create table if not exists visit (id bigint generated always as identity)",
  );
  await query(postgres.connectionString, "insert into visit default values");
}

async function countRows(postgres: Holder): Promise<number> {
  return (await query(postgres.connectionString, "select id from visit")).length;
}

describe("a first start", () => {
  test("makes a durable UTF-8 database with ICU collation, open to this machine alone", async () => {
    const server = await hold(dataFolder, "server");

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
    const server = await hold(dataFolder, "server");

    const withoutPassword = server.connectionString.replace(/:[^:@]+@/, ":wrong@");

    expect(statSync(layoutOf(dataFolder).password).mode & 0o777).toBe(0o600);
    await expect(query(withoutPassword, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await server.stop();
  });

  test("stopping ends PostgreSQL; the next start finds the data on the same port", async () => {
    const first = await hold(dataFolder, "server");
    await addRow(first);
    await first.stop();
    expect(await isServed()).toBe(false);

    const second = await hold(dataFolder, "server");

    expect(second).toMatchObject({ adopted: false, port: first.port });
    expect(await countRows(second)).toBe(1);
    await second.stop();
  });

  test("that is killed half-way is begun again", async () => {
    const { unfinishedCluster } = layoutOf(dataFolder);
    const child = spawnHolder(dataFolder, "server");
    const ended = once(child, "exit");
    while (!existsSync(path.join(unfinishedCluster, "PG_VERSION"))) await sleep(2);
    child.kill("SIGKILL");
    await ended;

    const server = await hold(dataFolder, "server");

    expect(server.adopted).toBe(false);
    expect(existsSync(unfinishedCluster)).toBe(false);
    await server.stop();
  });

  test("of several at once makes one database for all", async () => {
    const all = await Promise.all([
      hold(dataFolder, "command"),
      hold(dataFolder, "server"),
      hold(dataFolder, "command"),
    ]);

    expect(new Set(all.map((one) => one.connectionString)).size).toBe(1);
    await Promise.all(all.map((one) => one.stop()));
    expect(await isServed()).toBe(false);
  });
});

describe("after kill -9", () => {
  test("the PostgreSQL left behind is used on", async () => {
    const killed = await hold(dataFolder, "server");
    await addRow(killed);
    const pid = postmasterPid(dataFolder);
    await killed.kill();

    const next = await hold(dataFolder, "server");

    expect(next).toMatchObject({ adopted: true, port: killed.port });
    expect(postmasterPid(dataFolder)).toBe(pid);
    expect(await countRows(next)).toBe(1);
    await next.stop();
    expect(await isServed()).toBe(false);
  });

  test("of PostgreSQL too, what was committed is there", async () => {
    const killed = await hold(dataFolder, "server");
    await addRow(killed);
    await killed.kill();
    await killPostmaster(dataFolder);

    const next = await hold(dataFolder, "server");

    expect(next.adopted).toBe(false);
    expect(await countRows(next)).toBe(1);
    await next.stop();
  });

  test("a pid that has become another program's does not keep PostgreSQL from starting", async () => {
    const killed = await hold(dataFolder, "server");
    await addRow(killed);
    await killed.kill();
    const pidFile = path.join(layoutOf(dataFolder).cluster, "postmaster.pid");
    const { uid, gid } = statSync(pidFile);
    await killPostmaster(dataFolder);
    const stranger = spawn("sleep", ["60"], asRoot ? { uid, gid } : {});
    const text = readFileSync(pidFile, "utf8");
    writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));

    const next = await hold(dataFolder, "server");

    expect(next.adopted).toBe(false);
    expect(await countRows(next)).toBe(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await next.stop();
    stranger.kill();
  });

  test("children of a killed PostgreSQL that are deep in a query do not keep the next one from starting", async () => {
    const killed = await hold(dataFolder, "server");
    // Counts in one go without looking up.
    const busy = query(killed.connectionString, "select count(*) from generate_series(1, 2000000000)").catch(
      (error: unknown) => error,
    );
    await sleep(300);
    await killed.kill();
    await killPostmaster(dataFolder);

    const next = await hold(dataFolder, "server");

    expect(await busy).toBeInstanceOf(Error);
    await next.stop();
  });

  test("a PostgreSQL left behind that does not answer is replaced", { timeout: 90_000 }, async () => {
    const killed = await hold(dataFolder, "server");
    await addRow(killed);
    const pid = postmasterPid(dataFolder);
    await killed.kill();
    process.kill(pid, "SIGSTOP");

    const next = await hold(dataFolder, "server");

    expect(next.adopted).toBe(false);
    expect(postmasterPid(dataFolder)).not.toBe(pid);
    expect(await countRows(next)).toBe(1);
    await next.stop();
  });
});

describe("server and commands", () => {
  test("a second server on the folder is refused, the first goes on", async () => {
    const first = await hold(dataFolder, "server");

    const second = await refusal(dataFolder, "server");

    expect(second.refused).toBe("already_running");
    expect(second.message).toContain(dataFolder);
    expect(await query(first.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test("a command runs beside the server and leaves PostgreSQL to it", async () => {
    const server = await hold(dataFolder, "server");
    const command = await hold(dataFolder, "command");
    expect(command).toMatchObject({ adopted: true, connectionString: server.connectionString });

    await command.stop();

    expect(await query(server.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await isServed()).toBe(false);
  });

  test("a command alone starts its own and stops it", async () => {
    const command = await hold(dataFolder, "command");
    await addRow(command);

    await command.stop();

    expect(command.adopted).toBe(false);
    expect(await isServed()).toBe(false);
  });

  test("a server takes over from the command that started PostgreSQL", async () => {
    const command = await hold(dataFolder, "command");
    const server = await hold(dataFolder, "server");

    await command.stop();

    expect(server.adopted).toBe(true);
    expect(await query(server.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await isServed()).toBe(false);
  });

  test("a command outlives the server that started PostgreSQL", async () => {
    const server = await hold(dataFolder, "server");
    const command = await hold(dataFolder, "command");

    await server.stop();

    expect(await query(command.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
    await command.stop();
    expect(await isServed()).toBe(false);
  });

  test("a server starts PostgreSQL again, at the same address, when that is killed", async () => {
    const server = await hold(dataFolder, "server");
    await addRow(server);
    const pid = postmasterPid(dataFolder);

    await killPostmaster(dataFolder);
    await expect.poll(() => countRows(server).catch(() => 0), { timeout: 20_000 }).toBe(1);

    expect(postmasterPid(dataFolder)).not.toBe(pid);
    await server.stop();
    expect(await isServed()).toBe(false);
  });
});

describe("trouble with the folder", () => {
  test("a cluster with parts missing is not touched", async () => {
    const server = await hold(dataFolder, "server");
    await server.stop();
    const { cluster } = layoutOf(dataFolder);
    unlinkSync(path.join(cluster, "global", "pg_control"));

    const answer = await refusal(dataFolder, "server");

    expect(answer.refused).toBe("cluster_damaged");
    expect(existsSync(path.join(cluster, "PG_VERSION"))).toBe(true);
  });

  test("a cluster of another PostgreSQL is named as such", async () => {
    const server = await hold(dataFolder, "server");
    await server.stop();
    const versionFile = path.join(layoutOf(dataFolder).cluster, "PG_VERSION");
    writeFileSync(versionFile, "17\n");

    expect((await refusal(dataFolder, "server")).refused).toBe("wrong_version");
  });

  test("a lost password is said", async () => {
    const server = await hold(dataFolder, "server");
    await server.stop();
    rmSync(layoutOf(dataFolder).password);

    expect((await refusal(dataFolder, "server")).refused).toBe("password_lost");
  });

  test("a file in the folder's place is said", async () => {
    mkdirSync(path.dirname(dataFolder), { recursive: true });
    writeFileSync(dataFolder, "");

    expect((await refusal(dataFolder, "server")).refused).toBe("folder_not_writable");
  });

  test.skipIf(!mayMount())("a full disk is said; with room again the start works", async () => {
    const disk = mountDisk("size=30m");
    try {
      expect((await refusal(dataFolder, "server")).refused).toBe("disk_full");
      const { cluster, unfinishedCluster } = layoutOf(dataFolder);
      expect([existsSync(cluster), existsSync(unfinishedCluster)]).toEqual([false, false]);

      disk.change("size=400m");
      const server = await hold(dataFolder, "server");

      await addRow(server);
      await server.stop();
    } finally {
      disk.unmount();
    }
  });

  test.skipIf(!mayMount())("a disk that fills up later loses nothing that was committed", async () => {
    const disk = mountDisk("size=400m");
    try {
      const server = await hold(dataFolder, "server");
      await addRow(server);
      await server.stop();
      spawnSync("dd", ["if=/dev/zero", `of=${path.join(temporary, "disk", "ballast")}`, "bs=1M"]);
      expect((await refusal(dataFolder, "server")).refused).toBe("disk_full");

      rmSync(path.join(temporary, "disk", "ballast"));
      const again = await hold(dataFolder, "server");

      expect(await countRows(again)).toBe(1);
      await again.stop();
    } finally {
      disk.unmount();
    }
  });

  test.skipIf(!mayMount())("a read-only disk is said, before and after there is a database", async () => {
    const disk = mountDisk("size=400m");
    try {
      disk.change("ro");
      expect((await refusal(dataFolder, "server")).refused).toBe("folder_not_writable");
      disk.change("rw");
      const server = await hold(dataFolder, "server");
      await addRow(server);
      await server.stop();

      disk.change("ro");
      const answer = await holdOrBeRefused(dataFolder, "command");

      expect(answer).toMatchObject({ refused: "folder_not_writable" });
      disk.change("rw");
      const again = await hold(dataFolder, "server");
      expect(await countRows(again)).toBe(1);
      await again.stop();
    } finally {
      disk.unmount();
    }
  });
});

/** Whether this user may mount a small disk; a container's root often may not. */
function mayMount(): boolean {
  return asRoot && spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
}

/** A small disk in memory that holds `dataFolder` for this test. */
function mountDisk(options: string) {
  const place = path.join(temporary, "disk");
  mkdirSync(place);
  mount(["-t", "tmpfs", "-o", options, "none", place]);
  dataFolder = path.join(place, "data");
  return {
    change: (changed: string) => mount(["-o", `remount,${changed}`, place]),
    unmount: () => spawnSync("umount", ["--lazy", place]),
  };
}

function mount(args: string[]): void {
  const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${stderr}`);
}
