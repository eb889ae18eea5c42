import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { getLine } from "./lines.queries.ts";
import type { RatingPoints } from "./ratings.contract.ts";

/**
 * The answers that give points in a rating.
 *
 * @throws NotFound `not_found`
 */
export async function listRatingPoints(
  db: Db,
  code: string,
  lineNo: number,
): Promise<{ items: RatingPoints[] }> {
  await getLine(db, code, lineNo);
  const { rows } = await sql<Omit<RatingPoints, "points"> & { points: string }>`
    select aq.code as "questionnaireCode", a.line_no as "lineNo", s.description as question, a.description as answer,
           p.points
      from rating_points p
      join questionnaires q on q.id = p.questionnaire_id
      join questionnaire_lines a on a.questionnaire_id = p.answer_questionnaire_id and a.line_no = p.answer_line_no
      join questionnaires aq on aq.id = a.questionnaire_id
      left join questionnaire_lines s on s.questionnaire_id = a.questionnaire_id and s.line_no = a.question_no
     where q.code = ${code} and p.line_no = ${lineNo}
     order by aq.code, a.position`.execute(db);
  return { items: rows.map((row) => ({ ...row, points: Number(row.points) })) };
}
