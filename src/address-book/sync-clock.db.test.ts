import { sql } from "kysely";
import pg from "pg";
import { test as base, expect, inject } from "vitest";
import { migrateDatabase } from "#app/migrations.ts";
import { openDatabase } from "#platform/db/open.ts";
import { runtimeRole } from "#platform/db/roles.ts";
import { readClock } from "./members.queries.ts";

const name = "rapport_plain_owner";
const password = "kaste-ja-kuura";

/** A database whose owner is no superuser and reads no statistics of others, as hosted databases have it. */
const test = base
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures it needs from the pattern
  .extend("url", async ({}, { onCleanup }) => {
    const admin = new pg.Client(inject("postgresUrl"));
    await admin.connect();
    const remove = async () => {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`drop role if exists ${name}`);
    };
    onCleanup(async () => {
      await remove();
      await admin.end();
    });
    await remove();
    await admin.query(`create role ${name} login password '${password}'`);
    await admin.query(`do $$ begin create role ${runtimeRole} nologin;
    exception when duplicate_object or unique_violation then null; end $$`);
    await admin.query(`grant ${runtimeRole} to ${name}`);
    await admin.query(`create database ${name} owner ${name}`);
    const url = new URL(inject("postgresUrl"));
    Object.assign(url, { pathname: name, username: name, password });
    return url.toString();
  });

test("an owner that is no superuser sees what the program has begun, and settles nothing behind it", async ({
  url,
}) => {
  await migrateDatabase(url);
  const program = openDatabase({ connectionString: url, role: runtimeRole, maxConnections: 3 });
  try {
    const { rows } = await sql<{ super: boolean; began: Date | null }>`
      select rolsuper as super from pg_roles where rolname = ${name}`.execute(program.db);
    const writing = await program.db.startTransaction().execute();
    const began = await sql<{ micros: string }>`
      select (extract(epoch from now()) * 1000000)::bigint::text as micros`.execute(writing);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const during = await sql<{ settled: string }>`
      select (extract(epoch from settled_until) * 1000000)::bigint::text as settled from address_book_clock()`.execute(
      program.db,
    );
    await writing.rollback().execute();
    const after = await sql<{ settled: string }>`
      select (extract(epoch from settled_until) * 1000000)::bigint::text as settled from address_book_clock()`.execute(
      program.db,
    );

    expect(rows[0]!.super).toBe(false);
    expect(Number(during.rows[0]!.settled)).toBe(Number(began.rows[0]!.micros) - 1_000_000);
    expect(Number(after.rows[0]!.settled)).toBeGreaterThan(Number(began.rows[0]!.micros));
    expect((await readClock(program.db)).identity).toMatch(/^\d+-\d+$/);
  } finally {
    await program.close();
  }
});
