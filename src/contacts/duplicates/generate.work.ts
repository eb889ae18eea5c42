import { setImmediate } from "node:timers/promises";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { contactConditions } from "../contacts.queries.ts";
import type { CandidateFinder } from "./candidates.rules.ts";
import type { GeneratedDuplicates, GenerateFilter } from "./duplicates.contract.ts";
import { neededOf } from "./find-pairs.ts";
import { generateJob } from "./generate.job.ts";
import { loadDuplicateSetup } from "./index-written.commands.ts";
import { loadCandidateFinder } from "./load-candidates.ts";
import { writeSearchStrings } from "./search-strings.commands.ts";
import { type Candidates, storeCandidates } from "./store-pairs.commands.ts";

/** The job that indexes companies for duplicates. */
export function generateDuplicatesWork(): JobWork {
  return work(generateJob, (ctx, { runId, filter }, progress) => generate(ctx, runId, filter, progress));
}

/** A write of a company waits for the batch it is in, a second at most; smaller ones write the same pages more often. */
const builtAtOnce = 5_000;
const comparedAtOnce = 1_000;

/** Beyond this many pairs nobody is helped: the percentage is too low. */
function mostPairsOf(companies: number): number {
  return Math.max(100_000, 5 * companies);
}

/** Time (ms) after which other requests get their turn. */
const turnMs = 10;

interface Run {
  readonly id: number;
  readonly filter: GenerateFilter;
  readonly where: RawBuilder<SqlBool>;
}

/**
 * Builds the strings of all companies first, then finds their pairs: batch by batch, each its own transaction that also
 * moves the mark from which a run that was cut off goes on. Who is written meanwhile is indexed by whoever writes.
 */
async function generate(
  ctx: Context,
  runId: number,
  filter: GenerateFilter,
  progress: JobProgress,
): Promise<GeneratedDuplicates> {
  const where = sql<SqlBool>`(${sql.join([sql`c.type = 'company'`, ...contactConditions(ctx, filter)], sql` and `)})`;
  const run = { id: runId, filter, where };
  const companies = await count(ctx, sql`contacts c where ${where}`);
  const done = await countDone(ctx, run);
  const advance = (by: number) => {
    done.count += by;
    progress.throwIfCanceled();
    progress.set(done.count, Math.max(2 * companies, done.count));
  };
  advance(0);
  await buildStrings(ctx, run, advance);
  await findPairs(ctx, run, mostPairsOf(companies), advance);
  await sql`delete from duplicate_runs where id = ${runId}`.execute(ctx.db);
  return { companies, openPairs: await count(ctx, sql`contact_duplicates where not separate`) };
}

async function count({ db }: Context, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ counted: number }>`select count(*) as counted from ${from}`.execute(db);
  return rows[0]!.counted;
}

/** How many companies an earlier start of the run has dealt with, each counted once per step. */
async function countDone(ctx: Context, run: Run): Promise<{ count: number }> {
  const { strings_to, pairs_to } = await marksOf(ctx, run);
  const upTo = async (mark: number | null) =>
    mark === null ? 0 : count(ctx, sql`contacts c where ${run.where} and c.id <= ${mark}`);
  return { count: (await upTo(strings_to)) + (await upTo(pairs_to)) };
}

function marksOf({ db }: Context, { id }: Run) {
  return db
    .selectFrom("duplicate_runs")
    .select(["strings_to", "pairs_to"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function buildStrings(ctx: Context, run: Run, advance: (by: number) => void): Promise<void> {
  for (;;) {
    const built = await inTransaction(ctx, async (tx) => {
      const { strings_to } = await marksOf(tx, run);
      // Locked in the order of their ids, as everybody locks them: what is read here is not written meanwhile.
      const { rows } = await sql<{ id: number }>`
        select c.id from contacts c where ${run.where} and c.id > ${strings_to ?? 0}
         order by c.id limit ${builtAtOnce} for share of c`.execute(tx.db);
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const { fields } = await loadDuplicateSetup(tx.db);
      await writeSearchStrings(tx.db, ids, fields);
      await tx.db
        .updateTable("duplicate_runs")
        .set({ strings_to: ids.at(-1)! })
        .where("id", "=", run.id)
        .execute();
      return ids.length;
    });
    if (built === 0) return;
    advance(built);
  }
}

async function findPairs(
  ctx: Context,
  run: Run,
  mostPairs: number,
  advance: (by: number) => void,
): Promise<void> {
  const finder = await loadCandidateFinder(ctx.db);
  const isForAll = Object.keys(run.filter).length === 0;
  let found = 0;
  for (;;) {
    const { pairs_to } = await marksOf(ctx, run);
    const { rows } = await sql<{ id: number }>`
      select c.id from contacts c where ${run.where} and c.id > ${pairs_to ?? 0}
       order by c.id limit ${comparedAtOnce}`.execute(ctx.db);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    const needed = await sql<{ needed: number }>`${neededOf()}`.execute(ctx.db);
    const wish = { needed: needed.rows[0]!.needed, isForAll, most: mostPairs - found };
    const candidates = await candidatesOf(finder, ids, wish);
    found += candidates.contactIds.length;
    if (found > mostPairs) throw new Conflict("duplicates_too_many", { maximum: mostPairs });
    await storeBatch(ctx, run, ids, candidates);
    advance(ids.length);
  }
}

/** Where all are indexed, each looks at those before it only: the later of two finds their pair. */
async function candidatesOf(
  finder: CandidateFinder,
  ids: readonly number[],
  { needed, isForAll, most }: { needed: number; isForAll: boolean; most: number },
): Promise<Candidates> {
  const contactIds: number[] = [];
  const otherIds: number[] = [];
  let turnEnds = performance.now() + turnMs;
  for (const id of ids) {
    const place = finder.placeOf(id);
    if (place === undefined) continue;
    for (const other of finder.candidates(place, needed, isForAll ? place : finder.ids.length)) {
      contactIds.push(id);
      otherIds.push(finder.ids[other]!);
    }
    if (contactIds.length > most) break;
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }
  return { contactIds, otherIds };
}

function storeBatch(ctx: Context, run: Run, ids: readonly number[], candidates: Candidates): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const concerned = [...candidates.contactIds, ...candidates.otherIds];
    await sql`
      select from contacts
       where id in (select unnest(${concerned}::bigint[])
                     union select contact_id from contact_duplicates where contact_id = any(${ids}::bigint[])
                     union select duplicate_id from contact_duplicates where contact_id = any(${ids}::bigint[])
                     union select contact_id from contact_duplicates where duplicate_id = any(${ids}::bigint[])
                     union select duplicate_id from contact_duplicates where duplicate_id = any(${ids}::bigint[]))
       order by id for share`.execute(tx.db);
    await storeCandidates(tx.db, ids, candidates);
    await tx.db
      .updateTable("duplicate_runs")
      .set({ pairs_to: ids.at(-1)! })
      .where("id", "=", run.id)
      .execute();
  });
}
