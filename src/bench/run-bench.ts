import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { CommandFailed } from "#platform/command-line.ts";
import type { Measurement } from "./aims.rules.ts";
import { type BenchDatabase, openBenchDatabase } from "./bench-database.ts";
import { createChance } from "./chance.ts";
import { HttpClient } from "./http-client.ts";
import type { LoadTimes } from "./load/load-data.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { measures as allMeasures } from "./measures/index.ts";
import type { Bench, Measure } from "./measures/measure.ts";
import { explain } from "./plans.ts";
import { type ProgramOptions, runCommandLine, startProgram } from "./program.ts";
import { type Scale, type ScaleName, scales } from "./scales.ts";
import { openStatementTap } from "./statement-tap.ts";

export interface BenchOptions {
  readonly scale: ScaleName;
  /** Names of measures; `null` = all. */
  readonly only: readonly string[] | null;
  /** Where the data are kept for the next run; `null` = thrown away. */
  readonly folder: string | null;
  /** File for the plans of the statements that the measures make the program send. */
  readonly plansFile: string | null;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface BenchResult {
  readonly scale: ScaleName;
  readonly data: Scale;
  readonly machine: Machine;
  readonly loaded: LoadTimes | null;
  readonly isDurable: boolean;
  readonly measuredAt: string;
  readonly measurements: readonly Measurement[];
}

/** Loads the data, starts the program on them and measures; whatever was started is stopped again. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const measures = chosen(options.only);
  const database = await openBenchDatabase(options);
  const { loaded, isDurable } = database;
  const endings: (() => Promise<void> | void)[] = [() => database.close()];
  try {
    const owner = await database.connect();
    endings.unshift(() => owner.end());
    const machine = await describeMachine(owner);
    const bench = await openBench(options, database, owner, endings);
    if (options.plansFile) writeFileSync(options.plansFile, await explain(bench, measures));
    const measurements: Measurement[] = [];
    for (const { name, title, run } of measures) {
      options.note(`measuring ${title}`);
      measurements.push({ name, title, ...(await run(bench)) });
    }
    const measuredAt = new Date().toISOString();
    return { scale: options.scale, data: bench.scale, machine, loaded, isDurable, measuredAt, measurements };
  } finally {
    for (const end of endings) await end();
  }
}

/** Two programs on one database: the one that is measured, and one whose statements are looked at. */
async function openBench(
  { scale, signal }: BenchOptions,
  database: BenchDatabase,
  owner: pg.Client,
  endings: (() => Promise<void> | void)[],
): Promise<Bench> {
  const tap = await openStatementTap(database.url);
  endings.unshift(() => tap.close());
  const token = await runCommandLine(["token", "create", "--role", "admin", "--name", "bench"], {
    ...folderOf(database, "measured"),
    databaseUrl: database.url,
    signal,
  });
  const start = async (options: ProgramOptions) => {
    const program = await startProgram(options);
    const client = new HttpClient(program.url, token);
    endings.unshift(async () => {
      client.close();
      await program.stop();
    });
    return client;
  };
  const client = await start({ ...folderOf(database, "measured"), databaseUrl: database.url, signal });
  const tapped = await start({ ...folderOf(database, "tapped"), databaseUrl: tap.url, signal });
  return {
    scale: scales[scale],
    owner,
    client,
    chance: createChance(20_260_101),
    signal,
    captureStatements: (request) => tap.capture(() => tapped.send(request)),
  };
}

function folderOf({ folder }: BenchDatabase, name: string): { folder: string } {
  const own = path.join(folder, name);
  mkdirSync(own, { recursive: true });
  return { folder: own };
}

function chosen(only: readonly string[] | null): readonly Measure[] {
  if (only === null) return allMeasures;
  const unknown = only.filter((name) => !allMeasures.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    const names = allMeasures.map(({ name }) => name).join(", ");
    throw new CommandFailed(`There is no measure ${unknown.join(", ")}. Measures: ${names}.`);
  }
  return allMeasures.filter(({ name }) => only.includes(name));
}
