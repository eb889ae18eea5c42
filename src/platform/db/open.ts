import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Database, Db } from "#app/database.ts";
import { KeyAllocator } from "./number-blocks.ts";
import { rowParsers } from "./parsers.ts";
import { openPool } from "./pool.ts";
import { prepareMarked } from "./prepared.ts";
import { countStatement } from "./statistics.ts";

export interface OpenDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Hands out keys over a connection of its own, so that transactions that hold all others cannot keep it waiting. */
  readonly keys: KeyAllocator;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  /** PostgreSQL role every connection works as: `runtimeRole` for the program, none for its owner. */
  readonly role?: string;
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** Called when an idle connection breaks, for example because the database was stopped. */
  readonly onError?: (error: Error) => void;
}

/** Opens a pool; the first query connects. */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const pool = openRowPool(options, options.maxConnections ?? 20);
  const db = openKysely(pool);
  const keysDb = openKysely(openRowPool(options, 1));
  return {
    db,
    pool,
    keys: new KeyAllocator(keysDb),
    close: async () => {
      await Promise.all([db.destroy(), keysDb.destroy()]);
    },
  };
}

function openRowPool(options: DatabaseOptions, maxConnections: number): pg.Pool {
  const settings = [options.role ? `-c role=${options.role}` : "", "-c timezone=UTC", "-c datestyle=ISO"];
  const pool = openPool(
    {
      connectionString: options.connectionString,
      max: maxConnections,
      application_name: options.applicationName ?? "rapport",
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      types: rowParsers,
      options: settings.filter(Boolean).join(" "),
    },
    options.onError,
  );
  pool.on("connect", prepareMarked);
  return pool;
}

function openKysely(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === "query") countStatement();
    },
  });
}
