import { sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import { Conflict } from "#platform/errors.ts";
import { orderRatings, type QuestionKey, type RatingEdge } from "./classification.rules.ts";

/** The questions that are ratings, and which questions each takes points from. */
export interface RatingGraph {
  readonly ratings: readonly QuestionKey[];
  readonly edges: readonly RatingEdge[];
}

export function keyOf(questionnaireId: number, lineNo: number): QuestionKey {
  return `${questionnaireId}:${lineNo}`;
}

export async function readRatingGraph(db: Db): Promise<RatingGraph> {
  const { rows } = await sql<{ rating: QuestionKey; source: QuestionKey | null }>`
    select distinct r.questionnaire_id || ':' || r.line_no as rating,
           a.questionnaire_id || ':' || a.question_no as source
      from questionnaire_lines r
      left join rating_points p on p.questionnaire_id = r.questionnaire_id and p.line_no = r.line_no
      left join questionnaire_lines a
        on a.questionnaire_id = p.answer_questionnaire_id and a.line_no = p.answer_line_no
     where r.contact_class_field = 'rating' order by 1, 2`.execute(db);
  return {
    ratings: [...new Set(rows.map(({ rating }) => rating))],
    edges: rows.flatMap(({ rating, source }) => (source === null ? [] : [{ rating, source }])),
  };
}

/**
 * From here on nobody else can add a link between ratings until the transaction has ended: two that are each right
 * could close a circle together. Call it before anything is written.
 */
export async function lockRatingGraph(tx: Tx): Promise<void> {
  await sql`lock table rating_points in share row exclusive mode`.execute(tx);
}

/** @throws Conflict `rating_cycle` when ratings rest on one another in a circle */
export async function refuseCycles(tx: Tx): Promise<void> {
  const { ratings, edges } = await readRatingGraph(tx);
  if (orderRatings(ratings, edges) === null) throw new Conflict("rating_cycle");
}
