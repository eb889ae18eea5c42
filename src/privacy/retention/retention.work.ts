import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { transactionAgain } from "#platform/db/again.ts";
import { AppError, NotFound } from "#platform/errors.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { lockSubject } from "../erase/erasable-contact.ts";
import { eraseSubject } from "../erase/erase-contact.commands.ts";
import { findIdleContacts, findOldContent, isIdle, type LogPlace } from "./find-outdated.queries.ts";
import { monthsBefore } from "./months-before.rules.ts";
import { namedFound, type RetentionRun } from "./retention.contract.ts";
import { applyRetentionRule } from "./retention.job.ts";
import { listRules, type StoredRule } from "./rules.commands.ts";

/** The job that applies a retention rule. */
export function applyRetentionRuleWork(): JobWork {
  return work(applyRetentionRule, async (ctx, { ruleId, dryRun }, progress) => {
    const rule = (await listRules(ctx.db)).find(({ id }) => id === ruleId);
    if (!rule) throw new NotFound("not_found", { key: ruleId });
    const before = monthsBefore(localMoment(ctx.now, ctx.timeZone).date, rule.months);
    const erases = rule.action === "erase" && !dryRun;
    const apply = rule.what === "idleContacts" ? applyToContacts : applyToLog;
    const { found, erased, keys } = await apply(ctx, { rule, before, erases }, progress);
    await sql`
      update retention_rules set last_run_at = ${ctx.now.toISOString()}::timestamptz, last_run_found = ${found}
       where id = ${ruleId}`.execute(ctx.db);
    const run: RetentionRun = { code: rule.code, dryRun, what: rule.what, before, found, erased, keys };
    return run;
  });
}

interface Application {
  readonly rule: StoredRule;
  readonly before: string;
  readonly erases: boolean;
}

interface Outcome {
  found: number;
  erased: number;
  /** The first that were found; nobody is named once it is erased. */
  readonly keys: string[];
}

const contactsAtOnce = 200;

/** Each contact is erased for itself: whoever is at work with one waits for no other. */
async function applyToContacts(
  ctx: Context,
  { rule, before, erases }: Application,
  progress: JobProgress,
): Promise<Outcome> {
  const outcome: Outcome = { found: 0, erased: 0, keys: [] };
  const outdated = { before, keepsLinked: rule.keepsLinked, began: ctx.now };
  for (let last = 0; ; ) {
    progress.throwIfCanceled();
    const contacts = await findIdleContacts(ctx.db, outdated, last, contactsAtOnce);
    if (contacts.length === 0) return outcome;
    for (const { no } of contacts) {
      progress.throwIfCanceled();
      outcome.found += 1;
      if (!erases) note(outcome, no);
      else if (await eraseIdle(ctx, no, rule, outdated)) outcome.erased += 1;
      progress.set(outcome.found);
    }
    last = contacts.at(-1)!.id;
  }
}

/** Erases the contact unless something has happened with it since it was found. */
function eraseIdle(
  ctx: Context,
  no: string,
  { code }: StoredRule,
  outdated: Parameters<typeof isIdle>[0],
): Promise<boolean> {
  return transactionAgain(ctx, async (tx) => {
    const subject = await lockSubject(tx.db, no).catch((error: unknown) => {
      // Deleted, merged or erased meanwhile: there is nothing to do.
      if (error instanceof AppError) return null;
      throw error;
    });
    if (!subject) return false;
    const { rows } = await sql`
      select from contacts c where c.id = ${subject.id} and ${isIdle(outdated)}`.execute(tx.db);
    if (rows.length === 0) return false;
    await eraseSubject(tx, subject, { requestedBy: "retentionRule", reason: code });
    return true;
  });
}

const entriesAtOnce = 500;

/** Batch by batch: what the interactions said goes, what was done stays. */
async function applyToLog(
  ctx: Context,
  { rule, before, erases }: Application,
  progress: JobProgress,
): Promise<Outcome> {
  const outcome: Outcome = { found: 0, erased: 0, keys: [] };
  for (let last: LogPlace | null = null; ; ) {
    progress.throwIfCanceled();
    const entries: readonly LogPlace[] = await findOldContent(ctx.db, before, last, entriesAtOnce);
    if (entries.length === 0) return outcome;
    const entryNos = entries.map(({ entryNo }) => entryNo);
    outcome.found += entryNos.length;
    if (erases) {
      await blankEntries(ctx, rule, entryNos, before);
      outcome.erased += entryNos.length;
    } else for (const entryNo of entryNos) note(outcome, String(entryNo));
    progress.set(outcome.found);
    last = entries.at(-1)!;
  }
}

function blankEntries(
  ctx: Context,
  { id, code }: StoredRule,
  entryNos: readonly number[],
  before: string,
): Promise<void> {
  return transactionAgain(ctx, async (tx) => {
    const { rows } = await sql<{ attachments: number[] }>`
      select blank_old_entries(${id}, ${entryNos}::bigint[], ${before}::timestamp) as attachments`.execute(
      tx.db,
    );
    await discardAttachments(tx, rows[0]!.attachments);
    await recordChange(tx, {
      action: "interactions.blanked",
      resource: "retention-rules",
      key: code,
      changes: { count: entryNos.length, before },
    });
  });
}

function note(outcome: Outcome, key: string): void {
  if (outcome.keys.length < namedFound) outcome.keys.push(key);
}
