import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import copy from "pg-copy-streams";
import type { ImportKind } from "#imports/import-settings.rules.ts";
import type { Measurement } from "../aims.rules.ts";
import { rateOf } from "../figures.rules.ts";
import { type Bench, usageOf } from "./measure.ts";
import { runJob } from "./run-job.ts";

/** Rows that an import leaves behind: what the floor copies, and what is deleted afterwards. */
export interface ImportedRows {
  readonly table: string;
  readonly condition: string;
}

interface MeasuredImport {
  readonly kind: ImportKind;
  readonly file: Buffer;
  readonly count: number;
  /** Beside what is suggested. */
  readonly settings: object | null;
  readonly tables: readonly ImportedRows[];
}

/** From the upload of a file to the end of its job, beside COPY of the rows that came out. */
export async function measureImport(
  bench: Bench,
  measured: MeasuredImport,
): Promise<Omit<Measurement, "name" | "title">> {
  const { count, kind, tables } = measured;
  const imported = await importFile(bench, measured);
  const copiedMs = await copyAgain(bench, tables);
  return {
    aim: "import",
    http: rateOf(count, imported.elapsedMs),
    floor: rateOf(count, copiedMs),
    statementsPerRequest: Number.NaN,
    cpuMsPerRequest: imported.cpuMs / count,
    remark: `per second: ${kind}; the program's memory rose from ${inMb(imported.idleBytes)} to at most ${inMb(imported.peakBytes)}; what it left for later took ${(imported.laterMs / 1000).toFixed(1)} s more`,
  };
}

/** With the most memory that the program held meanwhile. */
async function importFile(bench: Bench, { kind, file, count, settings }: MeasuredImport) {
  const { client } = bench;
  const before = await usageOf(bench);
  let peakBytes = before.residentBytes;
  const start = performance.now();
  const uploaded = await client.send({
    method: "POST",
    path: `/imports?kind=${kind}&fileName=${kind}.csv`,
    body: file,
    headers: { "content-type": "text/csv" },
  });
  const { id } = JSON.parse(uploaded.body) as { id: string };
  if (settings)
    await client.send({ method: "PATCH", path: `/imports/${id}`, body: JSON.stringify(settings) });
  const uploadMs = performance.now() - start;
  const { result, elapsedMs } = await runJob<{ created: number }>(
    bench,
    { method: "POST", path: `/imports/${id}/run`, body: '{"dryRun":false}' },
    async () => {
      peakBytes = Math.max(peakBytes, (await usageOf(bench)).residentBytes);
    },
  );
  const cpuMs = (await usageOf(bench)).cpuMs - before.cpuMs;
  if (result.created !== count) throw new Error(`only ${result.created} rows were imported`);
  const laterMs = await endOfJobs(bench);
  return { elapsedMs: uploadMs + elapsedMs, laterMs, peakBytes, idleBytes: before.residentBytes, cpuMs };
}

/** Waits for what the import has left for later, and returns how long that took. */
async function endOfJobs({ owner, signal }: Bench): Promise<number> {
  const start = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const open = await owner.query("select from job_runs where status in ('queued', 'running') limit 1");
    if (open.rowCount === 0) return performance.now() - start;
    await sleep(100);
  }
}

/** Takes the rows that were imported out of the database, and returns how long it takes to copy them in again. */
async function copyAgain(bench: Bench, tables: readonly ImportedRows[]): Promise<number> {
  const { owner } = bench;
  const copies = [];
  for (const { table, condition } of tables) {
    const columns = await writtenColumns(bench, table);
    const source = owner.query(
      copy.to(`copy (select ${columns} from ${table} where ${condition}) to stdout`),
    );
    copies.push({ table, columns, rows: Buffer.concat(await Readable.from(source).toArray()) });
  }
  await forget(bench, tables);
  const start = performance.now();
  await owner.query("begin");
  for (const { table, columns, rows } of copies)
    await pipeline([rows], owner.query(copy.from(`copy ${table} (${columns}) from stdin`)));
  await owner.query("commit");
  const elapsedMs = performance.now() - start;
  await forget(bench, tables);
  return elapsedMs;
}

async function writtenColumns({ owner }: Bench, table: string): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(column_name, ', ' order by ordinal_position) as columns from information_schema.columns
      where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows[0]!.columns;
}

/** So that the next run finds what this one found. */
async function forget({ owner }: Bench, tables: readonly ImportedRows[]): Promise<void> {
  for (const { table, condition } of tables.toReversed())
    await owner.query(`delete from ${table} where ${condition}`);
  await owner.query(`vacuum ${tables.map(({ table }) => table).join(", ")}`);
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}
