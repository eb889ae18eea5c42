import type { RunCommand } from "#platform/command-line.ts";
import { type Config, readConfig } from "./config.ts";
import { explainError } from "./explain-error.ts";
import { openProgramDatabase, type ProgramDatabase } from "./program-database.ts";
import { systemContext } from "./system-context.ts";

/** The result of a command; nothing else goes to stdout. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a person may want to know. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What the program's own commands get: the database as it is, migrated or not. */
export interface BareSession extends Omit<ProgramDatabase, "close"> {
  readonly config: Config;
}

/** Makes an action of work that reports its failure in one line and exit code 1. */
export function reporting<Arguments extends unknown[]>(
  work: (...args: Arguments) => Promise<void>,
): (...args: Arguments) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      note(explainError(error));
      if (process.env.RAPPORT_LOG_LEVEL === "debug" && error instanceof Error) note(error.stack ?? "");
      process.exitCode = 1;
    }
  };
}

/** Runs work on the database as it is. */
export function runBare<Arguments extends unknown[]>(
  work: (session: BareSession, ...args: Arguments) => Promise<void>,
): (...args: Arguments) => Promise<void> {
  return reporting((...args) => withDatabase(false, (session) => work(session, ...args)));
}

/** Runs a module's command on the migrated database. */
export const runCommand: RunCommand = (work) =>
  reporting((...args) =>
    withDatabase(true, async ({ db, ownerUrl, embedded, config }) => {
      const session = {
        ctx: await systemContext(db),
        ownerUrl,
        embedded,
        baseUrl: publicUrl(config),
        dataFolder: config.dataFolder,
        print,
        note,
      };
      await work(session, ...args);
    }),
  );

/** Where people reach the server as far as the settings tell. */
export function publicUrl({ baseUrl, host, port }: Pick<Config, "baseUrl" | "host" | "port">): string {
  if (baseUrl) return baseUrl;
  const isEverywhere = host === "0.0.0.0" || host === "::";
  return `http://${isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function withDatabase(migrate: boolean, work: (session: BareSession) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const { close, ...database } = await openProgramDatabase(config, {
    owner: "command",
    migrate,
    note: quietly,
  });
  // Whoever interrupts a command should not leave a database running behind.
  const interrupt = () => {
    void (database.embedded?.stop() ?? Promise.resolve()).finally(() => process.exit(130));
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await work({ ...database, config });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await close();
  }
}

/** Starting and stopping of the database is of no interest to whoever runs a command. */
function quietly(line: string): void {
  if (process.env.RAPPORT_LOG_LEVEL === "debug") note(line);
}
