import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { DATABASE, SUPERUSER } from "./cluster.ts";
import { PostgresStartError } from "./errors.ts";

const LOOK_AGAIN_MS = 50;
const ANSWER_MS = 5_000;
const CREATE_MS = 120_000;
const LEAVE_MS = 1_000;
const WRONG_PASSWORD = "28P01";
const DUPLICATE_DATABASE = "42P04";

/** The address of a database of an embedded PostgreSQL. */
export function addressOf(port: number, password: string, database: string = DATABASE): string {
  // Said here, because the environment may ask for TLS, which a loopback connection has not.
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/**
 * Waits until PostgreSQL lets us in; recovery after a crash takes its time.
 *
 * @param options.silenceMs how long it may say nothing at all; "not yet" is an answer
 * @returns "ready"; "gone" when `isAlive` says so first; "silent" when a time is over
 * @throws PostgresStartError `password_lost` when our password is not the cluster's
 */
export async function waitUntilReady(options: {
  port: () => number | null;
  password: string;
  isAlive: () => boolean | Promise<boolean>;
  timeoutMs: number;
  silenceMs?: number;
}): Promise<"ready" | "gone" | "silent"> {
  const { timeoutMs, silenceMs = timeoutMs } = options;
  const deadline = Date.now() + timeoutMs;
  let answeredAt = Date.now();
  while (Date.now() < Math.min(deadline, answeredAt + silenceMs)) {
    if (!(await options.isAlive())) return "gone";
    const port = options.port();
    const answer = port === null ? "nothing" : await knock(port, options.password);
    if (answer === "come in") return "ready";
    if (answer === "not yet") answeredAt = Date.now();
    await sleep(LOOK_AGAIN_MS);
  }
  return "silent";
}

async function knock(port: number, password: string): Promise<"come in" | "not yet" | "nothing"> {
  try {
    await withClient(addressOf(port, password, "postgres"), (client) => client.query("select 1"), ANSWER_MS);
    return "come in";
  } catch (error) {
    if (!(error instanceof DatabaseError)) return "nothing";
    if (error.code !== WRONG_PASSWORD) return "not yet";
    throw new PostgresStartError(
      "password_lost",
      "The embedded PostgreSQL does not accept the password kept in the data folder (postgres/password). Put back the file that belongs to this database.",
      error,
    );
  }
}

/** Makes the database of Rapport unless it is there. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  await withClient(
    addressOf(port, password, "postgres"),
    async (client) => {
      const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
      if (found.rowCount !== 0) return;
      try {
        await client.query(`create database "${DATABASE}"`);
      } catch (error) {
        if (!(error instanceof DatabaseError && error.code === DUPLICATE_DATABASE)) throw error;
      }
    },
    CREATE_MS,
  );
}

async function withClient<T>(
  address: string,
  work: (client: Client) => Promise<T>,
  answerMs: number,
): Promise<T> {
  const client = new Client({
    connectionString: address,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: answerMs,
    application_name: "rapport supervisor",
  });
  // A connection that is cut while idle tells so by an event; the next query tells it again.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    // A server that hangs does not take leave either.
    await Promise.race([client.end(), sleep(LEAVE_MS, undefined, { ref: false })]);
  }
}
