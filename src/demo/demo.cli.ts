import { Option } from "commander";
import type { RegisterCommands } from "#platform/command-line.ts";
import { Conflict } from "#platform/errors.ts";
import type { DemoLanguage } from "./demo.types.ts";
import { isEmpty, loadDemo } from "./load-demo.commands.ts";

/** `rapport demo`: fills an empty database with the invented company. */
export const registerDemoCommand: RegisterCommands = (program, run) => {
  program
    .command("demo")
    .description("Fill an empty database with the demo company")
    .addOption(
      new Option("--language <language>", "language of the set-up's texts")
        .choices(["en", "fi"])
        .default("en"),
    )
    .action(
      run(async ({ ctx, print }, { language }: { language: DemoLanguage }) => {
        if (!(await isEmpty(ctx))) throw new Conflict("demo_needs_empty_database");
        const { companies, persons, interactions } = await loadDemo(ctx, language);
        print(`${companies} companies, ${persons} people, ${interactions} interactions`);
      }),
    );
};
