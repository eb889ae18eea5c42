import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { Conflict, NotFound } from "#platform/errors.ts";
import type { ContactProfile, ProfileAnswer, ProfileQuestion } from "../profile.contract.ts";
import {
  hiddenPriority,
  isFor,
  type Priority,
  priorities,
  type QuestionnaireContactType,
} from "../questionnaire.rules.ts";

export interface ProfileContact {
  readonly id: number;
  readonly no: string;
  readonly type: "company" | "person";
  readonly minor: boolean;
  readonly businessRelationIds: readonly number[];
}

/**
 * The contact whose profile it is; `write` keeps others from writing it at the same time.
 *
 * @throws NotFound `contact_not_found`, Conflict `contact_minor`: minors have no profiles
 */
export async function getProfileContact(
  db: Db,
  no: string,
  lock: "none" | "write" = "none",
): Promise<ProfileContact> {
  const { rows } = await sql<ProfileContact>`
    select c.id, c.no, c.type, c.minor,
           array(select r.business_relation_id from contact_business_relations r
                  where r.contact_id = coalesce(c.company_id, c.id)) as "businessRelationIds"
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no} ${lock === "write" ? sql`for no key update of c` : sql``}`.execute(db);
  if (!rows[0]) throw new NotFound("contact_not_found", { no });
  if (rows[0].minor) throw new Conflict("contact_minor", { no });
  return rows[0];
}

interface ProfileLine {
  readonly questionnaireId: number;
  readonly code: string;
  readonly questionnaire: string | null;
  readonly questionnairePriority: Priority;
  readonly contactType: QuestionnaireContactType | null;
  readonly businessRelationId: number | null;
  readonly lineNo: number;
  readonly type: "question" | "answer";
  readonly questionNo: number | null;
  readonly description: string | null;
  readonly priority: Priority;
  readonly multipleAnswers: boolean;
  readonly isAutomatic: boolean;
  readonly isRating: boolean;
  readonly classifiedOn: string | null;
  readonly isHeld: boolean;
  readonly answeredOn: string | null;
  readonly points: string | null;
  readonly answeredPercent: string | null;
}

/**
 * The profile of a contact: its answers, and the questionnaires that are for it.
 *
 * @throws NotFound `contact_not_found`, Conflict `contact_minor`, `profile_none`
 */
export async function getContactProfile(db: Db, no: string): Promise<ContactProfile> {
  const contact = await getProfileContact(db, no);
  const lines = offered(await findProfileLines(db, contact.id), contact);
  if (lines.length === 0) throw new Conflict("profile_none", { no });
  const pointsOf = await findPointsGiven(db, contact.id, lines);
  return {
    items: presentAnswers(lines, pointsOf),
    questionnaires: [...Map.groupBy(lines, ({ code }) => code).values()].map((ofOne) => ({
      code: ofOne[0]!.code,
      description: ofOne[0]!.questionnaire,
      priority: ofOne[0]!.questionnairePriority,
      questions: presentQuestions(ofOne),
    })),
  };
}

/** Every line of every questionnaire, with what the contact holds. */
async function findProfileLines(db: Db, contactId: number): Promise<ProfileLine[]> {
  const { rows } = await sql<ProfileLine>`
    select q.id as "questionnaireId", q.code, q.description as questionnaire, q.priority as "questionnairePriority",
           q.contact_type as "contactType", q.business_relation_id as "businessRelationId", l.line_no as "lineNo",
           l.type, l.question_no as "questionNo", l.description, l.priority,
           l.multiple_answers as "multipleAnswers", l.auto_classification as "isAutomatic",
           l.contact_class_field is not distinct from 'rating' as "isRating", l.classified_on as "classifiedOn",
           a.contact_id is not null as "isHeld", a.answered_on as "answeredOn", a.points,
           a.answered_percent as "answeredPercent"
      from questionnaires q
      join questionnaire_lines l on l.questionnaire_id = q.id
      left join contact_profile_answers a
        on a.contact_id = ${contactId} and a.questionnaire_id = l.questionnaire_id and a.line_no = l.line_no
     order by array_position(${priorities}::text[], q.priority) desc, q.code, l.position`.execute(db);
  return rows;
}

