import type { Command } from "commander";
import { print, runBare } from "../run-command.ts";
import { examine } from "./examine.ts";

/** `rapport doctor`. */
export function registerDoctor(program: Command): void {
  program
    .command("doctor")
    .description("Check the installation and the data; one line per check, exit code 1 when one fails")
    .action(
      runBare(async ({ ownerUrl, embedded, config }) => {
        const patient = { ownerUrl, dataFolder: config.dataFolder, isEmbedded: embedded !== null };
        const failed = await examine(patient, ({ name, ok, says }) =>
          print(`${ok ? "ok  " : "FAIL"} ${name}: ${says}`),
        );
        if (failed > 0) process.exitCode = 1;
      }),
    );
}
