import type pg from "pg";
import type { Aim, Measurement } from "../aims.rules.ts";
import { figuresOf } from "../figures.rules.ts";
import type { HttpClient, HttpRequest } from "../http-client.ts";
import { readUsage, type Usage } from "../program-metrics.ts";
import type { Scale } from "../scales.ts";
import type { CapturedStatement } from "../wire-messages.ts";

/** What measures work with. */
export interface Bench {
  readonly scale: Scale;
  /** The connection that the floors are measured over. */
  readonly owner: pg.Client;
  /** Of the program under test. */
  readonly client: HttpClient;
  /** In [0, 1), the same numbers in every run. */
  readonly chance: () => number;
  readonly signal: AbortSignal;
  /** The statements that each of the requests makes the program send: another one, which is not measured. */
  captureStatements(requests: readonly HttpRequest[]): Promise<CapturedStatement[][]>;
}

export interface Measure {
  /** What `--only` takes. */
  readonly name: string;
  readonly title: string;
  /** What the floor does, in a sentence. */
  readonly floorIs: string;
  run(bench: Bench): Promise<Omit<Measurement, "name" | "title">>;
  /** A request as the measure sends them, to look at the plans of its statements. */
  sample?(bench: Bench): Promise<HttpRequest>;
}

/** The least SQL that answers a request: one statement, prepared, over one connection. */
export interface Floor {
  readonly sql: string;
  /** For each of the requests. */
  readonly values: readonly (readonly unknown[])[];
  /** Finds as many rows as the answer shows, which is checked. */
  readonly isExact: boolean;
  /**
   * `auto`: PostgreSQL plans once and for all when it thinks that no worse. `force_custom_plan`: for its values each
   * time, because a plan for the average contact is bad for this one.
   */
  readonly planning: "auto" | "force_custom_plan";
}

export interface Reading {
  readonly aim: Aim;
  readonly paths: readonly string[];
  readonly floor: Floor;
  /** How many requests; the paths are gone through again and again. */
  readonly count: number;
}

/** Sends requests one after the other, each followed by the floor of another one, so that both see the same weather. */
export async function measureReads(
  bench: Bench,
  reading: Reading,
): Promise<Omit<Measurement, "name" | "title">> {
  const { paths, floor, count, aim } = reading;
  await bench.owner.query(`set plan_cache_mode = ${floor.planning}`);
  if (floor.isExact) await compareAnswers(bench, reading);
  const http: number[] = [];
  const raw: number[] = [];
  const warmUps = Math.ceil(count / 10);
  let before = await usageOf(bench);
  for (let index = -warmUps; index < count; index += 1) {
    bench.signal.throwIfAborted();
    if (index === 0) before = await usageOf(bench);
    const turn = (index + warmUps) % paths.length;
    const { elapsedMs } = await bench.client.send({ path: paths[turn]! });
    const { elapsedMs: rawMs } = await runFloor(bench, floor, (turn + (paths.length >> 1)) % paths.length);
    if (index < 0) continue;
    http.push(elapsedMs);
    raw.push(rawMs);
  }
  const used = perRequest(before, await usageOf(bench), count);
  return { aim, http: figuresOf(http), floor: figuresOf(raw), ...used };
}

/** A floor that answers less than the program would flatter nobody. */
async function compareAnswers(bench: Bench, { paths, floor }: Reading): Promise<void> {
  const { body } = await bench.client.send({ path: paths[0]! });
  const { items } = JSON.parse(body) as { items: unknown[] };
  const { rows } = await runFloor(bench, floor, 0);
  // Lists fetch one row more than they show.
  if (Math.min(rows, 50) !== items.length)
    throw new Error(`${paths[0]} shows ${items.length} rows, its floor finds ${rows}`);
}

async function runFloor(
  { owner }: Bench,
  floor: Floor,
  turn: number,
): Promise<{ elapsedMs: number; rows: number }> {
  const start = performance.now();
  const { rowCount } = await owner.query({
    name: nameOfStatement(floor.sql),
    text: floor.sql,
    values: [...floor.values[turn]!],
  });
  return { elapsedMs: performance.now() - start, rows: rowCount ?? 0 };
}

const statementNames = new Map<string, string>();

/** The name a statement is prepared under, short and the same each time. */
export function nameOfStatement(sql: string): string {
  const name = statementNames.get(sql) ?? `floor${statementNames.size + 1}`;
  statementNames.set(sql, name);
  return name;
}

export async function usageOf({ client }: Bench): Promise<Usage> {
  return readUsage(await client.metrics());
}

export function perRequest(before: Usage, after: Usage, count: number) {
  return {
    statementsPerRequest: (after.statements - before.statements) / count,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / count,
  };
}

/** Sends requests from several clients at once, each waiting for its answer before it sends the next. */
export async function sendFrom(
  bench: Bench,
  requests: readonly HttpRequest[],
  clients: number,
): Promise<{ elapsedMs: number[]; wallMs: number }> {
  const elapsedMs: number[] = [];
  const waiting = requests.values();
  const start = performance.now();
  const work = async () => {
    for (const request of waiting) {
      bench.signal.throwIfAborted();
      elapsedMs.push((await bench.client.send(request)).elapsedMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return { elapsedMs, wallMs: performance.now() - start };
}
