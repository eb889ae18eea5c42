import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { CommandFailed } from "#platform/command-line.ts";
import { type ScaleName, scaleNames } from "./scales.ts";

interface BenchCommandOptions {
  readonly scale: ScaleName;
  readonly only?: string;
  readonly json?: string;
  readonly data?: string;
  readonly plans?: string;
}

/** `rapport bench`: has a database of its own, whatever the settings say. */
export function registerBenchCommand(program: Command): void {
  program
    .command("bench")
    .description("Measure the program beside the raw SQL floor, on invented data in a database of its own")
    .addOption(
      new Option(
        "--scale <scale>",
        "1m: 200,000 contacts and 1,000,000 log entries; 1m-contacts: 1,000,000 of each; 10m: 1,000,000 contacts and 10,000,000 entries; small: a trial",
      )
        .choices(scaleNames)
        .default("1m"),
    )
    .option("--only <names>", "only these measures, separated by commas")
    .option("--json <file>", "write the figures there too")
    .option("--data <folder>", "keep the data there, and use them again in the next run")
    .option("--plans <file>", "write there how PostgreSQL runs the statements (EXPLAIN ANALYZE)")
    .action(async (options: BenchCommandOptions) => {
      const interruption = new AbortController();
      const interrupt = () => interruption.abort();
      process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
      try {
        await measure(options, interruption.signal);
      } catch (error) {
        const isExpected = error instanceof CommandFailed;
        const reason = isExpected ? error.message : `The measurement failed: ${(error as Error).stack}`;
        process.stderr.write(interruption.signal.aborted ? "interrupted\n" : `${reason}\n`);
        process.exitCode = interruption.signal.aborted ? 130 : 1;
      } finally {
        process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      }
    });
}

async function measure(
  { scale, only, json, data, plans }: BenchCommandOptions,
  signal: AbortSignal,
): Promise<void> {
  // Not for every command to load.
  const { runBench } = await import("./run-bench.ts");
  const { printReport } = await import("./report.ts");
  const result = await runBench({
    scale,
    only: only?.split(",").map((name) => name.trim()) ?? null,
    folder: data ?? null,
    plansFile: plans ?? null,
    note: (line) => process.stderr.write(`${line}\n`),
    signal,
  });
  process.stdout.write(`${printReport(result)}\n`);
  for (const failure of result.failures) process.stderr.write(`not measured: ${failure}\n`);
  if (result.failures.length > 0) process.exitCode = 1;
  if (json) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
}
