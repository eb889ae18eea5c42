import { defineConfig } from "vitest/config";

const needDatabase = ["src/**/*.db.test.ts", "src/**/*.api.test.ts"];

/** The kinds of tests; `scripts/test.mjs` runs them in order. */
export default defineConfig({
  test: {
    projects: [
      {
        // Plain values in, plain values out.
        test: {
          name: "rules",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: needDatabase,
          testTimeout: 10_000,
        },
      },
      {
        // Beside a real PostgreSQL that is started once for all of them.
        test: {
          name: "database",
          include: needDatabase,
          globalSetup: ["tests/support/global-postgres.ts"],
          // Each file has a database of its own; the program is loaded once for all files of a worker.
          isolate: false,
          maxWorkers: "100%",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The whole program, in a browser.
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/global-web-build.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // The whole program, hurt.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
