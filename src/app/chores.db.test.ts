import { tmpdir } from "node:os";
import { expect } from "vitest";
import { chores } from "./chores.ts";
import { test } from "./testing.ts";

test("housekeeping tidies up as the program's own role", async ({ database }) => {
  const dayBeforeYesterday = new Date(Date.now() - 2 * 86_400_000).toISOString();
  await database.db
    .insertInto("idempotency_keys")
    .values({
      actor: "user:1",
      key: "old",
      request_hash: Buffer.alloc(1),
      status: 200,
      answer: null,
      headers: null,
      created_at: dayBeforeYesterday,
    })
    .execute();

  for (const chore of chores(database.db, { dataFolder: tmpdir() })) await chore.run();

  expect(await database.db.selectFrom("idempotency_keys").select("key").execute()).toEqual([]);
});
