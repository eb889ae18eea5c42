import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { childTables } from "#contacts/index.ts";

/**
 * What becomes of the rows of a contact's own: `delete` what people wrote or what can be traced, `keep` what only counts
 * it among others. A test compares it with the registry of everything that refers to contacts.
 */
export const childPolicies: Readonly<Record<string, "delete" | "keep">> = {
  contact_business_relations: "keep",
  contact_mailing_groups: "keep",
  contact_industry_groups: "keep",
  contact_job_responsibilities: "keep",
  contact_profile_answers: "keep",
  contact_profile_changes: "keep",
  // Holds the word that the contact is looked for by.
  contact_web_sources: "delete",
  contact_alternative_address_ranges: "delete",
  contact_alternative_addresses: "delete",
  contact_comments: "delete",
  contact_consents: "delete",
  contact_images: "delete",
  // Without what it said: parties blank it when a contact is erased.
  sync_log_entries: "keep",
  contact_search_strings: "delete",
};

/** Deletes the contact's own rows as their tables' policies say. */
export async function eraseChildren(tx: Tx, contactId: number): Promise<void> {
  for (const { table } of childTables.toReversed()) {
    if (childPolicies[table] === "keep") continue;
    await sql`delete from ${sql.table(table)} where contact_id = ${contactId}`.execute(tx);
  }
  await sql`
    delete from contact_duplicates where ${contactId} in (contact_id, duplicate_id)`.execute(tx);
}
