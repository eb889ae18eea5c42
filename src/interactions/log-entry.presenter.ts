import type { Selectable } from "kysely";
import type { Language } from "#platform/context.ts";
import { splitTimestamp } from "#platform/moment.rules.ts";
import type { InteractionsTables } from "./interactions.tables.ts";
import type { LogEntry } from "./log-entry.contract.ts";
import { interactionsTexts as english } from "./texts.en.ts";
import { interactionsTexts as finnish } from "./texts.fi.ts";
import { deriveTitle, formatTitle } from "./title.rules.ts";

/** A row of the log with the codes and names that people know its ids by. */
export interface NamedEntry
  extends Omit<
    Selectable<InteractionsTables["interaction_log_entries"]>,
    "contact_id" | "company_id" | "former_contact_id" | "campaign_id" | "opportunity_id" | "task_id"
  > {
  readonly contact_no: string | null;
  readonly contact_name: string | null;
  readonly company_no: string | null;
  readonly company_name: string | null;
  readonly former_contact_no: string | null;
  readonly template_code: string | null;
  readonly template_description: string | null;
  readonly template_flow: "outbound" | "inbound" | null;
  readonly group_code: string | null;
  readonly language_code: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly campaign_no: string | null;
  readonly opportunity_no: string | null;
  readonly task_no: string | null;
  /** Full name of the user who logged it. */
  readonly user_full_name: string | null;
}

const titlePatterns = { en: english.title, fi: finnish.title };

/** The entry as the API shows it; the title in the reader's language (R-TITLE). */
export function presentLogEntry(row: NamedEntry, language: Language): LogEntry {
  const title = deriveTitle({
    template:
      (row.template_code && {
        code: row.template_code,
        description: row.template_description,
        informationFlow: row.template_flow,
      }) ||
      null,
    salespersonName: row.salesperson_name,
    userName: row.user_full_name,
    contactName: row.contact_name,
  });
  const happened = splitTimestamp(row.happened_at);
  return {
    entryNo: row.entry_no,
    contactNo: row.contact_no,
    contactName: row.contact_name,
    contactCompanyNo: row.company_no,
    contactCompanyName: row.company_name,
    formerContactNo: row.former_contact_no,
    date: happened.date,
    time: happened.time,
    recordedAt: row.recorded_at,
    title: formatTitle(title, titlePatterns[language]),
    description: row.description,
    subject: row.subject,
    interactionTemplateCode: row.template_code,
    interactionGroupCode: row.group_code,
    languageCode: row.language_code,
    informationFlow: row.information_flow,
    initiatedBy: row.initiated_by,
    correspondenceType: row.correspondence_type,
    contactVia: row.contact_via,
    contactAltAddressCode: row.contact_alt_address_code,
    cost: Number(row.cost),
    durationMin: row.duration_min,
    evaluation: row.evaluation,
    attemptFailed: row.attempt_failed,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    userId: row.user_id,
    campaignNo: row.campaign_no,
    campaignEntryNo: row.campaign_entry_no,
    campaignTarget: row.campaign_target,
    campaignResponse: row.campaign_response,
    segmentNo: row.segment_no,
    loggedSegmentEntryNo: row.logged_segment_entry_no,
    taskNo: row.task_no,
    opportunityNo: row.opportunity_no,
    documentType: row.document_type,
    documentNo: row.document_no,
    versionNo: row.version_no,
    documentOccurrence: row.document_occurrence,
    attachmentNo: row.attachment_no,
    deliveryStatus: row.delivery_status,
    source: row.source,
    canceled: row.canceled,
    canceledAt: row.canceled_at,
    canceledBy: row.canceled_by,
    cancelReason: row.cancel_reason,
    correctsEntryNo: row.corrects_entry_no,
    correctedByEntryNo: row.corrected_by_entry_no,
    postponed: row.postponed,
    hasComment: row.comment_count > 0,
    noOfComments: row.comment_count,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}
