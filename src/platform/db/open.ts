import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, Db } from "#app/database.ts";
import { rowParsers } from "./parsers.ts";
import { countStatement } from "./statistics.ts";

export interface OpenDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
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
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 20,
    application_name: options.applicationName ?? "rapport",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    types: rowParsers,
    options: [options.role ? `-c role=${options.role}` : "", "-c timezone=UTC", "-c datestyle=ISO"]
      .filter(Boolean)
      .join(" "),
  });
  pool.on("error", options.onError ?? (() => undefined));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === "query") countStatement();
    },
  });
  return { db, pool, close: () => db.destroy() };
}
