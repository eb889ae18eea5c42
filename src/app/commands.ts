import { Command } from "commander";
import { registerBenchCommand } from "#bench/bench.cli.ts";
import { registerDemoCommand } from "#demo/index.ts";
import { registerImportCommands } from "#imports/imports.cli.ts";
import type { RegisterCommands } from "#platform/command-line.ts";
import { registerUserCommands } from "#users/users.cli.ts";
import { registerBackupCommands } from "./backup/backup.cli.ts";
import { registerDoctor } from "./doctor/doctor.cli.ts";
import { migrateDatabase } from "./migrations.ts";
import { print, reporting, runBare, runCommand } from "./run-command.ts";
import { version } from "./version.ts";

/** Every module's commands. */
const modules: readonly RegisterCommands[] = [
  registerDemoCommand,
  registerUserCommands,
  registerImportCommands,
  registerBenchCommand,
];

/** The whole command line. */
export function buildProgram(): Command {
  const program = new Command("rapport")
    .description("Rapport: every interaction with your contacts in one place")
    .version(version)
    .showHelpAfterError("(add --help for help)");
  program
    .command("start")
    .description("Start the server: the database, the API, the web UI and the jobs")
    .action(
      reporting(async () => {
        // The server's libraries are not for every command to load.
        const { runServer } = await import("./start.ts");
        await runServer();
      }),
    );
  program
    .command("migrate")
    .description("Bring the database up to date and print the migrations that were run")
    .action(
      runBare(async ({ ownerUrl }) => {
        for (const name of await migrateDatabase(ownerUrl)) print(name);
      }),
    );
  registerDoctor(program);
  registerBackupCommands(program);
  for (const register of modules) register(program, runCommand);
  return program;
}
