import { sql } from "kysely";
import { contactsDeleting } from "#contacts/index.ts";
import { on } from "#platform/events/events.ts";

/**
 * The answers of contacts go with them. A run over all contacts that is under way is waited for, question by question:
 * it could not know that they are gone.
 */
export const forgetAnswers = on(contactsDeleting, "questionnaires", async (tx, { ids }) => {
  await sql`
    select from questionnaire_lines where type = 'question' and auto_classification
     order by questionnaire_id, line_no for share`.execute(tx.db);
  await sql`delete from contact_profile_answers where contact_id = any(${ids}::bigint[])`.execute(tx.db);
});
