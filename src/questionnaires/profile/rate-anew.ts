import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { emit } from "#platform/events/events.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { orderRatings, type QuestionKey, ratingsRestingOn } from "../classification.rules.ts";
import type { Audience } from "../classify/asked-contacts.ts";
import { ratingOf } from "../classify/plan-classification.ts";
import { rateContacts } from "../classify/rate-contacts.ts";
import { openOccasion } from "../history/record-changes.ts";
import type { LineRow } from "../lines.queries.ts";
import { classificationUpdated } from "../questionnaire-events.ts";
import { keyOf, readRatingGraph } from "../rating-graph.ts";

/** Finds the ratings of a contact anew, those first that others rest on: those that rest on the question, or all. */
export async function rateAnew(
  tx: TransactionContext,
  contactId: number,
  question: QuestionKey | null = null,
): Promise<void> {
  const { ratings, edges } = await readRatingGraph(tx.db);
  const ordered = orderRatings(ratings, edges) ?? [];
  const concerned = question === null ? new Set(ordered) : ratingsRestingOn(question, edges);
  if (concerned.size === 0) return;
  const rows = await lockRatings(tx.db, [...concerned]);
  const { date: today } = localMoment(tx.now, tx.timeZone);
  const occasion = await openOccasion(tx, "rating");
  for (const key of ordered) {
    const row = rows.find(({ questionnaire_id, line_no }) => keyOf(questionnaire_id, line_no) === key);
    if (!row) continue;
    const changes = await rateContacts(tx.db, ratingOf(row), { contactId, today, occasion });
    if (changes.gained + changes.lost === 0) continue;
    const { questionnaire_id: questionnaireId, line_no: questionNo } = row;
    await emit(tx, classificationUpdated, { questionnaireId, questionNo, contactId, ...changes });
  }
}

/** A run over all contacts finds these ratings before or after, not at the same time. */
async function lockRatings(tx: Tx, keys: readonly string[]): Promise<readonly (LineRow & Audience)[]> {
  const { rows } = await sql<LineRow & Audience>`
    select l.*, q.contact_type, q.business_relation_id
      from questionnaire_lines l join questionnaires q on q.id = l.questionnaire_id
     where l.questionnaire_id || ':' || l.line_no = any(${keys}::text[]) and l.auto_classification
     order by l.questionnaire_id, l.line_no for share of l`.execute(tx);
  return rows;
}
