import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { test as base, describe, expect } from "vitest";
import { type Answer, Client } from "../support/client.ts";
import { findCorruption, withOwner } from "../support/database.ts";
import { Installation } from "../support/installation.ts";
import { foundSmallCompany, type Recordable } from "../support/small-company.ts";
import { SmallDisk, whyNoDisk } from "../support/small-disk.ts";
import { until } from "../support/until.ts";

const noDisk = whyNoDisk();
if (noDisk !== null) process.stderr.write(`Tests with a disk of their own are skipped: ${noDisk}.\n`);

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures it needs from the pattern
  .extend("installation", async ({}, { onCleanup }) => {
    const installation = new Installation();
    onCleanup(() => installation.remove());
    return installation;
  })
  .extend("onDisk", async ({ skip }, { onCleanup }) => {
    skip(noDisk !== null, noDisk ?? "");
    const installation = new Installation({ dataFolder: "disk/data" });
    const disk = new SmallDisk(path.join(installation.folder, "disk"), 250);
    onCleanup(async () => {
      await installation.endAll();
      disk.unmount();
      await installation.remove();
    });
    return { installation, disk };
  });

/** The only thing that is said of a start that fails, apart from how far it came. */
function lastLine(stderr: string): string {
  expect(stderr).not.toMatch(/^\s+at /m);
  return stderr.trimEnd().split("\n").at(-1) ?? "";
}

/** A hundred long comments: so much that it does not fit into what PostgreSQL has set aside. */
function longInteraction(call: Recordable, description: string) {
  const comments = Array.from({ length: 100 }, (_, line) => `${line} `.padEnd(2_000, `${description} `));
  return { ...call, description, comments };
}

async function isReady({ url }: { url: string }): Promise<boolean> {
  return (await fetch(`${url}/readyz`)).status === 200;
}

/** Makes PostgreSQL write until there is no room for its journal either. */
async function exhaustJournal(url: string): Promise<void> {
  const writing = withOwner(url, async (owner) => {
    for (let megabytes = 0; megabytes < 512; megabytes += 1)
      await owner.query("select pg_logical_emit_message(true, 'ballast', repeat('x', 1048576))");
  });
  await expect(writing).rejects.toThrow(/No space left on device/);
}

describe("a full disk", () => {
  test("(as root) is said while writing, and with room again everything goes on", async ({ onDisk }) => {
    const { installation, disk } = onDisk;
    const server = await installation.start();
    const api = new Client(server.url, await installation.adminToken());
    const [call] = (await foundSmallCompany(api)) as [Recordable];
    const record = (key: string, headers: Record<string, string> = {}) =>
      api.post("/interactions", longInteraction(call, key), { "idempotency-key": key, ...headers });
    expect((await record("before")).status).toBe(201);

    disk.fill();
    const answers = new Map<string, Answer>();
    for (let index = 0; index < 40; index += 1)
      answers.set(`full-${index}`, await record(`full-${index}`, { "accept-language": "fi" }));
    const refused = [...answers].filter(([, answer]) => answer.status !== 201);
    expect(refused.length).toBeGreaterThan(0);
    for (const [key, { status, body }] of refused) {
      expect([status, body.status], key).toEqual([503, 503]);
      expect(body.code, key).toMatch(/^(storage_full|database_unavailable|outcome_unknown)$/);
    }
    expect(refused[0]![1].body.detail).toBe(
      "Palvelimen levy on täynnä. Mitään ei muutettu. Kerro ylläpitäjälle: toiminta jatkuu, kun levyllä on taas tilaa.",
    );
    const upload = await api.send("POST", "/imports?fileName=people.csv", Buffer.from("Name\nSatu\n"), {
      "content-type": "text/csv",
    });
    expect(upload.status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

    // A database that dies now has no room to recover either.
    await exhaustJournal(installation.databaseUrl());
    process.kill(installation.postmasterPid()!, "SIGKILL");
    await until("it cannot be started again", () => /could not be started again/.test(server.stderr()));
    expect(await isReady(server)).toBe(false);
    disk.makeRoom();
    await until("the server is ready again", () => isReady(server), 90_000);

    for (const [key] of refused) expect((await record(key)).status, key).toBe(201);
    const { rows } = await withOwner(installation.databaseUrl(), (owner) =>
      owner.query(
        `select e.description as key, count(*)::int as comments from interaction_log_entries e
           join interaction_comments using (contact_id, entry_no) group by e.entry_no, e.description`,
      ),
    );
    const keys = ["before", ...answers.keys()];
    expect(new Set(rows.map((row) => row.key))).toEqual(new Set(keys));
    expect(rows).toHaveLength(keys.length);
    expect(new Set(rows.map((row) => row.comments))).toEqual(new Set([100]));
    expect(await findCorruption(installation.databaseUrl())).toEqual([]);
    const doctor = await installation.run(["doctor"]);
    expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
    await server.stop();
  });

  test("(as root) is said at the start, and leaves nothing that is in the way later", async ({ onDisk }) => {
    const { installation, disk } = onDisk;
    disk.fill();

    const { code, stderr } = await installation.run(["start"]);

    expect(code).toBe(1);
    expect(lastLine(stderr)).toMatch(/^The (disk|data folder) .*\b(full|no space)\b/);
    disk.makeRoom();
    const server = await installation.start();
    await server.stop();
  });
});

describe("a data folder that cannot be written", () => {
  test("is said in one line, before there is a database", async ({ installation }) => {
    const place = path.join(installation.folder, "closed");
    mkdirSync(place);
    const open = close(place);
    try {
      const { code, stdout, stderr } = await installation.run(["start"], {
        RAPPORT_DATA: path.join(place, "data"),
      });

      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^The data folder \S+ cannot be (used|written).*\n$/);
    } finally {
      open();
    }
    expect(readdirSync(place)).toEqual([]);
  });

  test("(as root) is said in one line, and the database in it stays whole", async ({ onDisk }) => {
    const { installation, disk } = onDisk;
    await (await installation.start()).stop();

    disk.remount("ro");
    const { code, stdout, stderr } = await installation.run(["start"]);

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^The data folder \S+ cannot be written.*\n$/);
    disk.remount("rw");
    await (await installation.start()).stop();
  });
});

