import { existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { CommandFailed } from "#platform/command-line.ts";
import { note, print, runBare } from "../run-command.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** `rapport backup` and `rapport restore`. */
export function registerBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("Write one consistent snapshot of the database to a file and print its name")
    .argument("[file]", "rapport-<moment>.backup.gz unless given")
    .action(
      runBare(async ({ ownerUrl }, given: string | undefined) => {
        const file = path.resolve(given ?? defaultName());
        if (existsSync(file)) throw new CommandFailed(`${file} exists already. Give another name.`);
        const { tables, rows } = await writeBackup(ownerUrl, file).catch((error) => {
          throw asFileError(error, file);
        });
        note(`${rows} rows of ${tables} tables`);
        note(
          "Keep RAPPORT_SECRET, or the file secret in the data folder, besides: it is not part of the backup.",
        );
        print(file);
      }),
    );
  program
    .command("restore")
    .description("Restore a backup into an empty database, all of it or nothing")
    .argument("<file>", "as written by backup")
    .action(
      runBare(async ({ ownerUrl }, given: string) => {
        const file = path.resolve(given);
        await access(file, constants.R_OK).catch((error) => {
          throw asFileError(error, file);
        });
        const { tables, rows } = await restoreBackup(ownerUrl, file);
        print(`${rows} rows of ${tables} tables restored`);
      }),
    );
}

function defaultName(): string {
  return `rapport-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.backup.gz`;
}

function asFileError(error: NodeJS.ErrnoException, file: string): Error {
  switch (error.syscall ? error.code : undefined) {
    case "ENOENT":
      return new CommandFailed(`There is no ${error.path ?? file}.`);
    case "EACCES":
    case "EROFS":
    case "EISDIR":
      return new CommandFailed(`${file} cannot be used: ${error.message}.`);
    default:
      return error;
  }
}
