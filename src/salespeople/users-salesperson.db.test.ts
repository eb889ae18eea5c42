import { describe, expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { countingStatements } from "#platform/db/statistics.ts";
import { findUsersSalesperson } from "./salespeople.queries.ts";

async function aSalesperson({ db }: Context, code: string, email: string | null): Promise<number> {
  const { id } = await db
    .insertInto("salespeople")
    .values({ code, name: null, job_title: null, email, email2: null, phone_no: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function asUser(ctx: Context, email: string | null, salespersonId: number | null): Context {
  return { ...ctx, actor: { ...ctx.actor, kind: "user", email, salespersonId } };
}

describe("the user's salesperson", () => {
  test("is found by the login e-mail, else by the mapping, in one statement", async ({ ctx }) => {
    await aSalesperson(ctx, "AK", "Aino@firm.example");
    const mapped = await aSalesperson(ctx, "OH", null);
    const count = { statements: 0 };

    const byEmail = await countingStatements(count, () =>
      findUsersSalesperson(asUser(ctx, "aino@FIRM.example", mapped)),
    );
    const byMapping = await findUsersSalesperson(asUser(ctx, "priya@firm.example", mapped));

    expect(byEmail).toMatchObject({ code: "AK", blocked: false, privacyBlocked: false });
    expect(count.statements).toBe(1);
    expect(byMapping?.code).toBe("OH");
  });

  test("is the mapped one where two have the login e-mail", async ({ ctx }) => {
    await aSalesperson(ctx, "A1", "aino@firm.example");
    const mapped = await aSalesperson(ctx, "A2", "aino@firm.example");

    expect((await findUsersSalesperson(asUser(ctx, "aino@firm.example", mapped)))?.code).toBe("A2");
    expect(await findUsersSalesperson(asUser(ctx, "aino@firm.example", null))).toBeNull();
  });

  test("is nobody for a caller without e-mail and mapping, and costs nothing", async ({ ctx }) => {
    await aSalesperson(ctx, "NN", null);
    const count = { statements: 0 };

    expect(await countingStatements(count, () => findUsersSalesperson(asUser(ctx, null, null)))).toBeNull();
    expect(count.statements).toBe(0);
  });
});
