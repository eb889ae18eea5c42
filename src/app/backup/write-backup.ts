import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { version } from "../version.ts";
import { type BackupHeader, backupFormat, endOfRows, quoted } from "./format.ts";
import { type BackedUpTable, listTables } from "./list-tables.ts";

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes one consistent snapshot of the database to a file, while the server goes on. The file has its name only
 * once it is complete and on the disk.
 */
export async function writeBackup(ownerUrl: string, file: string): Promise<BackupSummary> {
  const unfinished = `${file}.unfinished`;
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "rapport-backup" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const tables = await listTables(client);
    const rows: Record<string, number> = {};
    await pipeline(
      Readable.from(lines(client, tables, rows)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await client.query("commit");
    await settle(unfinished, file);
    return { tables: tables.length, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* lines(
  client: pg.Client,
  tables: readonly BackedUpTable[],
  rows: Record<string, number>,
): AsyncGenerator<string | Buffer> {
  yield `${JSON.stringify(await header(client))}\n`;
  for (const { name, columns } of tables) {
    yield `${JSON.stringify({ table: name, columns })}\n`;
    // Selected, because a partitioned table cannot be copied out by its name.
    const copy = client.query(
      copyTo(`copy (select ${columns.map(quoted).join(", ")} from ${quoted(name)}) to stdout`),
    );
    yield* copy as AsyncIterable<Buffer>;
    rows[name] = copy.rowCount;
    yield `${endOfRows}\n`;
  }
  yield `${JSON.stringify({ rows })}\n`;
}

async function header(client: pg.Client): Promise<BackupHeader> {
  const migrations = await client.query<{ name: string }>("select name from kysely_migration order by name");
  const sequences = await client.query<{ name: string; lastValue: string; isCalled: boolean }>(
    `select sequencename as name, coalesce(last_value, start_value)::text as "lastValue", last_value is not null as "isCalled"
       from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  return {
    format: backupFormat,
    formatVersion: 1,
    createdAt: new Date().toISOString(),
    program: version,
    migrations: migrations.rows.map(({ name }) => name),
    sequences: sequences.rows,
  };
}

/** Survives a power cut from here on. */
async function settle(unfinished: string, file: string): Promise<void> {
  const written = await open(unfinished, "r+");
  await written.sync();
  await written.close();
  await rename(unfinished, file);
  const folder = await open(path.dirname(path.resolve(file)), "r");
  await folder.sync();
  await folder.close();
}
