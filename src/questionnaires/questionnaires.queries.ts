import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { codeOf } from "#setup/index.ts";
import type { listQuestionnaires as listEndpoint, Questionnaire } from "./questionnaires.contract.ts";
import type { QuestionnairesTables } from "./questionnaires.tables.ts";

export type QuestionnaireRow = Selectable<QuestionnairesTables["questionnaires"]> & {
  readonly business_relation_code: string | null;
  readonly no_of_questions: number;
};

const columns = sql`q.id, q.code, q.description, q.contact_type, q.business_relation_id, q.priority, q.classification_schedule,
  q.classification_weekday, q.classification_hour, q.classification_ordered_at, q.version, q.last_modified_at, ${codeOf("business_relations", "q.business_relation_id")} as business_relation_code,
  (select count(*) from questionnaire_lines l where l.questionnaire_id = q.id and l.type = 'question') as no_of_questions`;

export function presentQuestionnaire(row: QuestionnaireRow): Questionnaire {
  return {
    code: row.code,
    description: row.description,
    contactType: row.contact_type,
    businessRelationCode: row.business_relation_code,
    priority: row.priority,
    classificationSchedule: row.classification_schedule,
    classificationWeekday: row.classification_weekday,
    classificationHour: row.classification_hour,
    noOfQuestions: row.no_of_questions,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const code = { expression: sql`q.code`, type: "text" } as const;
const description = {
  expression: sql`coalesce(q.description, '')`,
  type: "text",
  collation: "fi-x-icu",
} as const;

/** One page of questionnaires. */
export function listQuestionnaires(db: Db, query: ListQuery) {
  const source = {
    columns,
    from: sql`questionnaires q`,
    where: matching(query),
    orders: { code: [code], description: [description, code] },
    defaultSort: "code",
  } as const;
  return fetchPage(db, source, query, presentQuestionnaire);
}

function matching({ search, code, contactType, businessRelationCode, priority }: ListQuery) {
  const conditions: RawBuilder<SqlBool>[] = [
    containsWords(sql`concat_ws(' ', q.code, q.description)`, search),
  ];
  if (code) conditions.push(sql<SqlBool>`q.code = any(${code}::text[])`);
  if (contactType) conditions.push(sql<SqlBool>`q.contact_type = any(${contactType}::text[])`);
  if (priority) conditions.push(sql<SqlBool>`q.priority = any(${priority}::text[])`);
  if (businessRelationCode)
    conditions.push(
      sql<SqlBool>`q.business_relation_id in (select id from business_relations where code = any(${businessRelationCode}::text[]))`,
    );
  return allOf(conditions);
}

/** @throws NotFound `not_found` */
export async function getQuestionnaire(db: Db, code: string): Promise<Questionnaire> {
  return presentQuestionnaire(await getQuestionnaireRow(db, code));
}

/**
 * A questionnaire by code. `write`: only one transaction at a time changes it or its lines; `read`: nobody changes
 * them until this transaction has ended.
 *
 * @throws NotFound `not_found`
 */
export async function getQuestionnaireRow(
  db: Db,
  code: string,
  lock: "none" | "read" | "write" = "none",
): Promise<QuestionnaireRow> {
  const locking = { none: sql``, read: sql`for share of q`, write: sql`for update of q` }[lock];
  const { rows } = await sql<QuestionnaireRow>`
    select ${columns} from questionnaires q where q.code = ${code} ${locking}`.execute(db);
  if (!rows[0]) throw questionnaireNotFound(code);
  return rows[0];
}

export function questionnaireNotFound(code: string, path = "code"): NotFound {
  return new NotFound("not_found", { key: code }, [{ path, code: "not_found", values: { key: code } }]);
}
