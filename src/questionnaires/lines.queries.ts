import { type Selectable, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { Conflict, type NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { checkLines } from "./classification.rules.ts";
import type { LineContent } from "./line.rules.ts";
import type { listQuestionnaireAnswers as answersEndpoint, QuestionnaireLine } from "./lines.contract.ts";
import { getQuestionnaireRow, questionnaireNotFound } from "./questionnaires.queries.ts";
import type { QuestionnairesTables } from "./questionnaires.tables.ts";

export type LineRow = Selectable<QuestionnairesTables["questionnaire_lines"]>;

/** What a row holds, as the rules see it. */
export function contentOf(row: LineRow): LineContent {
  return {
    type: row.type,
    description: row.description,
    multipleAnswers: row.multiple_answers,
    autoClassification: row.auto_classification,
    customerClassField: row.customer_class_field,
    vendorClassField: row.vendor_class_field,
    contactClassField: row.contact_class_field,
    startingDateFormula: row.starting_date_formula,
    endingDateFormula: row.ending_date_formula,
    classificationMethod: row.classification_method,
    sortingMethod: row.sorting_method,
    decimals: row.decimals,
    minPercentAnswered: row.min_percent_answered,
    fromValue: row.from_value,
    toValue: row.to_value,
    priority: row.priority,
  };
}

export function presentLine(row: LineRow, noOfContacts: number): QuestionnaireLine {
  return {
    ...contentOf(row),
    lineNo: row.line_no,
    questionLineNo: row.type === "answer" ? row.question_no : null,
    fromValue: numberOf(row.from_value),
    toValue: numberOf(row.to_value),
    noOfContacts,
    classifiedOn: row.classified_on,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

export function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

/** All lines of a questionnaire in their order. */
export async function findLines(db: Db, questionnaireId: number): Promise<readonly LineRow[]> {
  return db
    .selectFrom("questionnaire_lines")
    .selectAll()
    .where("questionnaire_id", "=", questionnaireId)
    .orderBy("position")
    .execute();
}

/** How many contacts hold each answer, by line. */
export async function countContacts(db: Db, questionnaireId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ line_no: number; n: number }>`
    select line_no, count(*) as n from contact_profile_answers
     where questionnaire_id = ${questionnaireId} group by line_no`.execute(db);
  return new Map(rows.map(({ line_no, n }) => [line_no, n]));
}

/** @throws NotFound `not_found` */
export async function listLines(db: Db, code: string): Promise<{ items: QuestionnaireLine[] }> {
  const { id } = await getQuestionnaireRow(db, code);
  const [lines, counts] = [await findLines(db, id), await countContacts(db, id)];
  return { items: lines.map((line) => presentLine(line, counts.get(line.line_no) ?? 0)) };
}

/** @throws NotFound `not_found` */
export async function getLine(db: Db, code: string, lineNo: number): Promise<QuestionnaireLine> {
  const { id } = await getQuestionnaireRow(db, code);
  const row = (await findLines(db, id)).find(({ line_no }) => line_no === lineNo);
  if (!row) throw lineNotFound(code, lineNo);
  return presentLine(row, await countHolders(db, row));
}

/** Contacts that hold one answer. */
export async function countHolders(
  db: Db,
  { questionnaire_id, line_no }: Pick<LineRow, "questionnaire_id" | "line_no">,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from contact_profile_answers
     where questionnaire_id = ${questionnaire_id} and line_no = ${line_no}`.execute(db);
  return rows[0]!.n;
}

export function lineNotFound(code: string, lineNo: number): NotFound {
  return questionnaireNotFound(`${code}:${lineNo}`, "lineNo");
}

/** 409: only answers can be chosen, moved or given points. */
export function notAnAnswer(code: string, lineNo: number): Conflict {
  return new Conflict("profile_not_answer", { key: `${code}:${lineNo}` });
}

/** @throws NotFound `not_found` */
export async function checkQuestionnaire(db: Db, code: string) {
  const { id } = await getQuestionnaireRow(db, code);
  const lines = await findLines(db, id);
  const warned = checkLines(lines.map((row) => ({ ...contentOf(row), lineNo: row.line_no })));
  return { items: warned.map(({ lineNo, warnings }) => ({ lineNo, warnings: [...warnings] })) };
}

type AnswersQuery = Output<NonNullable<typeof answersEndpoint.query>>;

/** What filters call an answer: `CODE:10000`. */
const answerCode = sql`q.code || ':' || l.line_no`;

/** Answers of all questionnaires. */
export function listAnswers(db: Db, { search, code, questionnaireCode, ...query }: AnswersQuery) {
  const conditions = [
    sql`l.type = 'answer'`,
    containsWords(sql`concat_ws(' ', q.code, s.description, l.description)`, search),
  ];
  if (code) conditions.push(sql`${answerCode} = any(${code}::text[])`);
  if (questionnaireCode) conditions.push(sql`q.code = any(${questionnaireCode}::text[])`);
  const source = {
    columns: sql`${answerCode} as code, q.code as "questionnaireCode", l.line_no as "lineNo",
      l.question_no as "questionLineNo", s.description as question, l.description as answer`,
    from: sql`questionnaire_lines l join questionnaires q on q.id = l.questionnaire_id
      left join questionnaire_lines s on s.questionnaire_id = l.questionnaire_id and s.line_no = l.question_no`,
    where: allOf(conditions),
    orders: {
      code: [
        { expression: sql`q.code`, type: "text" },
        { expression: sql`l.position`, type: "integer" },
      ],
    },
    defaultSort: "code",
  } as const;
  interface AnswerRow {
    readonly code: string;
    readonly questionnaireCode: string;
    readonly lineNo: number;
    readonly questionLineNo: number | null;
    readonly question: string | null;
    readonly answer: string | null;
  }
  return fetchPage(db, source, query, (row: AnswerRow & { sort_values?: unknown }) => ({
    code: row.code,
    questionnaireCode: row.questionnaireCode,
    lineNo: row.lineNo,
    questionLineNo: row.questionLineNo,
    question: row.question,
    answer: row.answer,
  }));
}
