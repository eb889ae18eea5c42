import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { createLine, createQuestionnaire, createRating, runClassification } from "#questionnaires/index.ts";
import type { DemoCompany, DemoProfiles, DemoQuestionnaire } from "./demo.types.ts";

/** Nobody watches the run or can stop it: it ends with the rest of the demo company. */
const unwatched = { set: () => undefined, throwIfCanceled: () => undefined };

/** In a rating are those who have answered most of the questions. */
const MIN_PERCENT_ANSWERED = 60;

/** Numbers of the lines of a questionnaire's manual answers, by question and answer. */
type AnswerLines = readonly (readonly number[])[];

/**
 * Questionnaires, what was answered, and what follows from it: it is loaded after all that automatic questions look at.
 *
 * @param numbers of the contacts by key
 */
export async function loadQuestionnaires(
  tx: TransactionContext,
  { profiles }: Pick<DemoCompany, "profiles">,
  numbers: ReadonlyMap<string, string>,
): Promise<void> {
  const linesOf = new Map<string, AnswerLines>();
  for (const questionnaire of profiles.questionnaires)
    linesOf.set(questionnaire.code, await loadQuestionnaire(tx, questionnaire));
  await loadAnswers(tx, profiles.answers, linesOf, numbers);
  const { date } = localMoment(tx.now, tx.timeZone);
  await runClassification(tx, { questionnaireIds: null, date, dryRun: false }, unwatched);
}

async function loadQuestionnaire(
  tx: TransactionContext,
  { code, description, contactType, manual, talked, rating }: DemoQuestionnaire,
): Promise<AnswerLines> {
  await createQuestionnaire(tx, {
    code,
    description,
    contactType,
    classificationSchedule: talked === null ? "off" : "daily",
  });
  const lines: number[][] = [];
  for (const { answers, ...question } of manual) {
    await createLine(tx, code, { type: "question", ...question });
    const lineNos: number[] = [];
    for (const answer of answers) {
      const { lineNo } = await createLine(tx, code, { type: "answer", description: answer.description });
      lineNos.push(lineNo);
    }
    lines.push(lineNos);
  }
  if (talked) await loadTalked(tx, code, talked);
  if (rating)
    await createRating(
      tx,
      code,
      {
        ...rating,
        preset: "custom",
        minPercentAnswered: MIN_PERCENT_ANSWERED,
        points: manual.flatMap(({ answers }, question) =>
          answers.map(({ points }, answer) => ({
            questionnaireCode: code,
            lineNo: lines[question]![answer]!,
            points: String(points),
          })),
        ),
      },
      [],
    );
  return lines;
}

/** A question that the interactions of the last year answer. */
async function loadTalked(
  tx: TransactionContext,
  code: string,
  { description, answers }: NonNullable<DemoQuestionnaire["talked"]>,
): Promise<void> {
  await createLine(tx, code, {
    type: "question",
    description,
    autoClassification: true,
    contactClassField: "interactionQuantity",
    classificationMethod: "definedValue",
    startingDateFormula: "-1Y",
    endingDateFormula: "0D",
  });
  for (const { description: text, fromValue, toValue } of answers)
    await createLine(tx, code, {
      type: "answer",
      description: text,
      fromValue: fromValue === null ? null : String(fromValue),
      toValue: toValue === null ? null : String(toValue),
    });
}

/** All that was ticked in one statement, as if it had been along the way; minors have no profiles. */
async function loadAnswers(
  tx: TransactionContext,
  answers: DemoProfiles["answers"],
  linesOf: ReadonlyMap<string, AnswerLines>,
  numbers: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = answers.map(({ contactKey, questionnaireCode, questionIndex, answerIndex, date }) => ({
    contactNo: numbers.get(contactKey)!,
    questionnaireCode,
    lineNo: linesOf.get(questionnaireCode)![questionIndex]![answerIndex]!,
    date,
  }));
  await sql`
    insert into contact_profile_answers (contact_id, questionnaire_id, line_no, answered_on)
    select c.id, q.id, r."lineNo", r.date
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("contactNo" text, "questionnaireCode" text,
             "lineNo" integer, date date)
      join contacts c on c.no = r."contactNo" join questionnaires q on q.code = r."questionnaireCode"
     where not c.minor`.execute(tx.db);
}
