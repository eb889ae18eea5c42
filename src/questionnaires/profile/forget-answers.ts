import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { contactsDeleting } from "#contacts/index.ts";
import { on } from "#platform/events/events.ts";

/** The answers of contacts, and their history, go with them. */
export const forgetAnswers = on(contactsDeleting, "questionnaires", async (tx, { ids }) => {
  await waitForClassification(tx.db);
  await sql`delete from contact_profile_answers where contact_id = any(${ids}::bigint[])`.execute(tx.db);
  await sql`delete from contact_profile_changes where contact_id = any(${ids}::bigint[])`.execute(tx.db);
});

/**
 * A run over all contacts that is under way is waited for, question by question: it could not know that contacts are gone.
 */
export async function waitForClassification(tx: Tx): Promise<void> {
  await sql`
    select from questionnaire_lines where type = 'question' and auto_classification
     order by questionnaire_id, line_no for share`.execute(tx);
}
