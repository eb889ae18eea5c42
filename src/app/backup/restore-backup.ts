import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import { CommandFailed } from "#platform/command-line.ts";
import { migrateToLatest, SchemaIsNewer } from "#platform/db/migrate.ts";
import { migrateDatabase, migrations } from "../migrations.ts";
import { BackupReader } from "./backup-reader.ts";
import { BackupFooter, BackupHeader, quoted, TableHeader } from "./format.ts";
import { listTables } from "./list-tables.ts";
import type { BackupSummary } from "./write-backup.ts";

const TableOrFooter = z.union([TableHeader, BackupFooter]);

/**
 * Restores a backup into a database that nobody has worked in: all of it in one transaction, or nothing. A backup
 * of an older version is restored into the tables of its time, which are then brought up to date; the database has
 * to be quite empty for that.
 */
export async function restoreBackup(ownerUrl: string, file: string): Promise<BackupSummary> {
  const reader = new BackupReader(file);
  const header = await reader.readLine(BackupHeader);
  await prepareSchema(ownerUrl, header);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "rapport-restore" });
  await client.connect();
  try {
    await client.query("begin");
    await refuseUnlessEmpty(client);
    const tables = await listTables(client);
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`);
    const summary = await copyTables(client, reader, new Set(tables.map(({ name }) => name)));
    await setSequences(client, header);
    await settleJobs(client);
    await client.query("commit");
    await client.query("analyze");
    await migrateDatabase(ownerUrl);
    return summary;
  } finally {
    // A transaction that was not committed is undone with its connection.
    await client.end();
  }
}

/** Makes the tables as they were when the backup was written. */
async function prepareSchema(ownerUrl: string, header: BackupHeader): Promise<void> {
  const unknown = header.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new SchemaIsNewer(unknown);
  const applied = await appliedMigrations(ownerUrl);
  if (applied.length === 0) {
    const ofItsTime = Object.fromEntries(header.migrations.map((name) => [name, migrations[name]!]));
    await migrateToLatest(ownerUrl, ofItsTime);
    return;
  }
  if (applied.join() !== header.migrations.join()) {
    throw new CommandFailed(
      `The backup was written by Rapport ${header.program}, whose tables differ from those of this database. Restore it into a database that is quite empty, such as a fresh RAPPORT_DATA folder.`,
    );
  }
}

async function appliedMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      "select to_regclass('kysely_migration') is not null as exists",
    );
    if (!rows[0]!.exists) return [];
    const applied = await client.query<{ name: string }>("select name from kysely_migration order by name");
    return applied.rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  // Every change of whatever leaves an audit entry.
  const { rows } = await client.query<{ used: boolean }>(
    `select exists (select from audit_entries) or exists (select from users) or exists (select from contacts)
         or exists (select from interaction_log_entries) as used`,
  );
  if (rows[0]!.used) {
    throw new CommandFailed(
      "This database is in use. Restore into an empty one, such as a fresh RAPPORT_DATA folder.",
    );
  }
}

async function copyTables(
  client: pg.Client,
  reader: BackupReader,
  known: ReadonlySet<string>,
): Promise<BackupSummary> {
  const rows: Record<string, number> = {};
  for (;;) {
    const line = await reader.readLine(TableOrFooter);
    if ("rows" in line) {
      const differs = Object.entries(line.rows).some(([table, count]) => rows[table] !== count);
      if (differs) throw new CommandFailed("The backup is damaged: rows are missing. Nothing was restored.");
      return {
        tables: Object.keys(rows).length,
        rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      };
    }
    if (!known.has(line.table))
      throw new CommandFailed(`The backup has a table that is not known here: ${line.table}.`);
    const copy = client.query(
      copyFrom(`copy ${quoted(line.table)} (${line.columns.map(quoted).join(", ")}) from stdin`),
    );
    await pipeline(Readable.from(reader.rows()), copy);
    rows[line.table] = copy.rowCount;
  }
}

async function setSequences(client: pg.Client, { sequences }: BackupHeader): Promise<void> {
  await client.query(
    `select setval(quote_ident(s.name)::regclass, s.last_value, s.is_called)
       from unnest($1::text[], $2::bigint[], $3::boolean[]) as s (name, last_value, is_called)
      where to_regclass(quote_ident(s.name)) is not null`,
    [
      sequences.map(({ name }) => name),
      sequences.map(({ lastValue }) => lastValue),
      sequences.map(({ isCalled }) => isCalled),
    ],
  );
}

/** Jobs that waited or ran when the backup was written are not taken up again. */
async function settleJobs(client: pg.Client): Promise<void> {
  await client.query(
    `update job_runs set status = 'failed', finished_at = now(),
            problem = '{"code": "job_interrupted", "status": 409, "values": {}, "fieldErrors": []}'
      where status in ('queued', 'running')`,
  );
}
