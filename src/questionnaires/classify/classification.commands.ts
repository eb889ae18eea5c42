import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Invalid } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { classifyContacts } from "./classification.job.ts";
import { planClassification } from "./plan-classification.ts";

interface Wish {
  readonly questionnaireCodes?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Queues the classification of all contacts; answers the job's id. What cannot work is refused at once.
 *
 * @throws Invalid `not_found`, `class_dates`; Conflict `class_incomplete`
 */
export function orderClassification(ctx: Context, wish: Wish): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const date = wish.date ?? localMoment(ctx.now, ctx.timeZone).date;
    const questionnaireIds = wish.questionnaireCodes ? await findIds(tx, wish.questionnaireCodes) : null;
    const steps = await planClassification(tx.db, questionnaireIds, date);
    const payload = { questionnaireIds, date, dryRun: wish.dryRun ?? false };
    return enqueue(tx, classifyContacts, payload, { total: steps.length });
  });
}

async function findIds({ db }: Context, codes: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from questionnaires where code = any(${codes}::text[])`.execute(db);
  const known = new Set(rows.map(({ code }) => code));
  const unknown = codes.findIndex((code) => !known.has(code));
  if (unknown >= 0)
    throw new Invalid("not_found", { key: codes[unknown]! }, [
      { path: `questionnaireCodes.${unknown}`, code: "not_found", values: { key: codes[unknown]! } },
    ]);
  return rows.map(({ id }) => id);
}

/** Every night: queues the questionnaires that want it. */
export async function orderNightlyClassification(ctx: Context): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from questionnaires where classified_nightly order by id`.execute(ctx.db);
  if (rows.length === 0) return;
  const { date } = localMoment(ctx.now, ctx.timeZone);
  const payload = { questionnaireIds: rows.map(({ id }) => id), date, dryRun: false };
  await inTransaction(ctx, (tx) => enqueue(tx, classifyContacts, payload));
}
