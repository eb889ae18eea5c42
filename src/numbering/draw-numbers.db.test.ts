import { type Insertable, sql } from "kysely";
import { describe, expect, vi } from "vitest";
import type { Db, Tx } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { drawFreeNumbers, drawNumbers } from "./draw-numbers.commands.ts";
import type { NumberingTables } from "./numbering.tables.ts";

type Line = Insertable<NumberingTables["number_series_lines"]>;

const today = "2026-11-25";

/** A series with one line from C00001 on. */
async function aSeries(
  db: Db,
  code: string,
  line: Partial<Line> = {},
  allowAutomatic = true,
): Promise<number> {
  const { id } = await db
    .insertInto("number_series")
    .values({ code, description: null, allow_automatic: allowAutomatic })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("number_series_lines")
    .values({
      series_id: id,
      starting_date: "2026-01-01",
      starting_no: "C00001",
      ending_no: null,
      warning_no: null,
      last_no_used: null,
      ...line,
    })
    .execute();
  return id;
}

async function lastNoUsed(db: Db, id: number) {
  const line = await db
    .selectFrom("number_series_lines")
    .select("last_no_used")
    .where("series_id", "=", id)
    .executeTakeFirstOrThrow();
  return line.last_no_used;
}

async function waitingForLocks(owner: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
  return rows[0]!.waiting;
}

describe("drawing numbers", () => {
  test("continues where the last draw ended", async ({ ctx }) => {
    const id = await aSeries(ctx.db, "CONT");
    const tx = ctx.db as Tx;

    expect(await drawNumbers(tx, id, today, 2)).toEqual({ numbers: ["C00001", "C00002"], warning: false });
    expect(await drawNumbers(tx, id, today, 1)).toEqual({ numbers: ["C00003"], warning: false });
    expect(await lastNoUsed(ctx.db, id)).toBe("C00003");
  });

  test("uses the line that began last", async ({ ctx }) => {
    const id = await aSeries(ctx.db, "CONT", { starting_date: "2025-01-01", starting_no: "A1" });
    const next = { series_id: id, ending_no: null, warning_no: null, last_no_used: null };
    await ctx.db
      .insertInto("number_series_lines")
      .values([
        { ...next, starting_date: "2026-11-25", starting_no: "B1" },
        { ...next, starting_date: "2026-11-26", starting_no: "C1" },
      ])
      .execute();
    const tx = ctx.db as Tx;

    expect((await drawNumbers(tx, id, "2026-11-24", 1)).numbers).toEqual(["A1"]);
    expect((await drawNumbers(tx, id, today, 1)).numbers).toEqual(["B1"]);
  });

  test("warns, and refuses beyond the end without using anything up", async ({ ctx }) => {
    const id = await aSeries(ctx.db, "CONT", { starting_no: "C8", ending_no: "C9", warning_no: "C9" });
    const tx = ctx.db as Tx;

    await expect(drawNumbers(tx, id, today, 3)).rejects.toMatchObject({
      code: "no_series_exhausted",
      status: 409,
      values: { key: "CONT" },
    });
    expect(await drawNumbers(tx, id, today, 1)).toEqual({ numbers: ["C8"], warning: false });
    expect(await drawNumbers(tx, id, today, 1)).toEqual({ numbers: ["C9"], warning: true });
    await expect(drawNumbers(tx, id, today, 1)).rejects.toMatchObject({ code: "no_series_exhausted" });
  });

  test("needs a line that is open and a series that allows it", async ({ ctx }) => {
    const closed = await aSeries(ctx.db, "CLOSED", { open: false });
    const manual = await aSeries(ctx.db, "MANUAL", {}, false);
    const uncountable = await aSeries(ctx.db, "WORD", { last_no_used: "ABC" });
    const tx = ctx.db as Tx;

    await expect(drawNumbers(tx, closed, today, 1)).rejects.toMatchObject({ code: "no_series_no_line" });
    await expect(drawNumbers(tx, manual, today, 1)).rejects.toMatchObject({ code: "automatic_no" });
    await expect(drawNumbers(tx, uncountable, today, 1)).rejects.toMatchObject({
      code: "no_series_not_countable",
    });
  });

  test("in twenty transactions at once gives every number once", async ({ database: { db } }) => {
    const id = await aSeries(db, "PARALLEL");

    const drawn = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        db.transaction().execute((tx) => drawNumbers(tx, id, today, 1 + (index % 3))),
      ),
    );

    const numbers = drawn.flatMap((draw) => draw.numbers).sort();
    expect(numbers).toHaveLength(39);
    expect(new Set(numbers).size).toBe(39);
    expect(numbers.at(-1)).toBe("C00039");
  });

  test("falls back to the line before when the latest is closed while the draw waits", async ({
    database: { db, owner },
  }) => {
    const id = await aSeries(db, "CLOSING", { starting_no: "A1" });
    await db
      .insertInto("number_series_lines")
      .values({
        series_id: id,
        starting_date: today,
        starting_no: "B1",
        ending_no: null,
        warning_no: null,
        last_no_used: null,
      })
      .execute();
    const closing = await db.startTransaction().execute();
    await closing
      .updateTable("number_series_lines")
      .set({ open: false })
      .where("starting_no", "=", "B1")
      .execute();

    const waiting = db.transaction().execute((tx) => drawNumbers(tx, id, today, 1));
    await vi.waitFor(async () => expect(await waitingForLocks(owner)).toBe(1));
    await closing.commit().execute();

    expect((await waiting).numbers).toEqual(["A1"]);
  });

  test("of a transaction that failed are given again", async ({ database: { db } }) => {
    const id = await aSeries(db, "FAILED");
    const failing = db.transaction().execute(async (tx) => {
      await drawNumbers(tx, id, today, 5);
      throw new Error("something else went wrong");
    });
    await expect(failing).rejects.toThrow("something else");

    const again = await db.transaction().execute((tx) => drawNumbers(tx, id, today, 1));

    expect(again.numbers).toEqual(["C00001"]);
  });
});

