/**
 * Runs everything that `npm test` promises, in order; `fast` is what `npm run check` runs.
 *
 * A failing stage does not hide the cheap ones after it; the browser and the faults wait until the rest is right.
 * The last line is a line of its own for other programs to read: `<n> passed, <n> failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OLDEST, whyNoOldestPostgres } from "./lib/debian-postgres.mjs";
import { root, withProjectNode } from "./lib/run.mjs";

const checks = [
  { name: "lint and format", command: ["biome", "check", "."] },
  { name: "types of the server", command: ["tsc", "--noEmit", "-p", "tsconfig.server.json"] },
  { name: "types of the web UI", command: ["tsc", "--noEmit", "-p", "tsconfig.web.json"] },
  { name: "rules", tests: ["--project", "rules"] },
];
const costly = [
  { name: "database (embedded PostgreSQL 18)", tests: ["--project", "database"] },
  {
    name: `API on PostgreSQL ${OLDEST}`,
    tests: ["--project", "database", ".api.test.ts"],
    env: { RAPPORT_TEST_POSTGRES: OLDEST },
    whyNot: whyNoOldestPostgres,
  },
  { name: "end to end (Chromium)", tests: ["--project", "e2e"], onlyIfAllRight: true },
  { name: "faults", tests: ["--project", "faults"], onlyIfAllRight: true },
];

const reports = mkdtempSync(path.join(tmpdir(), "rapport-tests-"));
const results = [];
try {
  for (const stage of process.argv[2] === "fast" ? checks : [...checks, ...costly])
    results.push(runStage(stage));
} finally {
  rmSync(reports, { recursive: true, force: true });
}
conclude();

function runStage(stage) {
  process.stdout.write(`\n━━ ${stage.name}\n`);
  const because =
    stage.whyNot?.() ?? (stage.onlyIfAllRight && results.some(isBad) ? "earlier stages failed" : undefined);
  if (because) return { ...stage, passed: 0, failed: 0, seconds: 0, skippedBecause: because };

  const report = path.join(reports, `${results.length}.json`);
  const command = stage.command ?? [
    "vitest",
    "run",
    ...stage.tests,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const startedAt = Date.now();
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    env: { ...withProjectNode(), ...stage.env },
    stdio: "inherit",
  });
  const seconds = (Date.now() - startedAt) / 1000;
  return { ...stage, seconds, ...(stage.command ? countCheck(status) : countTests(status, report)) };
}

/** A check has no tests to count: it is one failure or nothing. */
function countCheck(status) {
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/** A run that fails without a failing test, or in which nothing ran, counts as one failure. */
function countTests(status, report) {
  const told = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  const passed = told?.numPassedTests ?? 0;
  const failed = told?.numFailedTests ?? 0;
  const skipped = told?.numPendingTests ?? 0;
  const isRight = status === 0 && failed === 0 && passed > 0;
  return { passed, skipped, failed: isRight ? 0 : Math.max(failed, 1) };
}

function isBad(result) {
  return result.failed > 0;
}

function conclude() {
  const sum = (pick) => results.reduce((total, result) => total + (pick(result) ?? 0), 0);
  process.stdout.write("\n━━ summary\n");
  for (const result of results) process.stdout.write(`${describe(result)}\n`);
  const [passed, failed] = [sum((result) => result.passed), sum((result) => result.failed)];
  if (passed === 0) process.stdout.write("no test was run\n");
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

function describe({ name, passed, failed, skipped, seconds, skippedBecause, tests }) {
  if (skippedBecause) return `–  ${name}: skipped, ${skippedBecause}`;
  const counts = tests ? `: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}` : "";
  return `${failed ? "✗" : "✓"}  ${name}${counts} (${seconds.toFixed(1)} s)`;
}
