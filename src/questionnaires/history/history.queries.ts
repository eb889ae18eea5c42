import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { getProfileContact } from "../profile/profile.queries.ts";
import type { listProfileChanges as contract, ProfileChange } from "./history.contract.ts";

type Row = Omit<ProfileChange, "pointsBefore" | "pointsAfter"> & {
  readonly pointsBefore: string | null;
  readonly pointsAfter: string | null;
};

/** The number of a deleted line may have been given again: what was meant is the line that stood at the time. */
const from = sql`contact_profile_changes h
  left join lateral (
    select f.questionnaire_code, f.question, f.answer, true as was_deleted from former_questionnaire_lines f
     where f.questionnaire_id = h.questionnaire_id and f.line_no = h.line_no and f.deleted_at >= h.recorded_at
     order by f.deleted_at limit 1) f on true
  left join questionnaires q on q.id = h.questionnaire_id
  left join questionnaire_lines l on l.questionnaire_id = h.questionnaire_id and l.line_no = h.line_no
  left join questionnaire_lines s on s.questionnaire_id = l.questionnaire_id and s.line_no = l.question_no`;

const columns = sql`h.change_no as "changeNo", h.recorded_at as "recordedAt",
  coalesce(q.code, f.questionnaire_code, '') as "questionnaireCode", h.line_no as "lineNo",
  case when f.was_deleted then f.question else s.description end as question,
  case when f.was_deleted then f.answer else l.description end as answer,
  f.was_deleted is not null as "isLineDeleted", h.change, h.points_before as "pointsBefore",
  h.points_after as "pointsAfter", h.cause, h.actor`;

const orders = {
  recordedAt: [
    { expression: sql`h.recorded_at`, type: "timestamptz" },
    { expression: sql`h.change_no`, type: "bigint" },
    { expression: sql`h.questionnaire_id`, type: "bigint" },
    // What came stands above what went.
    { expression: sql`case h.change when 'gained' then 'z' else h.change end`, type: "text", collation: "C" },
    { expression: sql`h.line_no`, type: "bigint" },
  ],
} as const;

/**
 * A page of the history of a contact's answers.
 *
 * @throws NotFound `contact_not_found`, Conflict `contact_minor`
 */
export async function listProfileChanges(
  db: Db,
  no: string,
  query: Output<NonNullable<typeof contract.query>>,
) {
  const contact = await getProfileContact(db, no);
  const conditions: RawBuilder<unknown>[] = [sql`h.contact_id = ${contact.id}`];
  if (query.questionnaireCode)
    conditions.push(sql`coalesce(q.code, f.questionnaire_code) = any(${query.questionnaireCode}::text[])`);
  const source = { columns, from, where: allOf(conditions), orders, defaultSort: "-recordedAt" } as const;
  return fetchPage(db, source, query, present);
}

function present({ pointsBefore, pointsAfter, ...row }: Row): ProfileChange {
  const points = (value: string | null) => (value === null ? null : Number(value));
  return { ...row, pointsBefore: points(pointsBefore), pointsAfter: points(pointsAfter) };
}
