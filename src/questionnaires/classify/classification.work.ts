import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { emit } from "#platform/events/events.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import type { ClassificationResult, ClassifiedQuestion } from "../classification.contract.ts";
import { openOccasion } from "../history/record-changes.ts";
import { classificationUpdated } from "../questionnaire-events.ts";
import { classifyContacts } from "./classification.job.ts";
import { classifyQuestion } from "./classify-question.ts";
import { type ClassificationStep, planClassification } from "./plan-classification.ts";
import { rateContacts } from "./rate-contacts.ts";

/** The job that classifies contacts. */
export function classifyContactsWork(): JobWork {
  return work(classifyContacts, runClassification);
}

interface Order {
  readonly questionnaireIds: readonly number[] | null;
  readonly date: string;
  readonly dryRun: boolean;
}

/**
 * Classifies question by question, each in a transaction of its own: its answers are all old or all new, whenever the
 * run is stopped. A dry run does the same in one transaction that is undone.
 */
export async function runClassification(
  ctx: Context,
  order: Order,
  progress: Pick<JobProgress, "set" | "throwIfCanceled">,
): Promise<ClassificationResult & Record<string, unknown>> {
  const { date, dryRun } = order;
  const steps = await planClassification(ctx.db, order.questionnaireIds, date);
  const questions = dryRun
    ? await undone(ctx, (tx) => takeSteps(tx, steps, order, progress))
    : await takeSteps(ctx, steps, order, progress);
  if (!dryRun) await inTransaction(ctx, (tx) => recordRun(tx, date, questions));
  return { dryRun, date, questions };
}

async function takeSteps(
  ctx: Context,
  steps: readonly ClassificationStep[],
  { date, dryRun }: Order,
  progress: Pick<JobProgress, "set" | "throwIfCanceled">,
): Promise<ClassifiedQuestion[]> {
  const questions: ClassifiedQuestion[] = [];
  for (const [index, step] of steps.entries()) {
    progress.throwIfCanceled();
    progress.set(index, steps.length);
    if (dryRun && step.work.kind === "rating") await lockRatings(ctx as TransactionContext, steps);
    questions.push(await inTransaction(ctx, (tx) => takeStep(tx, step, date, dryRun)));
  }
  progress.set(steps.length, steps.length);
  return questions;
}

/** Contacts that a dry run names for each answer that is got, and for each that is lost. */
const sampleSize = 5;

/** A run sorts and hashes all contacts at once, which a request never does; without it they go to the disk. */
const workMemory = "64MB";

async function takeStep(
  tx: TransactionContext,
  { questionnaireCode, description, work }: ClassificationStep,
  date: string,
  dryRun: boolean,
): Promise<ClassifiedQuestion> {
  const { questionnaireId, questionNo } = work.kind === "value" ? work.question : work.rating;
  await sql`set local work_mem = ${sql.lit(workMemory)}`.execute(tx.db);
  if (!dryRun) await lockQuestion(tx, questionnaireId, questionNo);
  const how = {
    occasion: dryRun ? null : await openOccasion(tx, "classification"),
    sampleSize: dryRun ? sampleSize : 0,
  };
  const changes =
    work.kind === "value"
      ? await classifyQuestion(tx.db, work.question, how)
      : await rateContacts(tx.db, work.rating, { contactId: null, today: date, ...how });
  await sql`
    update questionnaire_lines set classified_on = ${date}
     where questionnaire_id = ${questionnaireId} and line_no = ${questionNo}`.execute(tx.db);
  if (!dryRun)
    await emit(tx, classificationUpdated, { questionnaireId, questionNo, contactId: null, ...changes });
  return { questionnaireCode, lineNo: questionNo, description, ...changes };
}

/**
 * Nobody changes the questionnaire, and nobody who answers finds ratings of this question, or deletes a contact that
 * is being classified, until the transaction has ended.
 */
async function lockQuestion(
  tx: TransactionContext,
  questionnaireId: number,
  questionNo: number,
): Promise<void> {
  await sql`select from questionnaires where id = ${questionnaireId} for share`.execute(tx.db);
  await sql`
    select from questionnaire_lines where questionnaire_id = ${questionnaireId} and line_no = ${questionNo}
       for update`.execute(tx.db);
}

/** All ratings of a dry run at once and in the order in which everybody takes them: its transaction is a long one. */
async function lockRatings(tx: TransactionContext, steps: readonly ClassificationStep[]): Promise<void> {
  const ratings = steps.flatMap(({ work }) => (work.kind === "rating" ? [work.rating] : []));
  await sql`
    select from questionnaire_lines
     where (questionnaire_id, line_no) in (
       select * from unnest(${ratings.map(({ questionnaireId }) => questionnaireId)}::int[], ${ratings.map(({ questionNo }) => questionNo)}::int[]))
     order by questionnaire_id, line_no for update`.execute(tx.db);
}

async function undone<T>(ctx: Context, run: (tx: TransactionContext) => Promise<T>): Promise<T> {
  const transaction = await ctx.db.startTransaction().execute();
  try {
    return await run({ ...ctx, db: transaction });
  } finally {
    await transaction.rollback().execute();
  }
}

function recordRun(
  tx: TransactionContext,
  date: string,
  questions: readonly ClassifiedQuestion[],
): Promise<void> {
  return recordChange(tx, {
    action: "classification.updated",
    resource: "questionnaires",
    key: [...new Set(questions.map(({ questionnaireCode }) => questionnaireCode))].join(","),
    changes: {
      date,
      questions: questions.map(({ questionnaireCode, lineNo, gained, lost }) => ({
        question: `${questionnaireCode}:${lineNo}`,
        gained,
        lost,
      })),
    },
  });
}
