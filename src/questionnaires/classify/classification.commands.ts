import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Invalid } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { isDue, type ScheduleOfClassification } from "../schedule.rules.ts";
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

/**
 * Every hour: queues the questionnaires whose hour has come since they were last queued. What was missed while the
 * program stood still is caught up with once; two at the same time queue it once.
 */
export async function orderScheduledClassification(ctx: Context): Promise<void> {
  const { now, timeZone } = ctx;
  const moment = localMoment(now, timeZone);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<Scheduled>`
      select id, classification_schedule as schedule, classification_weekday as weekday, classification_hour as hour,
             classification_ordered_at as "orderedAt"
        from questionnaires where classification_schedule <> 'off' order by id for no key update`.execute(
      tx.db,
    );
    const ids = rows
      .filter((row) => isDue(row, moment, localMoment(new Date(row.orderedAt), timeZone)))
      .map(({ id }) => id);
    if (ids.length === 0) return;
    await sql`
      update questionnaires set classification_ordered_at = ${now.toISOString()} where id = any(${ids}::int[])`.execute(
      tx.db,
    );
    await enqueue(tx, classifyContacts, { questionnaireIds: ids, date: moment.date, dryRun: false });
  });
}

interface Scheduled extends ScheduleOfClassification {
  readonly id: number;
  readonly orderedAt: string;
}
