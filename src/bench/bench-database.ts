import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { CommandFailed } from "#platform/command-line.ts";
import { openDatabase } from "#platform/db/open.ts";
import { rowParsers } from "#platform/db/parsers.ts";
import { startEmbeddedPostgres } from "#platform/postgres/index.ts";
import { refreshSums } from "#statistics/index.ts";
import { type LoadTimes, loadData } from "./load/load-data.ts";
import { runCommandLine } from "./program.ts";
import { type ScaleName, scales } from "./scales.ts";

/** Raise when the generated data change: folders that hold the former data are refused. */
const dataVersion = 2;

/** The loaded database that is measured on. */
export interface BenchDatabase {
  /** Of its owner. */
  readonly url: string;
  /** A folder on the same disk, for the program's own files. */
  readonly folder: string;
  /** `null`: the data were there. */
  readonly loaded: LoadTimes | null;
  /** Commits reach a disk, as in production. */
  readonly isDurable: boolean;
  /** A connection of the owner; whoever opens it ends it. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

export interface BenchDatabaseOptions {
  readonly scale: ScaleName;
  /** Keeps the data there for the next run; otherwise they are thrown away. */
  readonly folder: string | null;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Starts an embedded PostgreSQL with the settings of production and fills it unless its folder holds the data. */
export async function openBenchDatabase(options: BenchDatabaseOptions): Promise<BenchDatabase> {
  const { scale, note, signal } = options;
  const folder = options.folder === null ? temporaryFolder() : path.resolve(options.folder);
  const removeTemporary = () => {
    if (options.folder === null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const isLoaded = holdsData(folder, scale);
    mkdirSync(folder, { recursive: true });
    const postgres = await startEmbeddedPostgres({ dataFolder: folder, owner: "command", log: () => {} });
    const url = postgres.connectionString;
    const close = async () => {
      await postgres.stop();
      removeTemporary();
    };
    const endEarly = () => void postgres.stop();
    // Stopping it ends a long statement at once.
    signal.addEventListener("abort", endEarly, { once: true });
    try {
      note(`migrating`);
      await runCommandLine(["migrate"], { databaseUrl: url, folder, signal });
      const loaded = isLoaded ? null : await load(url, options);
      if (!isLoaded) writeFileSync(markOf(folder), JSON.stringify({ scale, dataVersion }));
      return { url, folder, loaded, isDurable: !isInMemory(folder), connect: () => connect(url), close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    removeTemporary();
    throw error;
  }
}

async function load(url: string, options: BenchDatabaseOptions): Promise<LoadTimes> {
  const owner = await connect(url);
  try {
    const times = await loadData(owner, scales[options.scale], options);
    options.note("sums of days and months");
    await sumUp(url);
    return times;
  } finally {
    await owner.end();
  }
}

/** What the program does within a minute: statistics are measured as they are in daily use. */
async function sumUp(url: string): Promise<void> {
  const { db, close } = openDatabase({ connectionString: url, maxConnections: 1 });
  try {
    await refreshSums(db);
    await sql`vacuum (analyze) interaction_day_sums, interaction_month_sums, interaction_changed_days`.execute(
      db,
    );
  } finally {
    await close();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    types: rowParsers,
    application_name: "rapport-bench",
  });
  // A connection that is cut tells so by the statement that waits, too.
  client.on("error", () => {});
  await client.connect();
  await client.query("set timezone to 'UTC'");
  return client;
}

const markOf = (folder: string) => path.join(folder, "bench.json");

/** Whether the folder holds the data of this scale; refuses a folder with anything else in it. */
function holdsData(folder: string, scale: ScaleName): boolean {
  if (!existsSync(path.join(folder, "postgres", "cluster"))) return false;
  const mark = existsSync(markOf(folder)) ? JSON.parse(readFileSync(markOf(folder), "utf8")) : {};
  if (mark.scale === scale && mark.dataVersion === dataVersion) return true;
  throw new CommandFailed(
    `${folder} holds a database that is not a measuring one of scale ${scale}. Name another folder, or delete it if it is left over from a measurement.`,
  );
}

/** On a disk: the system's folder for short-lived files is often in memory, where a commit costs nothing. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(existsSync("/var/tmp") ? "/var/tmp" : tmpdir(), "rapport-bench-"));
  // PostgreSQL's own account has to pass through when root starts it.
  chmodSync(folder, 0o711);
  return folder;
}

const tmpfs = 0x01021994;

function isInMemory(folder: string): boolean {
  return statfsSync(folder).type === tmpfs;
}
