import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { prepared } from "./prepared.ts";

test("a marked statement is prepared once per connection and answers each time for its values", async ({
  ctx,
}) => {
  const half = (value: number) =>
    sql<{ half: number }>`${prepared} select ${value}::int / 2 as half`.execute(ctx.db);

  const answers = [await half(8), await half(20)].map(({ rows }) => rows[0]!.half);
  await sql`select 1 as unmarked`.execute(ctx.db);

  expect(answers).toEqual([4, 10]);
  const { rows } = await sql<{ statement: string }>`
    select statement from pg_prepared_statements where statement ~ 'half|unmarked'`.execute(ctx.db);
  expect(rows).toEqual([{ statement: "/* prepared */ select $1::int / 2 as half" }]);
});

test("a marked statement that fails can be sent again", async ({ database }) => {
  const divide = (by: number) =>
    sql<{ n: number }>`${prepared} select 6 / ${by}::int as n`.execute(database.db);

  await expect(divide(0)).rejects.toThrow(/division by zero/);
  expect((await divide(3)).rows).toEqual([{ n: 2 }]);
});
