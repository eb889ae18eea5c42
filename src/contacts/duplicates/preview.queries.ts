import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import type { DuplicateEstimate } from "./duplicates.contract.ts";
import { likelyPairs, neededOf, sharedStrings } from "./find-pairs.ts";
import { neededHits } from "./search-string.rules.ts";

/** With this many or fewer, each company is compared with all others and the answer is exact; of more, some are. */
const mostCompared = 200;
const sampleSize = 50;

/** Longer than this nobody waits for a figure. */
const patienceMs = 2_500;

const queryCanceled = "57014";

/**
 * How many pairs a percentage would give (B2). What the present one has found is counted; a lower one is reckoned from a
 * sample of companies, always the same ones, so that the figure does not jump about.
 */
export async function previewDuplicates(ctx: Context, searchHitPercent: number): Promise<DuplicateEstimate> {
  const { rows } = await sql<{ searchStrings: number; present: number; companies: number }>`
    select (select count(*) from duplicate_search_strings) as "searchStrings",
           (select search_hit_percent from marketing_setup) as present,
           (select count(*) from contacts where type = 'company') as companies`.execute(ctx.db);
  const { searchStrings, present, companies } = rows[0]!;
  const needed = neededHits(searchStrings, searchHitPercent);
  const common = { searchHitPercent, neededHits: needed, searchStrings };
  const stored = await countStored(ctx.db, needed);
  if (needed >= neededHits(searchStrings, present)) return { ...common, pairs: stored, isEstimate: false };
  const pairs = await reckon(ctx, searchHitPercent, companies);
  // What is a pair already is one with fewer hits as well, whether or not the sample has met it.
  return { ...common, pairs: pairs && Math.max(pairs, stored), isEstimate: companies > mostCompared };
}

async function countStored(db: Db, needed: number): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*) as pairs from contact_duplicates where not separate and hits >= ${needed}`.execute(db);
  return rows[0]!.pairs;
}

/** `null` when it takes too long: with a low percentage all companies of a city are alike. */
async function reckon(ctx: Context, searchHitPercent: number, companies: number): Promise<number | null> {
  const compared = companies > mostCompared ? sampleSize : Math.max(companies, 1);
  const sample = sql`
    select id from contacts where type = 'company' order by hashint8(id), id limit ${compared}`;
  try {
    return await inTransaction(ctx, async ({ db }) => {
      await sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`.execute(db);
      const { rows } = await sql<{ ends: number }>`
        with demand as materialized (${neededOf(searchHitPercent)}),
        sample as materialized (${sample}),
        ${likelyPairs(sql`select id from sample`)}
        select count(*) as ends from likely l cross join demand d
         where ${sharedStrings("l.contact_id", "l.other_id")} >= d.needed
           and not exists (select from contact_duplicates s
                            where s.contact_id = greatest(l.contact_id, l.other_id)
                              and s.duplicate_id = least(l.contact_id, l.other_id) and s.separate)`.execute(
        db,
      );
      // Every pair has two ends.
      return Math.round((rows[0]!.ends * companies) / compared / 2);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === queryCanceled) return null;
    throw error;
  }
}
