import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { plainColumns } from "../contact-fields.ts";
import { given } from "../testing.ts";
import { indexCompanies } from "./index-written.commands.ts";
import { loadCandidateFinder } from "./load-candidates.ts";
import {
  longestString,
  neededHits,
  type SearchField,
  type SearchStringRow,
  searchParts,
  searchStringOf,
  shortestString,
} from "./search-string.rules.ts";
import { writeSearchStrings } from "./search-strings.commands.ts";
import { storeCandidates } from "./store-pairs.commands.ts";

/** Letters of every script, signs and blanks; some of them are more likely than they would be by chance. */
const value = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..." +\"&/,.;:-_(){}#!£$\\'’ß\u00a0\u2003\u3000ŉǰΐﬁåäöÅİı"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 14,
  })
  .map((text) => text.normalize("NFC").replaceAll("\u0000", ""));

const cut = fc.record({
  part: fc.constantFrom(...searchParts),
  length: fc.integer({ min: shortestString, max: longestString }),
});

test("the database makes the same strings as the rule, in any script", { timeout: 60_000 }, async ({
  ctx,
}) => {
  const samples = fc.sample(fc.tuple(value, cut), 20_000);
  const { rows } = await sql<{ string: string | null }>`
    select search_string_of(search_text_of(value), part, length) as string
      from json_to_recordset(${JSON.stringify(samples.map(([text, { part, length }]) => ({ value: text, part, length })))}::json)
        as s(value text, part text, length integer)`.execute(ctx.db);

  const different = samples.filter(([text, row], index) => searchStringOf(text, row) !== rows[index]!.string);

  expect(different).toEqual([]);
});

const fields = ["name", "city", "phoneNo", "email", "homePage"] as const satisfies readonly SearchField[];
/** Few values, so that companies share strings of many kinds: some frequent, some rare. */
const shortText = fc.option(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 }), { freq: 4 });

