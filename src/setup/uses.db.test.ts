import { sql } from "kysely";
import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { salutations } from "./lists/lists.contract.ts";
import { changeSetupItem, deleteSetupItem } from "./lists/setup-lists.commands.ts";
import type { ReferenceList } from "./references.ts";
import { findUses, usesOf } from "./uses.queries.ts";

/** How a column that names a row of the table ends. */
const columnEndings: Record<ReferenceList, string> = {
  mailing_groups: "mailing_group_id",
  industry_groups: "industry_group_id",
  business_relations: "business_relation_id",
  job_responsibilities: "job_responsibility_id",
  web_sources: "web_source_id",
  organizational_levels: "organizational_level_id",
  salutations: "salutation_id",
  languages: "language_id",
  countries: "country_id",
  territories: "territory_id",
  currencies: "currency_id",
  salespeople: "salesperson_id",
  number_series: "series_id",
  interaction_groups: "group_id",
  interaction_templates: "template_id",
  campaign_statuses: "status_id",
  sales_cycles: "sales_cycle_id",
  close_opportunity_codes: "close_opportunity_code_id",
};

/**
 * Child rows that are deleted along with the row they belong to, entries of opportunities, which speak for them,
 * partitions of the log, and sums made of it.
 */
const notUses =
  /^(web_source_comments\.|salutation_formulas\.salutation_id|number_series_lines\.|interaction_template_languages\.template_id|sales_cycle_stages\.|opportunity_entries\.(sales_cycle|salesperson)_id|interaction_log_entries_|interaction_(day|month)_sums\.)/;

describe("what uses a row", () => {
  test.for(Object.entries(columnEndings) as [ReferenceList, string][])(
    "of %s is looked for in every column that names one",
    async ([list, ending], { database: { owner } }) => {
      const { rows } = await sql<{ use: string }>`
        select c.table_name || '.' || c.column_name as use
          from information_schema.columns c
         where c.table_schema = 'public' and (c.column_name = ${ending} or c.column_name like ${`%\\_${ending}`})
        union
        select k.conrelid::regclass || '.' || a.attname
          from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
         where k.contype = 'f' and k.confrelid = ${list}::regclass`.execute(owner);
      const others = ["mailing", "industry"].map((word) => `${word}_group_id`);
      const columns = rows
        .map(({ use }) => use)
        .filter(
          (use) =>
            !notUses.test(use) && !(list === "interaction_groups" && others.some((o) => use.endsWith(o))),
        );

      expect([...usesOf[list]].sort()).toEqual(columns.sort());
    },
  );

  test("keeps it from being deleted, the log without foreign keys included", async ({ ctx }) => {
    const { id } = await ctx.db
      .insertInto("languages")
      .values({ code: "FI", name: null, locale: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    const salutation = await ctx.db
      .insertInto("salutations")
      .values({ code: "MS", description: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    await ctx.db
      .insertInto("contacts")
      .values({ id: 1, no: "C1", type: "person", language_id: id, salutation_id: salutation.id } as never)
      .execute();
    await ctx.db
      .insertInto("interaction_log_entries")
      .values({
        contact_id: 1,
        entry_no: 1,
        happened_at: "2026-11-23 10:00:00",
        language_id: id,
        user_id: "T",
      } as never)
      .execute();

    expect(await findUses(ctx.db, "languages", id)).toEqual(["contacts", "interaction-log-entries"]);
    await expect(deleteSetupItem(ctx, salutations, "MS", null)).rejects.toMatchObject({
      status: 409,
      code: "setup_in_use",
      values: { key: "MS", usedBy: ["contacts"] },
    });
  });

  test("shows the new code as soon as it is renamed", async ({ ctx }) => {
    const { id } = await ctx.db
      .insertInto("salutations")
      .values({ code: "MS", description: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    await ctx.db
      .insertInto("contacts")
      .values({ id: 2, no: "C2", type: "person", salutation_id: id } as never)
      .execute();

    await changeSetupItem(ctx, salutations, "MS", { code: "MRS" }, null);

    const shown = await ctx.db
      .selectFrom("contacts")
      .innerJoin("salutations", "salutations.id", "contacts.salutation_id")
      .select("salutations.code")
      .where("contacts.id", "=", 2)
      .executeTakeFirstOrThrow();
    expect(shown.code).toBe("MRS");
  });
});
