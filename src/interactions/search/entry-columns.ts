import { sql } from "kysely";
import type { InteractionsTables } from "../interactions.tables.ts";

/** All that is shown of an entry; what it is searched by stays in the database. */
const columns: Record<keyof InteractionsTables["interaction_log_entries"], true> = {
  contact_id: true,
  entry_no: true,
  company_id: true,
  former_contact_id: true,
  happened_at: true,
  recorded_at: true,
  description: true,
  subject: true,
  template_id: true,
  group_id: true,
  language_id: true,
  information_flow: true,
  initiated_by: true,
  correspondence_type: true,
  contact_via: true,
  contact_alt_address_code: true,
  cost: true,
  duration_min: true,
  evaluation: true,
  attempt_failed: true,
  salesperson_id: true,
  user_id: true,
  campaign_id: true,
  campaign_entry_no: true,
  campaign_target: true,
  campaign_response: true,
  segment_no: true,
  logged_segment_entry_no: true,
  task_id: true,
  opportunity_id: true,
  document_type: true,
  document_no: true,
  version_no: true,
  document_occurrence: true,
  attachment_no: true,
  source: true,
  delivery_status: true,
  postponed: true,
  canceled: true,
  canceled_at: true,
  canceled_by: true,
  cancel_reason: true,
  corrects_entry_no: true,
  corrected_by_entry_no: true,
  comment_count: true,
  kept_contact_name: true,
  kept_company_name: true,
  version: true,
  last_modified_at: true,
};

/** The columns of an entry `e`. */
export const entryColumns = sql.join(Object.keys(columns).map((column) => sql.ref(`e.${column}`)));

/** As many blanks, for rows beside entries that are none. */
export const noEntryColumns = sql.join(Object.keys(columns).map(() => sql`null`));