const world = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  setup: fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...fields),
      part: fc.constantFrom(...searchParts),
      length: fc.integer({ min: 2, max: 3 }),
    }),
    { maxLength: 10, selector: ({ field, part }) => `${field} ${part}` },
  ),
  companies: fc.array(
    fc.record(
      Object.fromEntries(fields.map((field) => [field, shortText])) as Record<
        (typeof fields)[number],
        typeof shortText
      >,
    ),
    {
      minLength: 2,
      maxLength: 12,
    },
  ),
  /** Pairs by their places that are marked separate before anything is indexed. */
  separate: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 2 }),
  /** Companies at the end of the list that are written in a batch of their own. */
  later: fc.integer({ min: 0, max: 12 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** What the rule says, company by company, each compared with each. */
function naivePairs({ companies, setup, percent }: World, ids: readonly number[]): string[] {
  const needed = neededHits(setup.length, percent);
  const hitsOf = (one: number, other: number) =>
    (setup as SearchStringRow[]).filter((row) => {
      const field = row.field as (typeof fields)[number];
      const string = searchStringOf(companies[one]![field], row);
      return string !== null && string === searchStringOf(companies[other]![field], row);
    }).length;
  return ids.flatMap((id, place) =>
    ids.slice(0, place).flatMap((otherId, other) => {
      const hits = hitsOf(place, other);
      return hits >= needed ? [`${id} ${otherId} ${hits}`] : [];
    }),
  );
}

async function build({ db }: Context, { setup, percent, companies, separate }: World): Promise<number[]> {
  await sql`update marketing_setup set search_hit_percent = ${percent}`.execute(db);
  for (const table of [
    "contact_duplicates",
    "contact_search_strings",
    "duplicate_search_strings",
    "contacts",
  ])
    await sql`delete from ${sql.table(table)}`.execute(db);
  if (setup.length > 0) await db.insertInto("duplicate_search_strings").values(setup).execute();
  const ids = companies.map((_, place) => 1_000 + place);
  const rows = companies.map((company, place) => ({ id: ids[place], ...company }));
  await sql`
    insert into contacts (id, no, type, company_id, ${sql.join(fields.map((field) => sql.ref(plainColumns[field])))})
    select id, 'D' || id, 'company', id, ${sql.join(fields.map((field) => sql.ref(field)))}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(id bigint, ${sql.join(fields.map((field) => sql`${sql.ref(field)} text`))})`.execute(db);
  for (const [one, other] of separate) {
    if (one === other || !ids[one] || !ids[other]) continue;
    const [contactId, duplicateId] = one > other ? [ids[one], ids[other]] : [ids[other], ids[one]];
    await db
      .insertInto("contact_duplicates")
      .values({
        contact_id: contactId,
        duplicate_id: duplicateId,
        indexed_id: contactId,
        hits: 99,
        separate: true,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return ids;
}

async function storedPairs({ db }: Context): Promise<{ open: string[]; separate: string[] }> {
  const rows = await db.selectFrom("contact_duplicates").selectAll().execute();
  const named = (separate: boolean) =>
    rows
      .filter((row) => row.separate === separate)
      .map(({ contact_id, duplicate_id, hits }) => `${contact_id} ${duplicate_id} ${hits}`)
      .toSorted();
  return { open: named(false), separate: named(true) };
}

/** The naive pairs but those that are separate, which keep the hits they had. */
function expected(pairs: readonly string[], separate: readonly string[]) {
  const marked = new Set(separate.map((pair) => pair.split(" ").slice(0, 2).join(" ")));
  const open = pairs.filter((pair) => !marked.has(pair.split(" ").slice(0, 2).join(" ")));
  return { open: open.toSorted(), separate };
}

describe("the pairs that are stored are exactly those of the rule, each compared with each", () => {
  test("when companies are written one after another, in batches, and again", { timeout: 120_000 }, async ({
    ctx,
  }) => {
    await fc.assert(
      fc.asyncProperty(world, async (w) => {
        const ids = await build(ctx, w);
        const { separate } = await storedPairs(ctx);
        const wanted = expected(naivePairs(w, ids), separate);

        await indexCompanies(ctx.db as never, ids.slice(0, ids.length - w.later), fields);
        await indexCompanies(ctx.db as never, ids.slice(Math.max(0, ids.length - w.later)), fields);
        expect(await storedPairs(ctx)).toEqual(wanted);

        for (const id of ids) await indexCompanies(ctx.db as never, [id], fields);
        expect(await storedPairs(ctx)).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test("when all are indexed from memory, whatever was stored before", { timeout: 120_000 }, async ({
    ctx,
  }) => {
    await fc.assert(
      fc.asyncProperty(world, async (w) => {
        const ids = await build(ctx, w);
        const { separate } = await storedPairs(ctx);
        await sql`
          insert into contact_duplicates (contact_id, duplicate_id, indexed_id, hits)
          select 1000 + w.later, 1000, 1000, 1 from (select ${w.later}::int as later) w where later > 0
              on conflict do nothing`.execute(ctx.db);

        await writeSearchStrings(ctx.db as never, ids, fields);
        const finder = await loadCandidateFinder(ctx.db);
        for (const id of ids) {
          const place = finder.placeOf(id);
          const others =
            place === undefined ? [] : finder.candidates(place, neededHits(w.setup.length, w.percent));
          await storeCandidates(ctx.db as never, [id], {
            contactIds: others.map(() => id),
            otherIds: others.map((other) => finder.ids[other]!),
          });
        }

        expect(await storedPairs(ctx)).toEqual(expected(naivePairs(w, ids), separate));
      }),
      { numRuns: 150 },
    );
  });
});

test("a string that is blank, and a field that is not looked at, leave nothing behind", async ({ ctx }) => {
  const company = await given.contact(ctx, { name: "Kuura Oy", city: " - ", homePage: "kuura.example" });

  const { rows } = await sql<{ value: string }>`
    select value from contact_search_strings where contact_id = ${company.id} order by value`.execute(ctx.db);

  expect(rows.map(({ value: string }) => string)).toEqual(["KUURA", "URAOY"]);
});
