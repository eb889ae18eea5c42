import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, onTestFinished } from "vitest";
import { openTestDatabase, type TestDatabase, test, testContext } from "#app/testing.ts";
import { createToken } from "#users/index.ts";
import { listTables } from "./list-tables.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "rapport-backup-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  return database;
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows with everything that a text format could stumble over. */
async function fill({ url, db }: TestDatabase): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query(
      `insert into contacts (id, no, type, name, company_id, address)
         select n, 'CT' || n, 'company', 'Määttä & Söner Oy ' || n, n, E'tab\\there\\nline \\\\. end \\\\N' from generate_series(1, 3000) n`,
    );
    await client.query("insert into contact_numbers (no, contact_id) select no, id from contacts");
    await client.query("update number_blocks set next = 5000 where series = 'contact'");
    await client.query("insert into interaction_groups (code) values ('PHONE'), ('MAIL')");
    await client.query("delete from interaction_groups where code = 'MAIL'");
    await client.query(
      "insert into interaction_templates (code, group_id, unit_cost) select 'CALL', id, 8.12345 from interaction_groups",
    );
    await client.query(
      `insert into interaction_log_entries (contact_id, entry_no, happened_at, template_id, user_id, description)
         select n, n, timestamp '2026-11-23 14:05', 1, 'TESTER', null from generate_series(1, 2000) n
       union all select 1, 60000000, '2026-11-24 09:00', 1, 'TESTER', 'in a later partition'`,
    );
  });
  await createToken(testContext(db), { name: "backed up", role: "viewer" });
}

async function contentsOf({ url }: TestDatabase): Promise<Record<string, unknown>> {
  return asOwner(url, async (client) => {
    const contents: Record<string, unknown> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(`select to_jsonb(t) as row from ${name} t order by 1`);
      contents[name] = rows.map(({ row }) => row);
    }
    return contents;
  });
}

describe("backup and restore", () => {
  test("everything comes back as it was, into other tables or none", async ({ database }) => {
    const file = path.join(await temporaryFolder(), "a.backup.gz");
    const target = await emptyDatabase();
    await fill(database);

    const written = await writeBackup(database.url, file);
    const restored = await restoreBackup(target.url, file);

    expect(restored).toEqual(written);
    expect(await contentsOf(target)).toEqual(await contentsOf(database));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(file))).toEqual(["a.backup.gz"]);
    const next = await asOwner(target.url, (client) =>
      client.query("insert into interaction_groups (code) values ('NEXT') returning id"),
    );
    expect(next.rows[0].id).toBe(3);

    await expect(restoreBackup(target.url, file)).rejects.toThrow("This database is in use");
  });

  test("a backup of before an upgrade is restored and brought up to date", async ({ database }) => {
    const file = path.join(await temporaryFolder(), "old.backup.gz");
    await writeBackup(database.url, file);
    const target = await emptyDatabase();
    await asOwner(target.url, async (client) => {
      await client.query(
        "drop owned by rapport_runtime; drop schema public cascade; drop schema graphile_worker cascade",
      );
      await client.query("create schema public");
    });

    await restoreBackup(target.url, file);

    expect(await contentsOf(target)).toEqual(await contentsOf(database));
  });

  test("a damaged or foreign file restores nothing", async ({ database }) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, "a.backup.gz");
    await writeBackup(database.url, file);
    const bytes = await readFile(file);
    const text = gunzipSync(bytes).toString();
    const target = await emptyDatabase();
    const bad = {
      cut: bytes.subarray(0, bytes.length - 200),
      footless: gzipSync(text.slice(0, text.lastIndexOf('{"rows"'))),
      short: gzipSync(text.replace(/\nCT1\t.*/, "").replace(/\n1\tCT1\t.*/, "")),
      foreign: gzipSync("hello\n"),
      plain: Buffer.from("not even zipped"),
    };

    for (const [name, content] of Object.entries(bad)) {
      await writeFile(path.join(folder, name), content);
      await expect(restoreBackup(target.url, path.join(folder, name)), name).rejects.toThrow(
        /Nothing was restored/,
      );
    }

    const { contacts } = await contentsOf(target);
    expect(contacts).toEqual([]);
  });

  test("a backup of a newer program is refused", async ({ database }) => {
    const file = path.join(await temporaryFolder(), "newer.backup.gz");
    await writeBackup(database.url, file);
    const text = gunzipSync(await readFile(file)).toString();
    await writeFile(file, gzipSync(text.replace('"0010_jobs"', '"0010_jobs","9999_future"')));

    await expect(restoreBackup((await emptyDatabase()).url, file)).rejects.toThrow(
      "newer Rapport (9999_future)",
    );
  });

  test("an interrupted backup leaves no file behind", async ({ database }) => {
    const folder = await temporaryFolder();

    await expect(writeBackup(database.url, path.join(folder, "missing", "a.gz"))).rejects.toThrow("ENOENT");

    expect(await readdir(folder)).toEqual([]);
  });
});
