import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { CommandFailed } from "#platform/command-line.ts";
import type { Measurement } from "./aims.rules.ts";
import { type BenchDatabase, openBenchDatabase } from "./bench-database.ts";
import { createChance } from "./chance.ts";
import { HttpClient, type HttpRequest } from "./http-client.ts";
import type { LoadTimes } from "./load/load-data.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { measures as allMeasures } from "./measures/index.ts";
import type { Bench, Measure } from "./measures/measure.ts";
import { explain } from "./plans.ts";
import { type ProgramOptions, runCommandLine, startProgram } from "./program.ts";
import { type Scale, type ScaleName, scales } from "./scales.ts";
import { openStatementTap } from "./statement-tap.ts";
import type { CapturedStatement } from "./wire-messages.ts";

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
  /** Measures that could not be taken, and why. */
  readonly failures: readonly string[];
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
    const outcome = await measureAll(bench, measures, options.note);
    const measuredAt = new Date().toISOString();
    return { scale: options.scale, data: bench.scale, machine, loaded, isDurable, measuredAt, ...outcome };
  } finally {
    for (const end of endings) await end();
  }
}

/** One measure that fails does not take the others with it. */
async function measureAll(bench: Bench, measures: readonly Measure[], note: BenchOptions["note"]) {
  const measurements: Measurement[] = [];
  const failures: string[] = [];
  for (const { name, title, run } of measures) {
    note(`measuring ${title}`);
    try {
      measurements.push({ name, title, ...(await run(bench)) });
    } catch (error) {
      bench.signal.throwIfAborted();
      failures.push(`${title}: ${(error as Error).message}`);
    }
  }
  return { measurements, failures };
}

async function openBench(
  { scale, signal }: BenchOptions,
  database: BenchDatabase,
  owner: pg.Client,
  endings: (() => Promise<void> | void)[],
): Promise<Bench> {
  const folder = path.join(database.folder, "program");
  mkdirSync(folder, { recursive: true });
  const common = { folder, signal };
  const token = await runCommandLine(["token", "create", "--role", "admin", "--name", "bench"], {
    ...common,
    databaseUrl: database.url,
  });
  const program = await startProgram({ ...common, databaseUrl: database.url });
  endings.unshift(program.stop);
  const client = new HttpClient(program.url, token);
  endings.unshift(() => client.close());
  return {
    scale: scales[scale],
    owner,
    client,
    chance: createChance(20_260_101),
    signal,
    captureStatements: (requests) => captureStatements(database.url, token, common, requests),
  };
}

/** Runs a second program behind a tap for as long as it takes, so that it neither serves nor works otherwise. */
async function captureStatements(
  databaseUrl: string,
  token: string,
  common: Omit<ProgramOptions, "databaseUrl">,
  requests: readonly HttpRequest[],
): Promise<CapturedStatement[][]> {
  const tap = await openStatementTap(databaseUrl);
  try {
    const program = await startProgram({ ...common, databaseUrl: tap.url });
    const client = new HttpClient(program.url, token);
    try {
      const captured = [];
      for (const request of requests) captured.push(await tap.capture(() => client.send(request)));
      return captured;
    } finally {
      client.close();
      await program.stop();
    }
  } finally {
    await tap.close();
  }
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
