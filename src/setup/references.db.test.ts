import { describe, expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { countingStatements } from "#platform/db/statistics.ts";
import { Invalid } from "#platform/errors.ts";
import {
  codeOf,
  codesOfPage,
  lookUpCodes,
  refuseUnknownReferences,
  resolveReferences,
} from "./references.ts";

const fields = {
  salutationCode: "salutations",
  countryCode: "countries",
  languageCode: "languages",
  salespersonCode: "salespeople",
} as const;

async function someSetup({ db }: Context) {
  await db.insertInto("salutations").values({ code: "MS", description: "Woman" }).execute();
  await db.insertInto("languages").values({ code: "FI", name: "Finnish", locale: "fi-FI" }).execute();
  await db
    .insertInto("countries")
    .values({
      code: "FI",
      name: "Finland",
      iso_code: "FI",
      numeric_code: "246",
      address_format: null,
      vat_formats: ["FI########"],
    })
    .execute();
  await db
    .insertInto("salespeople")
    .values({
      code: "AK",
      name: "Aino",
      job_title: null,
      email: null,
      email2: null,
      phone_no: null,
      privacy_blocked: true,
    })
    .execute();
}

describe("references", () => {
  test("of one record are resolved in one statement, with what the rules need to know", async ({ ctx }) => {
    await someSetup(ctx);
    const count = { statements: 0 };

    const { rows, notFound } = await countingStatements(count, () =>
      resolveReferences(ctx.db, fields, {
        salutationCode: "MS",
        countryCode: "FI",
        languageCode: "FI",
        salespersonCode: "AK",
      }),
    );

    expect(count.statements).toBe(1);
    expect(notFound).toEqual([]);
    expect(rows).toEqual({
      salutationCode: { id: expect.any(Number), code: "MS" },
      countryCode: { id: expect.any(Number), code: "FI", vatFormats: ["FI########"] },
      languageCode: { id: expect.any(Number), code: "FI", locale: "fi-FI" },
      salespersonCode: {
        id: expect.any(Number),
        code: "AK",
        name: "Aino",
        blocked: false,
        privacyBlocked: true,
      },
    });
  });

  test("that are blank or absent cost nothing", async ({ ctx }) => {
    const count = { statements: 0 };

    const { rows, notFound } = await countingStatements(count, () =>
      resolveReferences(ctx.db, fields, { salutationCode: null }),
    );

    expect(count.statements).toBe(0);
    expect(notFound).toEqual([]);
    expect(rows.countryCode).toBeNull();
  });

  test("to nothing are all named", async ({ ctx }) => {
    await someSetup(ctx);

    const { rows, notFound } = await resolveReferences(ctx.db, fields, {
      salutationCode: "MS",
      countryCode: "XX",
      salespersonCode: "NOBODY",
    });

    expect(rows.salutationCode?.code).toBe("MS");
    expect(notFound).toEqual(["countryCode", "salespersonCode"]);
    expect(() => refuseUnknownReferences(notFound)).toThrow(Invalid);
  });

  test("of many records are looked up at once, each code only once", async ({ ctx }) => {
    await someSetup(ctx);

    const found = await lookUpCodes(ctx.db, { countries: ["FI", "FI", "SE"], salutations: [] });

    expect([...found.countries.keys()]).toEqual(["FI"]);
    expect(found.salutations.size).toBe(0);
  });

  test("of a page are shown by one statement, however many rows and lists", async ({ ctx }) => {
    await someSetup(ctx);
    const country = await ctx.db.selectFrom("countries").select("id").executeTakeFirstOrThrow();
    const language = await ctx.db.selectFrom("languages").select("id").executeTakeFirstOrThrow();
    const rows = [
      { country_id: country.id, language_id: language.id, default_language_id: null },
      { country_id: country.id, language_id: null, default_language_id: language.id },
    ];
    const columns = {
      country_id: "countries",
      language_id: "languages",
      default_language_id: "languages",
    } as const;
    const count = { statements: 0 };

    const codeIn = await countingStatements(count, () => codesOfPage(ctx.db, rows, columns));
    await countingStatements(count, () => codesOfPage(ctx.db, [], columns));

    expect(count.statements).toBe(1);
    expect(
      rows.map((row) => Object.keys(columns).map((column) => codeIn(row, column as keyof typeof columns))),
    ).toEqual([
      ["FI", "FI", null],
      ["FI", null, "FI"],
    ]);
  });

  test("are shown by the code that a row has now", async ({ ctx }) => {
    await someSetup(ctx);
    const { id } = await ctx.db.selectFrom("countries").select("id").executeTakeFirstOrThrow();
    await ctx.db.updateTable("marketing_setup").set({ default_country_id: id }).execute();
    await ctx.db.updateTable("countries").set({ code: "SUOMI" }).execute();

    const row = await ctx.db
      .selectFrom("marketing_setup")
      .select([
        codeOf("countries", "marketing_setup.default_country_id").as("country_code"),
        codeOf("territories", "marketing_setup.default_territory_id").as("territory_code"),
      ])
      .executeTakeFirstOrThrow();

    expect(row).toEqual({ country_code: "SUOMI", territory_code: null });
  });
});
