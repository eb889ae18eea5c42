import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ErasedCounts } from "../privacy.contract.ts";
import type { SubjectContact } from "./erasable-contact.ts";
import type { Copies } from "./forget-copies.ts";

/** What erasing the contact would take away or blank. */
export async function countErasable(
  db: Db,
  { id }: Pick<SubjectContact, "id">,
  { importIds, viewIds }: Pick<Copies, "importIds" | "viewIds">,
): Promise<ErasedCounts> {
  const own = (table: string) => sql`(select count(*) from ${sql.table(table)} where contact_id = ${id})`;
  const dealing = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} where contact_id = ${id} or former_contact_id = ${id})`;
  const { rows } = await sql<Omit<ErasedCounts, "imports" | "savedViews">>`
    with entries as (
      select contact_id, entry_no, postponed, comment_count, attachment_no from interaction_log_entries
       where contact_id = ${id} or former_contact_id = ${id})
    select (select count(*) from entries where not postponed) as interactions,
           (select count(*) from entries where postponed) as "postponedInteractions",
           ${own("interaction_drafts")} as "interactionDrafts",
           (select coalesce(sum(comment_count), 0)::bigint from entries) as "interactionComments",
           (select count(*) from entries where attachment_no is not null) as attachments,
           ${dealing("tasks")} as tasks,
           ${dealing("opportunities")} as opportunities,
           ${own("segment_lines")} as "segmentLines",
           ${own("contact_alternative_addresses")} as "alternativeAddresses",
           ${own("contact_comments")} as comments,
           ${own("contact_consents")} as consents,
           (select count(*) from contact_merges
             where ${id} in (survivor_id, duplicate_id) and duplicate is not null) as merges`.execute(db);
  return { ...rows[0]!, imports: importIds.length, savedViews: viewIds.length };
}
