import { type Measurement, missedAims } from "./aims.rules.ts";
import type { Machine } from "./machine.ts";
import type { BenchResult } from "./run-bench.ts";

/** The result as Markdown that also reads well in a terminal. */
export function printReport(result: BenchResult): string {
  return [
    ...describe(result),
    "",
    ...table([headings, ...result.measurements.map(cells)]),
    "",
    ...result.measurements.flatMap(({ title, remark }) => (remark ? [`${title}: ${remark}.`] : [])),
    ...legend,
  ].join("\n");
}

function describe({ scale, data, machine, loaded, isDurable }: BenchResult): string[] {
  const times = loaded
    ? `loaded in ${seconds(loaded.contactsSeconds + loaded.logSeconds + loaded.vacuumSeconds)} (contacts ${seconds(loaded.contactsSeconds)}, log ${seconds(loaded.logSeconds)}, vacuum and analyze ${seconds(loaded.vacuumSeconds)})`
    : "loaded by an earlier run";
  return [
    `Scale ${scale}: ${whole(data.companies + data.people)} contacts, ${whole(data.entries)} log entries, ${machine.databaseGb} GB; ${times}.`,
    describeMachine(machine),
    isDurable
      ? "Commits are durable as in production (fsync on)."
      : "The data folder is in memory: commits cost less than on a disk.",
    `Program, database and load generator share the ${machine.cores} cores; load average before the first measure ${machine.loadAverage}.`,
  ];
}

function describeMachine({ cpu, cores, memoryGb, system, node, postgres }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB; ${system}; Node ${node}; PostgreSQL ${postgres}.`;
}

const headings = [
  "Measure",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "per s",
  "floor p50",
  "floor p99",
  "floor per s",
  "× p50",
  "× p99",
  "SQL",
  "CPU ms",
  "Aim",
];

function cells(measurement: Measurement): string[] {
  const { title, http, floor, statementsPerRequest, cpuMsPerRequest } = measurement;
  const missed = missedAims(measurement);
  return [
    title,
    short(http.p50Ms),
    short(http.p95Ms),
    short(http.p99Ms),
    whole(http.perSecond),
    short(floor.p50Ms),
    short(floor.p99Ms),
    whole(floor.perSecond),
    short(http.p50Ms / floor.p50Ms),
    short(http.p99Ms / floor.p99Ms),
    short(statementsPerRequest),
    short(cpuMsPerRequest),
    missed.length === 0 ? "met" : `missed: ${missed.join(", ")}`,
  ];
}

const legend = [
  "Floor: the least SQL for the same answer, prepared, over one connection, in the same run (docs/performance.md).",
  "× p50, × p99: the request over the floor. SQL, CPU ms: statements and processor time of the program per request.",
];

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (isText(column, row) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (isText(column, widths) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [head, ...body] = rows;
  return [line(head!), rule, ...body.map(line)];
}

/** The first and the last column. */
function isText(column: number, row: readonly unknown[]): boolean {
  return column === 0 || column === row.length - 1;
}

function short(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return value.toFixed(value < 9.95 ? 2 : value < 99.5 ? 1 : 0);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
