import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { openDatabase } from "./open.ts";
import { runtimeRole } from "./roles.ts";

describe("keys", () => {
  test("are handed out while transactions hold every connection of the pool", async ({ database }) => {
    const small = openDatabase({ connectionString: database.url, role: runtimeRole, maxConnections: 2 });
    const holding = [
      await small.db.startTransaction().execute(),
      await small.db.startTransaction().execute(),
    ];

    const few = await small.keys.take("entry");
    const many = await small.keys.take("entry", 1_000);

    expect(many).toBeGreaterThan(few);
    for (const transaction of holding) await transaction.rollback().execute();
    await small.close();
  });

  test("are never given twice, however many ask at once", async ({ database }) => {
    const blocks = await Promise.all(
      Array.from({ length: 250 }, async (_, index) => {
        const count = 1 + (index % 7);
        const first = await database.keys.take("entry", count);
        return Array.from({ length: count }, (_, offset) => first + offset);
      }),
    );

    const keys = blocks.flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});
