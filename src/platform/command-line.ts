import type { Command } from "commander";
import type { Context } from "#app/database.ts";
import type { EmbeddedPostgres } from "./postgres/index.ts";

/** What a command works with: an open, migrated database, whether the server runs beside it or not. */
export interface CommandSession {
  /** The program itself as actor, the runtime role as database. */
  readonly ctx: Context;
  /** As the owner of the schema, for what the runtime role may not do. */
  readonly ownerUrl: string;
  /** Where people reach the server, for links; without a trailing slash. */
  readonly baseUrl: string;
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
  /** Set when the database is the embedded one. */
  readonly embedded: EmbeddedPostgres | null;
  /** One line of the result, on stdout: nothing else may go there. */
  print(line: string): void;
  /** What a person may want to know meanwhile, on stderr. */
  note(line: string): void;
}

/**
 * Turns the work of a command into an action of commander: opens the database, runs the work with the command's
 * arguments, closes everything. An error ends the command with one clear line and exit code 1.
 */
export type RunCommand = <Arguments extends unknown[]>(
  work: (session: CommandSession, ...args: Arguments) => Promise<void>,
) => (...args: Arguments) => Promise<void>;

/** How a module brings its commands: `src/app/commands.ts` lists these functions. */
export type RegisterCommands = (program: Command, run: RunCommand) => void;

/** Stops a command with one line for the person at the terminal and exit code 1. */
export class CommandFailed extends Error {}
