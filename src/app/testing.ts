import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { test as base, inject } from "vitest";
import type { Context, Db } from "#app/database.ts";
import { systemActor } from "#platform/context.ts";
import { KeyAllocator } from "#platform/db/number-blocks.ts";
import { openDatabase } from "#platform/db/open.ts";
import { runtimeRole } from "#platform/db/roles.ts";
import type { Api } from "#platform/http/serve.ts";
import { createToken } from "#users/index.ts";
import type { Right, Role } from "#users/rights.rules.ts";
import { migrateDatabase, migrations } from "./migrations.ts";
import { type App, createApp } from "./server.ts";
import { subscribeAll } from "./subscriptions.ts";

const templateLock = 7_244_001;

/** The migrated database that every test file gets a copy of; made once per run. */
async function ensureTemplate(postgresUrl: string): Promise<string> {
  const name = `rapport_template_${Object.keys(migrations).length}`;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  try {
    // Test files run side by side: the first one makes the template, the others wait.
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const { rowCount } = await client.query("select from pg_database where datname = $1 and datistemplate", [
      name,
    ]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}`);
      await client.query(`create database ${name}`);
      await migrateDatabase(withDatabase(postgresUrl, name));
      await client.query(`alter database ${name} is_template true`);
    }
  } finally {
    await client.end();
  }
  return name;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

export interface TestDatabase {
  /** As the program sees it: the runtime role. */
  readonly db: Db;
  readonly keys: KeyAllocator;
  /** As the owner of the schema. */
  readonly owner: Db;
  readonly url: string;
  close(): Promise<void>;
}

/** A fresh copy of the migrated database, dropped on close. */
export async function openTestDatabase(): Promise<TestDatabase> {
  subscribeAll();
  const postgresUrl = inject("postgresUrl");
  const template = await ensureTemplate(postgresUrl);
  const name = `rapport_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(postgresUrl, `create database ${name} template ${template}`);
  const url = withDatabase(postgresUrl, name);
  const runtime = openDatabase({ connectionString: url, role: runtimeRole, maxConnections: 8 });
  const owner = openDatabase({ connectionString: url, maxConnections: 2 });
  return {
    db: runtime.db,
    keys: runtime.keys,
    owner: owner.db,
    url,
    close: async () => {
      await Promise.all([runtime.close(), owner.close()]);
      await onServer(postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A context for commands and queries under test. */
export function testContext(db: Db, overrides: Partial<Context> = {}): Context {
  return {
    db,
    actor: { ...systemActor, name: "TESTER", fullName: "Tessa Tester" },
    language: "en",
    now: new Date("2026-11-23T12:00:00Z"),
    timeZone: "Europe/Helsinki",
    requestId: "test-request",
    keys: new KeyAllocator(db),
    ...overrides,
  };
}

export interface TestAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Sends requests to the server under test, with the rights of a role. */
export interface TestClient {
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  delete(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
}

export interface TestApp extends TestDatabase {
  readonly api: App;
  /** Folder of the server's files, gone on close. */
  readonly dataFolder: string;
  /** The clock that the server under test reads. */
  readonly clock: { now: Date };
  /** A client with a token of the role; `null` = anonymous. */
  as(role: Role | null, narrowedTo?: readonly Right[]): Promise<TestClient>;
}

export async function openTestApp(): Promise<TestApp> {
  const database = await openTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "rapport-test-"));
  const clock = { now: new Date("2026-11-23T12:00:00Z") };
  const api = await createApp({
    db: database.db,
    keys: database.keys,
    config: {
      baseUrl: null,
      bodyLimitBytes: 2 * 1024 * 1024,
      dataFolder,
      uploadLimitBytes: 2 * 1024 * 1024,
      trustProxy: false,
      logLevel: "silent",
      secret: "a secret of at least thirty-two characters",
    },
    now: () => clock.now,
  });
  await api.server.ready();
  const tokens = new Map<string, string>();
  return {
    ...database,
    api,
    dataFolder,
    clock,
    async as(role, narrowedTo) {
      if (role === null) return clientWith(api, {});
      const key = `${role}:${narrowedTo?.join() ?? ""}`;
      if (!tokens.has(key)) {
        const token = await createToken(testContext(database.db), {
          name: `test ${key}`,
          role,
          narrowedTo: narrowedTo ?? null,
        });
        tokens.set(key, token.secret);
      }
      return clientWith(api, { authorization: `Bearer ${tokens.get(key)}` });
    },
    async close() {
      await api.server.close();
      await database.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}

/** Sent as it is; everything else as JSON. */
function isPayload(body: unknown): body is string | Buffer | Readable {
  return typeof body === "string" || Buffer.isBuffer(body) || body instanceof Readable;
}

export function clientWith(api: Api, common: Record<string, string>): TestClient {
  const send = async (
    method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body: unknown,
    headers = {},
  ) => {
    const answer = await api.server.inject({
      method,
      url: path.startsWith("/api") || path.startsWith("/healthz") ? path : `/api/v1${path}`,
      headers: { ...common, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && {
        payload: isPayload(body) ? body : JSON.stringify(body),
      }),
    });
    const isJson = /[/+]json/.test(String(answer.headers["content-type"] ?? ""));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.payload,
      bytes: answer.rawPayload,
      body: isJson && answer.payload ? JSON.parse(answer.payload) : undefined,
    };
  };
  return {
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
    patch: (path, body, headers) => send("PATCH", path, body, headers),
    put: (path, body, headers) => send("PUT", path, body, headers),
    delete: (path, headers) => send("DELETE", path, undefined, headers),
  };
}

/**
 * Tests with a server of their own per file (`app`), or with a context whose transaction is rolled back after each
 * test (`ctx`).
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures it needs from the pattern
  .extend("database", { scope: "file" }, async ({}, { onCleanup }) => {
    const database = await openTestDatabase();
    onCleanup(database.close);
    return database;
  })
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures it needs from the pattern
  .extend("app", { scope: "file" }, async ({}, { onCleanup }) => {
    const app = await openTestApp();
    onCleanup(app.close);
    return app;
  })
  .extend("ctx", async ({ database }, { onCleanup }) => {
    const transaction = await database.db.startTransaction().execute();
    onCleanup(async () => {
      await transaction.rollback().execute();
    });
    return testContext(transaction, { keys: new KeyAllocator(database.db) });
  });

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}