/** Those of questionnaires that are for the contact or that it has answers of. */
function offered(lines: readonly ProfileLine[], contact: ProfileContact): readonly ProfileLine[] {
  const answered = new Set(
    lines.filter(({ isHeld }) => isHeld).map(({ questionnaireId }) => questionnaireId),
  );
  return lines.filter((line) => isFor(line, contact) || answered.has(line.questionnaireId));
}

function presentQuestions(lines: readonly ProfileLine[]): ProfileQuestion[] {
  return lines
    .filter(({ type }) => type === "question")
    .map((question) => ({
      lineNo: question.lineNo,
      description: question.description,
      multipleAnswers: question.multipleAnswers,
      isAutomatic: question.isAutomatic,
      isRating: question.isRating,
      answers: lines
        .filter(({ type, questionNo }) => type === "answer" && questionNo === question.lineNo)
        .map((answer) => ({
          lineNo: answer.lineNo,
          description: answer.description,
          priority: answer.priority,
          isHeld: answer.isHeld,
          date: answer.isHeld ? dateOf(answer, question) : null,
        })),
    }));
}

/** Automatic answers were found on the day on which their question was classified. */
function dateOf(answer: ProfileLine, question: ProfileLine | undefined): string | null {
  return answer.answeredOn ?? question?.classifiedOn ?? null;
}

function presentAnswers(lines: readonly ProfileLine[], pointsOf: PointsByRating): ProfileAnswer[] {
  return lines
    .filter(({ isHeld, priority }) => isHeld && priority !== hiddenPriority)
    .map((answer): ProfileAnswer => {
      const question = lines.find(
        ({ questionnaireId, lineNo }) =>
          questionnaireId === answer.questionnaireId && lineNo === answer.questionNo,
      );
      return {
        questionnaireCode: answer.code,
        lineNo: answer.lineNo,
        questionLineNo: answer.questionNo,
        question: question?.description ?? null,
        answer: answer.description,
        priority: answer.priority,
        questionnairePriority: answer.questionnairePriority,
        isAutomatic: question?.isAutomatic ?? false,
        isRating: question?.isRating ?? false,
        date: dateOf(answer, question),
        points: answer.points === null ? null : Number(answer.points),
        answeredPercent: answer.answeredPercent === null ? null : Number(answer.answeredPercent),
        pointsFrom: pointsOf.get(`${answer.questionnaireId}:${answer.questionNo}`) ?? [],
      };
    })
    .sort(
      (a, b) =>
        rankOf(b.priority) - rankOf(a.priority) ||
        rankOf(b.questionnairePriority) - rankOf(a.questionnairePriority),
    );
}

function rankOf(priority: Priority): number {
  return priorities.indexOf(priority);
}

type PointsByRating = ReadonlyMap<string, ProfileAnswer["pointsFrom"]>;

/** By rating question: the answers of the contact that gave points. */
async function findPointsGiven(
  db: Db,
  contactId: number,
  lines: readonly ProfileLine[],
): Promise<PointsByRating> {
  if (!lines.some(({ isHeld, points }) => isHeld && points !== null)) return new Map();
  const { rows } = await sql<
    { rating: string; points: string } & Omit<ProfileAnswer["pointsFrom"][number], "points">
  >`
    select p.questionnaire_id || ':' || p.line_no as rating, q.code as "questionnaireCode", l.line_no as "lineNo",
           s.description as question, l.description as answer, p.points
      from contact_profile_answers a
      join rating_points p on p.answer_questionnaire_id = a.questionnaire_id and p.answer_line_no = a.line_no
      join questionnaire_lines l on l.questionnaire_id = a.questionnaire_id and l.line_no = a.line_no
      join questionnaires q on q.id = l.questionnaire_id
      left join questionnaire_lines s on s.questionnaire_id = l.questionnaire_id and s.line_no = l.question_no
     where a.contact_id = ${contactId}
     order by abs(p.points) desc, q.code, l.position`.execute(db);
  const given = rows.map(({ rating, points, ...answer }) => ({
    rating,
    answer: { ...answer, points: Number(points) },
  }));
  return new Map(
    [...Map.groupBy(given, ({ rating }) => rating)].map(([rating, ofRating]) => [
      rating,
      ofRating.map(({ answer }) => answer),
    ]),
  );
}
