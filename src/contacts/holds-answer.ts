import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";

/**
 * Contacts `c` that hold one of the profile answers (`questionnaire:line`). The lines are looked up beforehand, so that
 * the plan knows whether an answer is rare: then it begins with the contacts that hold it, otherwise it looks at the
 * answers of the contacts of the page.
 */
export async function holdsAnswer(db: Db, answers: readonly string[]): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{ questionnaire_id: number; line_no: number }>`
    select l.questionnaire_id, l.line_no
      from questionnaire_lines l join questionnaires q on q.id = l.questionnaire_id
     where q.code || ':' || l.line_no = any(${answers}::text[])`.execute(db);
  if (rows.length === 0) return sql<SqlBool>`false`;
  const lines = rows.map(
    ({ questionnaire_id, line_no }) =>
      sql`(a.questionnaire_id = ${questionnaire_id} and a.line_no = ${line_no})`,
  );
  return sql<SqlBool>`exists (
    select from contact_profile_answers a where a.contact_id = c.id and (${sql.join(lines, sql` or `)}))`;
}
