import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ProfileOccasion } from "../history/record-changes.ts";
import { type Audience, isAsked } from "./asked-contacts.ts";
import { type AnswerChanges, isInRange, replaceAnswers } from "./write-answers.ts";

/** A rating question, ready to be found for contacts. */
export interface Rating {
  readonly questionnaireId: number;
  readonly questionNo: number;
  readonly audience: Audience;
  readonly decimals: number;
  readonly minPercentAnswered: number;
}

/**
 * Rates all contacts, or one: adds up the points of their answers and matches them with the answers of the rating.
 * Who has answered too few of the questions that it rests on is not rated (contacts §8, "Ratings").
 *
 * @param today the date of a rating that rests on no answer
 */
export function rateContacts(
  tx: Tx,
  rating: Rating,
  {
    contactId,
    today,
    occasion,
    sampleSize = 0,
  }: {
    readonly contactId: number | null;
    readonly today: string;
    readonly occasion: ProfileOccasion | null;
    readonly sampleSize?: number;
  },
): Promise<AnswerChanges> {
  const { questionnaireId, questionNo } = rating;
  return replaceAnswers(
    tx,
    { questionnaireId, questionNo, contactId, occasion, sampleSize },
    ratedContacts(rating, contactId, today),
  );
}

function ratedContacts(rating: Rating, contactId: number | null, today: string): RawBuilder<unknown> {
  const { questionnaireId, questionNo, audience, decimals, minPercentAnswered } = rating;
  const only = (column: RawBuilder<unknown>) =>
    contactId === null ? sql`true` : sql`${column} = ${contactId}`;
  // Every answer of the questions that the rating rests on counts as answered; those with points add to it.
  return sql`
    with points as materialized (
      select p.answer_questionnaire_id as questionnaire_id, p.answer_line_no as line_no, l.question_no, p.points
        from rating_points p
        join questionnaire_lines l on l.questionnaire_id = p.answer_questionnaire_id and l.line_no = p.answer_line_no
       where p.questionnaire_id = ${questionnaireId} and p.line_no = ${questionNo} and l.question_no is not null
    ), questions as materialized (
      select p.questionnaire_id, p.question_no, s.classified_on
        from (select distinct questionnaire_id, question_no from points) p
        join questionnaire_lines s on s.questionnaire_id = p.questionnaire_id and s.line_no = p.question_no
    ), counting as materialized (
      select l.questionnaire_id, l.line_no, l.question_no, q.classified_on, p.points
        from questions q
        join questionnaire_lines l on l.questionnaire_id = q.questionnaire_id and l.question_no = q.question_no
         and l.type = 'answer'
        left join points p on p.questionnaire_id = l.questionnaire_id and p.line_no = l.line_no
    ), answered as (
      select a.contact_id, g.questionnaire_id, g.question_no, sum(g.points) as points,
             min(coalesce(a.answered_on, g.classified_on)) filter (where g.points is not null) as since
        from contact_profile_answers a
        join counting g on g.questionnaire_id = a.questionnaire_id and g.line_no = a.line_no
       where ${only(sql`a.contact_id`)}
       group by a.contact_id, g.questionnaire_id, g.question_no
    ), summed as (
      select contact_id, coalesce(sum(points), 0) as points, count(*) as answered, min(since) as since
        from answered group by contact_id
    ), rated as (
      select c.id as contact_id, coalesce(s.points, 0) as points, coalesce(s.since, ${today}::date) as since,
             coalesce(100 * s.answered::numeric / nullif((select count(*) from questions), 0), 0) as percent
        from contacts c left join summed s on s.contact_id = c.id
       where ${only(sql`c.id`)} and ${isAsked(audience)}
    )
    select r.contact_id, a.line_no, r.since as answered_on, r.points, round(r.percent, 2) as answered_percent
      from rated r
      join questionnaire_lines a on a.questionnaire_id = ${questionnaireId} and a.question_no = ${questionNo}
       and a.type = 'answer' and ${isInRange(sql`round(r.points, ${sql.lit(decimals)})`)}
     where r.percent >= ${minPercentAnswered}`;
}
