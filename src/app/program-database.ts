import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Db } from "#app/database.ts";
import type { KeyAllocator } from "#platform/db/number-blocks.ts";
import { openDatabase } from "#platform/db/open.ts";
import { runtimeRole } from "#platform/db/roles.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#platform/postgres/index.ts";
import type { Config } from "./config.ts";
import { migrateDatabase } from "./migrations.ts";

/** The database the program works on, its own or that of `DATABASE_URL`. */
export interface ProgramDatabase {
  /** As the runtime role. */
  readonly db: Db;
  readonly keys: KeyAllocator;
  /** As the owner of the schema. */
  readonly ownerUrl: string;
  readonly embedded: EmbeddedPostgres | null;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly owner: "server" | "command";
  /** Bring the schema up to date first. */
  readonly migrate: boolean;
  readonly note: (line: string) => void;
  readonly onPoolError?: (error: Error) => void;
}

/** How long a database server that is just starting is waited for. */
const PATIENCE_MS = { server: 60_000, command: 2_000 };

/** How long connections that are at work may take when the program stops. */
const LEAVE_MS = 2_000;

/** Starts or finds the database, waits for it, migrates it and opens the pool of the runtime role. */
export async function openProgramDatabase(
  config: Pick<Config, "databaseUrl" | "dataFolder" | "databaseConnections">,
  { owner, migrate, note, onPoolError }: OpenOptions,
): Promise<ProgramDatabase> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataFolder: config.dataFolder, log: note, owner });
  const ownerUrl = config.databaseUrl ?? embedded!.connectionString;
  try {
    if (!embedded) await waitForServer(ownerUrl, PATIENCE_MS[owner], note);
    if (migrate) {
      const names = await migrateDatabase(ownerUrl);
      if (names.length > 0) note(`database brought up to date: ${names.join(", ")}`);
    }
    const pool = openDatabase({
      connectionString: ownerUrl,
      role: runtimeRole,
      maxConnections: owner === "server" ? config.databaseConnections : 4,
      applicationName: `rapport-${owner}`,
      ...(onPoolError && { onError: onPoolError }),
    });
    const close = async () => {
      // Whoever still waits for an answer of the database after this is cut off.
      await Promise.race([pool.close(), sleep(LEAVE_MS, undefined, { ref: false })]);
      await embedded?.stop();
    };
    return { db: pool.db, keys: pool.keys, ownerUrl, embedded, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Not up yet: refused, cut off while it starts, or its name not known yet. */
const notYet = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "57P03"]);

async function waitForServer(url: string, patienceMs: number, note: (line: string) => void): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code || !notYet.has(code) || Date.now() > deadline) throw error;
      if (attempt === 1) note("waiting for the database server");
      await sleep(500);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
