import path from "node:path";
import { addressOf } from "./connect.ts";
import { PostgresStartError } from "./errors.ts";
import { tryLock } from "./file-lock.ts";
import { keepAlive } from "./keep-alive.ts";
import { layoutOf, prepareFolders } from "./layout.ts";
import { ensureRunning, inTransition, joinUsers, readPassword, stopUnlessUsed } from "./supervisor.ts";

export { type PostgresStartCode, PostgresStartError } from "./errors.ts";

/** A running PostgreSQL of our own, and our share in it. */
export interface EmbeddedPostgres {
  /** Of the database `rapport`, as its superuser. The same for as long as we hold it. */
  readonly connectionString: string;
  readonly port: number;
  /** Whether it ran before: left over from a killed process, or used by another one. */
  readonly adopted: boolean;
  /** Gives up our share. The last one out stops PostgreSQL. May be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** `RAPPORT_DATA`, absolute. PostgreSQL lives in its folder `postgres`. */
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /**
   * "server": the only one of its folder; starts PostgreSQL again when it dies.
   * "command": passes by; uses what runs, or starts and stops its own.
   */
  readonly owner: "server" | "command";
}

/**
 * Starts PostgreSQL 18 on `<RAPPORT_DATA>/postgres`, or joins the one that runs there.
 *
 * Who uses it is kept in file locks, which end with their process: a server and any number of commands share one
 * PostgreSQL, whoever came first, and the last one out stops it. One that a killed process left is found.
 *
 * @throws PostgresStartError; nothing is left running or half-made that the next start does not put right
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log, owner } = options;
  if (!path.isAbsolute(dataFolder)) throw new TypeError(`not an absolute path: ${dataFolder}`);
  refuseUnsupportedPlatform();
  const layout = layoutOf(dataFolder);
  prepareFolders(layout);

  const serverLock = owner === "server" ? tryLock(layout.serverLock, "exclusive") : undefined;
  if (owner === "server" && !serverLock) {
    throw new PostgresStartError(
      "already_running",
      `A Rapport server already runs on the data folder ${dataFolder}. Stop it first, or set RAPPORT_DATA to another folder.`,
    );
  }
  try {
    const { running, share } = await inTransition(layout, async () => {
      const running = await ensureRunning(layout, log);
      return { running, share: await joinUsers(layout) };
    });
    const keeper = owner === "server" ? keepAlive(layout, running, log) : undefined;
    const stopOnce = once(async () => {
      try {
        await keeper?.end();
        share.release();
        await inTransition(layout, () => stopUnlessUsed(layout, log));
      } finally {
        serverLock?.release();
      }
    });
    return {
      connectionString: addressOf(running.port, readPassword(layout)),
      port: running.port,
      adopted: running.adopted,
      stop: stopOnce,
    };
  } catch (error) {
    serverLock?.release();
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function refuseUnsupportedPlatform(): void {
  if (process.platform !== "win32") return;
  throw new PostgresStartError(
    "no_programs",
    "The embedded PostgreSQL runs on Linux and macOS. Set DATABASE_URL to a PostgreSQL of your own.",
  );
}
