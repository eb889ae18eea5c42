import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CommandFailed } from "#platform/command-line.ts";
import { measures } from "./measures/index.ts";
import { printReport } from "./report.ts";
import { runBench } from "./run-bench.ts";

const options = {
  scale: "small",
  only: null,
  folder: null,
  plansFile: null,
  note: () => {},
  signal: new AbortController().signal,
} as const;

test("a trial measures everything and prints a row for each measure", { timeout: 180_000 }, async () => {
  const result = await runBench(options);

  expect(result.failures).toEqual([]);
  const rows = printReport(result)
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const titles = rows.slice(2).map((row) => row.split("|")[1]!.trim());
  expect(titles).toEqual(measures.map(({ title }) => title));
  const creation = result.measurements.find(({ name }) => name === "create-1")!;
  expect(creation.statementsPerRequest).toBeGreaterThan(0);
  expect(creation.statementsPerRequest).toBeLessThanOrEqual(12);
});

test("a folder with another database in it is left alone", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "rapport-bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, "postgres", "cluster"), { recursive: true });

  await expect(runBench({ ...options, folder })).rejects.toThrow(CommandFailed);
});

test("a measure that does not exist is named beside those that do", async () => {
  await expect(runBench({ ...options, only: ["timelines"] })).rejects.toThrow(/timelines.*timeline-heavy/);
});