describe("drawing free numbers", () => {
  test("skips those in use in few looks and stops at the last one given", async ({ ctx }) => {
    const id = await aSeries(ctx.db, "CONT");
    const tx = ctx.db as Tx;
    await ctx.db
      .insertInto("contact_numbers")
      .values(
        Array.from({ length: 1_000 }, (_, index) => ({
          no: `C${String(index + 1).padStart(5, "0")}`,
          contact_id: index,
        })),
      )
      .execute();
    let looks = 0;

    const drawn = await drawFreeNumbers(tx, { seriesId: id, today, count: 2 }, async (numbers) => {
      looks += 1;
      const rows = await ctx.db
        .selectFrom("contact_numbers")
        .select("no")
        .where("no", "in", numbers)
        .execute();
      return rows.map((row) => row.no);
    });

    expect(drawn).toEqual({ numbers: ["C01001", "C01002"], warning: false });
    expect(looks).toBeLessThan(12);
    expect(await lastNoUsed(ctx.db, id)).toBe("C01002");
  });

  test("gives the last numbers of a series that looking further ahead would exceed", async ({ ctx }) => {
    const id = await aSeries(ctx.db, "CONT", { starting_no: "C1", ending_no: "C5", warning_no: "C5" });
    const tx = ctx.db as Tx;

    const drawn = await drawFreeNumbers(tx, { seriesId: id, today, count: 3 }, async () => ["C2", "C3"]);

    expect(drawn).toEqual({ numbers: ["C1", "C4", "C5"], warning: true });
    await expect(
      drawFreeNumbers(tx, { seriesId: id, today, count: 1 }, async () => []),
    ).rejects.toMatchObject({
      code: "no_series_exhausted",
    });
  });
});
