import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { QuestionnaireDistribution } from "./classification.contract.ts";
import { isAsked } from "./classify/asked-contacts.ts";
import { countContacts, findLines } from "./lines.queries.ts";
import { getQuestionnaireRow } from "./questionnaires.queries.ts";

/**
 * How many contacts hold each answer of a questionnaire.
 *
 * @throws NotFound `not_found`
 */
export async function getDistribution(db: Db, code: string): Promise<QuestionnaireDistribution> {
  const questionnaire = await getQuestionnaireRow(db, code);
  const lines = await findLines(db, questionnaire.id);
  const counts = await countContacts(db, questionnaire.id);
  const several = lines.filter(
    (line) => line.type === "question" && (line.multiple_answers || line.auto_classification),
  );
  const holders = await countHoldersOfAny(
    db,
    questionnaire.id,
    several.map(({ line_no }) => line_no),
  );
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from contacts c where ${isAsked(questionnaire)}`.execute(db);
  return {
    noOfContacts: rows[0]!.n,
    questions: lines
      .filter(({ type }) => type === "question")
      .map((question) => {
        const answers = lines
          .filter(({ type, question_no }) => type === "answer" && question_no === question.line_no)
          .map(({ line_no, description, priority }) => ({
            lineNo: line_no,
            description,
            priority,
            noOfContacts: counts.get(line_no) ?? 0,
          }));
        const sum = answers.reduce((total, { noOfContacts }) => total + noOfContacts, 0);
        return {
          lineNo: question.line_no,
          description: question.description,
          isAutomatic: question.auto_classification,
          isRating: question.contact_class_field === "rating",
          classifiedOn: question.classified_on,
          noOfContacts: several.includes(question) ? (holders.get(question.line_no) ?? 0) : sum,
          answers,
        };
      }),
  };
}

/** By question: contacts that hold at least one answer. Only for questions that allow several; others need no counting. */
async function countHoldersOfAny(
  db: Db,
  questionnaireId: number,
  questionNos: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (questionNos.length === 0) return new Map();
  const { rows } = await sql<{ question_no: number; n: number }>`
    select question_no, count(*) as n from (
      select distinct l.question_no, a.contact_id
        from questionnaire_lines l
        join contact_profile_answers a on a.questionnaire_id = l.questionnaire_id and a.line_no = l.line_no
       where l.questionnaire_id = ${questionnaireId} and l.type = 'answer' and l.question_no = any(${questionNos}::int[])
    ) held group by question_no`.execute(db);
  return new Map(rows.map(({ question_no, n }) => [question_no, n]));
}
