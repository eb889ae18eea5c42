import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid, invalidField } from "#platform/errors.ts";
import { blankLine } from "./line.rules.ts";
import {
  appendLines,
  decide,
  type LockedQuestionnaire,
  lineOf,
  lockQuestionnaire,
  settle,
} from "./lines.commands.ts";
import type { QuestionnaireLine } from "./lines.contract.ts";
import { findLines, type LineRow, lineNotFound, notAnAnswer, presentLine } from "./lines.queries.ts";
import { refuseCycles } from "./rating-graph.ts";
import type { NewRating } from "./ratings.contract.ts";

/** An answer and what it is worth in a rating. */
export interface PointsInput {
  readonly questionnaireCode: string;
  readonly lineNo: number;
  /** A decimal text; 0: none. */
  readonly points: string;
}

/**
 * Says what an answer is worth in a rating.
 *
 * @throws NotFound, Conflict `rating_required` (the question is none), `profile_not_answer`, `rating_cycle`
 */
export function putRatingPoints(
  ctx: Context,
  code: string,
  lineNo: number,
  input: PointsInput,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    await writePoints(tx, lineOf(questionnaire, lineNo), [input], `${code}:${lineNo}`);
  });
}

async function writePoints(
  tx: TransactionContext,
  rating: LineRow,
  inputs: readonly PointsInput[],
  key: string,
): Promise<void> {
  if (rating.contact_class_field !== "rating") throw new Conflict("rating_required", { key });
  const answers = await findAnswers(tx.db, inputs);
  const unknown = answers.indexOf(undefined);
  if (unknown >= 0) throw lineNotFound(inputs[unknown]!.questionnaireCode, inputs[unknown]!.lineNo);
  const question = answers.findIndex((answer) => answer!.type !== "answer");
  if (question >= 0) throw notAnAnswer(inputs[question]!.questionnaireCode, inputs[question]!.lineNo);
  const given = answers.map((answer, index) => ({ answer: answer!, points: inputs[index]!.points }));
  await sql`
    delete from rating_points
     where questionnaire_id = ${rating.questionnaire_id} and line_no = ${rating.line_no}
       and (answer_questionnaire_id, answer_line_no) in (
             select * from unnest(${given.map(({ answer }) => answer.questionnaire_id)}::int[], ${given.map(({ answer }) => answer.line_no)}::int[]))`.execute(
    tx.db,
  );
  await sql`
    insert into rating_points (questionnaire_id, line_no, answer_questionnaire_id, answer_line_no, points)
    select ${rating.questionnaire_id}, ${rating.line_no}, g.questionnaire_id, g.line_no, g.points
      from unnest(${given.map(({ answer }) => answer.questionnaire_id)}::int[],
                  ${given.map(({ answer }) => answer.line_no)}::int[],
                  ${given.map(({ points }) => points)}::numeric[]) as g(questionnaire_id, line_no, points)
     where g.points <> 0`.execute(tx.db);
  await refuseCycles(tx.db);
  await recordChange(tx, {
    action: "ratingPoints.changed",
    resource: "questionnaire-lines",
    key,
    changes: Object.fromEntries(
      inputs.map(({ questionnaireCode, lineNo, points }) => [`${questionnaireCode}:${lineNo}`, points]),
    ),
  });
}

interface FoundAnswer {
  readonly questionnaire_id: number;
  readonly line_no: number;
  readonly type: "question" | "answer";
}

/** The lines that are meant, in the order of the input; undefined where there is none. */
async function findAnswers(tx: Tx, inputs: readonly PointsInput[]): Promise<(FoundAnswer | undefined)[]> {
  const { rows } = await sql<FoundAnswer & { code: string }>`
    select q.code, l.questionnaire_id, l.line_no, l.type
      from questionnaire_lines l join questionnaires q on q.id = l.questionnaire_id
     where (q.code, l.line_no) in (
       select * from unnest(${inputs.map(({ questionnaireCode }) => questionnaireCode)}::text[], ${inputs.map(({ lineNo }) => lineNo)}::int[]))`.execute(
    tx,
  );
  return inputs.map((input) =>
    rows.find(({ code, line_no }) => code === input.questionnaireCode && line_no === input.lineNo),
  );
}

/** How many answers a preset has. */
const answersOf = { highLow: 2, abc: 3, custom: null } as const;

/**
 * The rating wizard in one call: a rating question, its answers and what others are worth in it (contacts §8).
 *
 * @param labels names of the preset's answers, in the order of the answers
 * @throws NotFound; Invalid `rating_answers` (their number), `rating_range`, `required`; Conflict `profile_not_answer`,
 * `rating_cycle`
 */
export function createRating(
  ctx: Context,
  code: string,
  input: NewRating,
  labels: readonly string[],
): Promise<{ items: QuestionnaireLine[] }> {
  refuseAnswers(input);
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    const lineNos = await insertRating(tx, questionnaire, input, labels);
    await settle(tx.db, questionnaire.id);
    const lines = await findLines(tx.db, questionnaire.id);
    const added = lines.filter(({ line_no }) => lineNos.includes(line_no));
    if (input.points && input.points.length > 0)
      await writePoints(tx, added[0]!, input.points, `${code}:${added[0]!.line_no}`);
    await recordChange(tx, {
      action: "rating.created",
      resource: "questionnaire-lines",
      key: `${code}:${added[0]!.line_no}`,
      changes: {
        description: [null, input.description],
        answers: added.slice(1).map((line) => line.description),
      },
    });
    return { items: added.map((line) => presentLine(line, 0)) };
  });
}

function refuseAnswers({ preset, answers }: NewRating): void {
  const expected = answersOf[preset];
  if (expected !== null && answers.length !== expected)
    throw invalidField("answers", "rating_answers", { expected });
  const errors = answers.flatMap(({ description, fromValue, toValue }, index): FieldError[] => [
    ...(preset === "custom" && !description
      ? [{ path: `answers.${index}.description`, code: "required" }]
      : []),
    ...(!fromValue && !toValue ? [{ path: `answers.${index}.fromValue`, code: "rating_range" }] : []),
    ...(fromValue && toValue && fromValue > toValue
      ? [{ path: `answers.${index}.toValue`, code: "rating_range" }]
      : []),
  ]);
  const [first] = errors;
  if (first)
    throw new Invalid(
      errors.every(({ code }) => code === first.code) ? first.code : "validation",
      {},
      errors,
    );
}

async function insertRating(
  tx: TransactionContext,
  questionnaire: LockedQuestionnaire,
  { description, minPercentAnswered, answers }: NewRating,
  labels: readonly string[],
): Promise<readonly number[]> {
  const question = decide(blankLine("question"), {
    description,
    autoClassification: true,
    contactClassField: "rating",
    minPercentAnswered: minPercentAnswered ?? 0,
  });
  const contents = answers.map((answer, index) =>
    decide(blankLine("answer"), {
      description: answer.description ?? labels[index] ?? null,
      fromValue: bound(answer.fromValue),
      toValue: bound(answer.toValue),
    }),
  );
  return appendLines(tx, questionnaire, [question, ...contents]);
}

function bound(value: number | null | undefined): string | null {
  return value ? String(value) : null;
}
