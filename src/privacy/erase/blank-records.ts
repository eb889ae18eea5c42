import { sql } from "kysely";
import type { Tx } from "#app/database.ts";

/** Stands for a text that must not be blank and was erased; the same in every language. */
const erasedText = "–";

/** Tasks and opportunities of the contact, and those that stayed with a company it left, lose what they said. */
export async function blankRecords(tx: Tx, contactId: number): Promise<void> {
  for (const [table, blank] of [
    ["tasks", sql`, location = null`],
    ["opportunities", sql``],
  ] as const)
    await sql`
      update ${sql.table(table)} set description = ${erasedText}${blank}, version = version + 1, last_modified_at = now()
       where contact_id = ${contactId} or former_contact_id = ${contactId}`.execute(tx);
  await sql`
    with own as (
      update opportunities set comment_count = 0
       where (contact_id = ${contactId} or former_contact_id = ${contactId}) and comment_count > 0 returning id)
    delete from opportunity_comments c using own where c.opportunity_id = own.id`.execute(tx);
}

/** Where parties know the contact as whom they talk to, its name goes; that it is the one stays. */
export async function blankPrimaryContacts(tx: Tx, contactId: number): Promise<void> {
  await sql`
    update parties set contact_name = null, version = version + 1, last_modified_at = now()
     where primary_contact_id = ${contactId} and contact_name is not null`.execute(tx);
}

/** What was not logged yet never happened. Answers the attachments that it named. */
export async function deleteUnlogged(tx: Tx, contactId: number): Promise<readonly (number | null)[]> {
  const { rows } = await sql<{ attachmentNo: number | null }>`
    with gone as (
      delete from interaction_log_entries where contact_id = ${contactId} and postponed
      returning contact_id, entry_no, attachment_no
    ), comments as (
      delete from interaction_comments c using gone
       where c.contact_id = gone.contact_id and c.entry_no = gone.entry_no
    ), drafts as (
      delete from interaction_drafts d
       where d.contact_id = ${contactId} or d.resumed_entry_no in (select entry_no from gone)
      returning d.attachment_no
    )
    select attachment_no as "attachmentNo" from gone union all select attachment_no from drafts`.execute(tx);
  return rows.map(({ attachmentNo }) => attachmentNo);
}

/** How merges left the contact before them; merges of the contact itself cannot be undone any more. */
export async function forgetMergedStates(tx: Tx, contactId: number): Promise<void> {
  await sql`
    with own as (
      update contact_merges set duplicate = null, duplicate_name = null
       where ${contactId} in (survivor_id, duplicate_id) returning id)
    delete from contact_merge_steps s using own where s.merge_id = own.id`.execute(tx);
  // As one of the people of merged companies only its company is still needed.
  await sql`
    update contact_merge_steps s set details = (
        select coalesce(jsonb_agg(case when (d -> 'key' ->> 'id')::bigint = ${contactId} then jsonb_build_object(
                 'key', d -> 'key', 'before', jsonb_build_object('company_id', d #> '{before,company_id}'),
                 'after', jsonb_build_object('company_id', d #> '{after,company_id}')) else d end), '[]')
          from jsonb_array_elements(s.details) d
         where (d -> 'key' ->> 'id')::bigint <> ${contactId} or d -> 'before' ? 'company_id')
     where s.table_name = 'contacts' and s.action = 'changed'
       and s.details @> ${JSON.stringify([{ key: { id: contactId } }])}::jsonb`.execute(tx);
}
