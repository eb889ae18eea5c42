import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#app/testing.ts";

test("a connection that breaks within a transaction fails the transaction, not the program", async ({
  database,
}) => {
  const transaction = await database.db.startTransaction().execute();
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);

  await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.owner);
  await sleep(200);

  await expect(sql`select 1`.execute(transaction)).rejects.toThrow();
  await transaction
    .rollback()
    .execute()
    .catch(() => undefined);
  expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
});
