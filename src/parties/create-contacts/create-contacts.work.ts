import { type Selectable, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { transactionAgain } from "#platform/db/again.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { AppError, NotFound } from "#platform/errors.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { carryOut } from "../carry-out.commands.ts";
import { isLinked, matching } from "../parties.queries.ts";
import type { PartiesTables } from "../parties.tables.ts";
import { type DecidedDraft, newDraft } from "../party-drafts.ts";
import { PartiesRefused } from "../party-errors.ts";
import { loadKindSetup, lookUpPartyCodes, relationCodeMissing } from "../party-setup.queries.ts";
import { lockPartyStates, type PartyState } from "../party-states.queries.ts";
import { planContactOf } from "../primary-contact.rules.ts";
import type { ContactlessKind, CreatedContacts, PartiesFilter } from "./create-contacts.contract.ts";
import { createContactsFromParties } from "./create-contacts.job.ts";

type Run = Selectable<PartiesTables["party_contact_runs"]>;

/** The job that makes contacts from parties. */
export function createContactsWork(): JobWork {
  return work(createContactsFromParties, (ctx, { runId }, progress) => createAll(ctx, runId, progress));
}

/** Parties made contacts of in one transaction, with the same statements. */
const partiesAtOnce = 500;

/**
 * Makes contacts batch by batch. Each batch is one transaction, which also moves the mark up to which the parties are
 * done: a run that was cut off goes on behind it, and nobody is made a contact twice.
 */
async function createAll(ctx: Context, runId: number, progress: JobProgress): Promise<void> {
  let run = await getRun(ctx.db, runId);
  const total = run.created + run.refused + (await countOpen(ctx, run));
  for (;;) {
    progress.throwIfCanceled();
    const done = run.created + run.refused;
    progress.set(done, Math.max(total, done));
    const ids = await nextIds(ctx, run);
    if (ids.length === 0) break;
    run = await storeBatch(ctx, run, ids);
  }
  const result: CreatedContacts = {
    created: run.created,
    skipped: run.skipped,
    refused: run.refused,
    duplicatesFound: run.duplicates_found,
  };
  await ctx.db.transaction().execute(async (db) => {
    await db.deleteFrom("party_contact_runs").where("id", "=", runId).execute();
    await progress.succeedIn({ ...ctx, db }, result);
  });
}

async function getRun(db: Db, id: number): Promise<Run> {
  const run = await db.selectFrom("party_contact_runs").selectAll().where("id", "=", id).executeTakeFirst();
  if (!run) throw new NotFound("not_found", { key: id });
  return run;
}

/** Parties of the run that have no contact and are behind its mark. */
function open(ctx: Context, { kind, filters, last_party_id }: Run) {
  return sql`${matching(ctx, kind, filters as PartiesFilter)} and ${isLinked(false)} and p.id > ${last_party_id}`;
}

async function countOpen(ctx: Context, run: Run): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from parties p where ${open(ctx, run)}`.execute(ctx.db);
  return rows[0]!.count;
}

async function nextIds(ctx: Context, run: Run): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from parties p where ${open(ctx, run)} order by p.id limit ${partiesAtOnce}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Those of whom no contact can be made are left out, and the others stored again. */
async function storeBatch(ctx: Context, run: Run, ids: readonly number[]): Promise<Run> {
  const refused = new Set<number>();
  for (;;) {
    try {
      return await transactionAgain(ctx, async (tx) => {
        await claimMark(tx, run);
        const wanted = ids.filter((id) => !refused.has(id));
        const states = (await lockPartyStates(tx.db, wanted)).filter(({ contactId }) => contactId === null);
        const drafts = await createFor(tx, run.kind as ContactlessKind, states);
        return moveMark(tx, run, ids.at(-1)!, drafts, refused.size);
      });
    } catch (error) {
      if (!(error instanceof PartiesRefused)) throw error;
      for (const [id, reason] of error.refusals) {
        if (!isOfTheParty(reason)) throw reason;
        refused.add(id);
      }
    }
  }
}

/** Whether the party itself is in the way, and not the set-up, which would be so for all of them. */
function isOfTheParty(error: Error): boolean {
  return error instanceof AppError && error.code !== "setup_missing" && error.code !== "automatic_no";
}

async function createFor(
  tx: TransactionContext,
  kind: ContactlessKind,
  states: readonly PartyState[],
): Promise<readonly DecidedDraft[]> {
  const setup = await loadKindSetup(tx.db, kind);
  if (setup.relation === null) throw relationCodeMissing(kind);
  const drafts = states.map((before): DecidedDraft => {
    const { id, no } = before;
    const draft = newDraft({ mode: "change", no, input: {} }, id);
    return { ...draft, id, no, before, plan: planContactOf(kind, before) };
  });
  const codes = await lookUpPartyCodes(
    tx.db,
    states.map(({ fields }) => fields),
    setup,
  );
  await carryOut(tx, kind, drafts, { setup, codes, contacts: new Map() });
  return drafts;
}

/** Another run of the same job has not come further meanwhile. */
async function claimMark(tx: TransactionContext, run: Run): Promise<void> {
  const { rows } = await sql<{ last: number }>`
    select last_party_id as last from party_contact_runs where id = ${run.id} for update`.execute(tx.db);
  if (rows[0]?.last !== run.last_party_id) throw new Error("another run makes these contacts");
}

function moveMark(
  tx: TransactionContext,
  run: Run,
  lastPartyId: number,
  drafts: readonly DecidedDraft[],
  refused: number,
): Promise<Run> {
  return tx.db
    .updateTable("party_contact_runs")
    .set({
      last_party_id: lastPartyId,
      created: run.created + drafts.length,
      refused: run.refused + refused,
      duplicates_found: run.duplicates_found || drafts.some(({ hasDuplicates }) => hasDuplicates),
    })
    .where("id", "=", run.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
