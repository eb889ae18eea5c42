import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ClassifiedQuestion } from "../classification.contract.ts";
import type { ProfileOccasion } from "../history/record-changes.ts";

/** What an answer of a contact is for: the question whose answers are found. */
export interface AnswersScope {
  readonly questionnaireId: number;
  readonly questionNo: number;
  /** Only this contact; `null`: all of them. */
  readonly contactId: number | null;
  /** What the history says of the change; `null`: it is tried out, and nothing is written down. */
  readonly occasion: ProfileOccasion | null;
  /** How many contacts are named that get or lose an answer; none unless said. */
  readonly sampleSize?: number;
}

/** Who got and lost one answer: how many contacts, and some of them. */
export type ChangedAnswer = ClassifiedQuestion["answers"][number];

/** How many answers contacts got and lost, and how many contacts that were. */
export interface AnswerChanges {
  readonly gained: number;
  readonly lost: number;
  readonly noOfContacts: number;
  readonly noOfContactsChanged: number;
  /** Every answer of the question, in the order of the questionnaire. */
  readonly answers: ChangedAnswer[];
}

/**
 * Replaces all answers to a question by those that were found, in one statement that writes only what differs: a run
 * after which little has changed costs little more than finding out. The same statement writes the history: what was
 * gained and lost, and which ratings are held by other points than before.
 *
 * @param found a query of `contact_id`, `line_no`, `answered_on`, `points` and `answered_percent`, each answer once
 */
export async function replaceAnswers(
  tx: Tx,
  { questionnaireId, questionNo, contactId, occasion, sampleSize = 0 }: AnswersScope,
  found: RawBuilder<unknown>,
): Promise<AnswerChanges> {
  const { rows } = await sql<AnswerChanges>`
    with found as materialized (${found}),
    held as materialized (
      select a.contact_id, a.line_no, a.answered_on, a.points, a.answered_percent
        from contact_profile_answers a
       where a.questionnaire_id = ${questionnaireId} ${contactId === null ? sql`` : sql`and a.contact_id = ${contactId}`}
         and a.line_no in (
           select line_no from questionnaire_lines
            where questionnaire_id = ${questionnaireId} and question_no = ${questionNo} and type = 'answer')
    ), lost as (
      delete from contact_profile_answers a
       using (select contact_id, line_no from held except select contact_id, line_no from found) gone
       where a.questionnaire_id = ${questionnaireId} and a.contact_id = gone.contact_id and a.line_no = gone.line_no
      returning a.contact_id, a.line_no, a.points
    ), written as (
      insert into contact_profile_answers (contact_id, questionnaire_id, line_no, answered_on, points, answered_percent)
      select f.contact_id, ${questionnaireId}, f.line_no, f.answered_on, f.points, f.answered_percent
        from found f left join held h on h.contact_id = f.contact_id and h.line_no = f.line_no
       where h.contact_id is null
          or (f.answered_on, f.points, f.answered_percent) is distinct from (h.answered_on, h.points, h.answered_percent)
       order by f.contact_id
      on conflict (contact_id, questionnaire_id, line_no) do update
         set answered_on = excluded.answered_on, points = excluded.points, answered_percent = excluded.answered_percent
      returning contact_id, line_no, points
    ), compared as materialized (
      select w.contact_id, w.line_no, w.points, h.points as points_before, h.contact_id is null as is_gained
        from written w left join held h on h.contact_id = w.contact_id and h.line_no = w.line_no
    ), gained as (
      select contact_id, line_no from compared where is_gained
    ), ${historyOf(questionnaireId, occasion)} per_answer as (
      select line_no, count(*) filter (where is_gain) as gained, count(*) filter (where not is_gain) as lost
        from (select line_no, true as is_gain from gained union all select line_no, false from lost) changed
       group by line_no
    )
    select (select count(*) from gained) as gained, (select count(*) from lost) as lost,
           (select count(distinct contact_id) from found) as "noOfContacts",
           (select count(*) from (select contact_id from gained union select contact_id from lost) changed)
             as "noOfContactsChanged",
           (select coalesce(json_agg(json_build_object(
                     'lineNo', l.line_no, 'description', l.description,
                     'gained', coalesce(p.gained, 0), 'lost', coalesce(p.lost, 0),
                     'gainedBy', ${someOf("gained", sampleSize)}, 'lostBy', ${someOf("lost", sampleSize)})
                     order by l.position), '[]')
              from questionnaire_lines l left join per_answer p on p.line_no = l.line_no
             where l.questionnaire_id = ${questionnaireId} and l.question_no = ${questionNo} and l.type = 'answer')
             as answers`.execute(tx);
  return rows[0]!;
}

/** The history of the change, as a part of the statement; unchanged answers write none. */
function historyOf(questionnaireId: number, occasion: ProfileOccasion | null): RawBuilder<unknown> {
  if (occasion === null) return sql``;
  const { changeNo, cause, actor } = occasion;
  return sql`logged as (
      insert into contact_profile_changes
        (contact_id, change_no, questionnaire_id, line_no, change, points_before, points_after, cause, actor)
      select contact_id, ${changeNo}::bigint, ${questionnaireId}::int, line_no, change, points_before, points_after,
             ${cause}, ${actor}
        from (select contact_id, line_no, case when is_gained then 'gained' else 'points' end as change, points_before,
                     points as points_after
                from compared where is_gained or points is distinct from points_before
              union all select contact_id, line_no, 'lost', points, null from lost) changed
    ),`;
}

/** The first contacts that got or lost the answer line `l`; only they are looked up. */
function someOf(changed: "gained" | "lost", size: number): RawBuilder<unknown> {
  if (size === 0) return sql`'[]'::json`;
  return sql`(
    select coalesce(json_agg(json_build_object('no', c.no, 'name', coalesce(c.name, c.company_name)) order by c.no), '[]')
      from (select contact_id from ${sql.table(changed)} where line_no = l.line_no
             order by contact_id limit ${sql.lit(size)}) first
      join contacts c on c.id = first.contact_id)`;
}

/**
 * Whether a value `v` falls into the range of an answer line `a`: both bounds count, one that is blank is none, and
 * without any there is no match.
 */
export function isInRange(value: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`((a.from_value is not null or a.to_value is not null)
    and (a.from_value is null or ${value} >= a.from_value) and (a.to_value is null or ${value} <= a.to_value))`;
}