describe("a start that cannot succeed", () => {
  test("names the wrong setting in one line", async ({ installation }) => {
    const wrong = [
      [{ PORT: "abc" }, "PORT must be a whole number from 0 to 65535"],
      [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535"],
      [{ RAPPORT_SECRET: "short" }, "RAPPORT_SECRET must be at least 32 characters long"],
      [{ RAPPORT_BASE_URL: "crm" }, "RAPPORT_BASE_URL must be an address like https://crm.example.org"],
      [{ HOST: "", PORT: "-1", RAPPORT_DEMO: "perhaps" }, /PORT must be [^;]*; RAPPORT_DEMO must be 1 or 0/],
    ] as const;

    const starts = await Promise.all(wrong.map(([settings]) => installation.run(["start"], settings)));

    for (const [index, { code, stdout, stderr }] of starts.entries()) {
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^Wrong setting: .*\. See \.env\.example\.\n$/);
      expect(stderr).toMatch(wrong[index]![1]);
    }
    expect(existsSync(installation.dataFolder)).toBe(false);
  });

  test("names a port that is taken, and stops the database it had started", async ({
    installation,
    onTestFinished,
  }) => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await until("the port is taken", () => other.listening);
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";

    const { code, stdout, stderr } = await installation.run(["start"], { PORT: port });

    expect([code, stdout]).toEqual([1, ""]);
    expect(lastLine(stderr)).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another one.`,
    );
    expect(installation.postmasterPid()).toBeUndefined();
  });

  test("refuses the folder of a server that runs, and leaves that one alone", async ({ installation }) => {
    const first = await installation.start();
    const database = installation.postmasterPid();

    const { code, stdout, stderr } = await installation.run(["start"]);

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `A Rapport server already runs on the data folder ${installation.dataFolder}. Stop it first, or set RAPPORT_DATA to another folder.\n`,
    );
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(installation.postmasterPid()).toBe(database);
    await first.stop();
  });
});

/** Lets nobody write into a folder; root only minds a disk that says so. Returns how to open it again. */
function close(folder: string): () => void {
  if (noDisk === null) {
    const disk = new SmallDisk(folder, 10);
    disk.remount("ro");
    return () => disk.unmount();
  }
  chmodSync(folder, 0o555);
  return () => chmodSync(folder, 0o755);
}
