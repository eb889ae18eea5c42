import type { Context } from "#app/database.ts";
import { type Accepted, sourcesOf, templateOf } from "./decide-recording.ts";
import type { RecordedRow } from "./insert-entries.commands.ts";
import type { LogEntry } from "./log-entry.contract.ts";
import { presentLogEntry } from "./log-entry.presenter.ts";
import type { RecordingFacts } from "./recording-facts.queries.ts";

/** The entry as a later read will show it, made of what is known already. */
export function presentRecorded(
  ctx: Context,
  row: RecordedRow,
  { input, values }: Accepted,
  facts: RecordingFacts,
  recordedAt: string,
): LogEntry {
  const { task, opportunity } = sourcesOf(input, facts);
  const contact = facts.contacts.get(values.contactNo)!;
  const template = templateOf(facts, values.interactionTemplateCode);
  const salesperson = facts.salespeople.get(values.salespersonCode ?? "");
  return presentLogEntry(
    {
      ...nothingYet,
      ...row,
      recorded_at: recordedAt,
      last_modified_at: recordedAt,
      contact_no: contact.no,
      contact_name: contact.name,
      company_no: contact.companyNo,
      company_name: contact.companyName,
      template_code: template?.code ?? null,
      template_description: template?.description ?? null,
      template_flow: template?.informationFlow ?? null,
      group_code: template?.interactionGroupCode ?? null,
      language_code: values.languageCode,
      salesperson_code: salesperson?.code ?? null,
      salesperson_name: salesperson?.name ?? null,
      campaign_no: values.campaignNo,
      opportunity_no: opportunity?.no ?? null,
      task_no: task?.no ?? null,
      user_full_name: ctx.actor.fullName,
    },
    ctx.language,
  );
}

/** Columns that a new entry leaves blank. */
const nothingYet = {
  former_contact_no: null,
  segment_no: null,
  logged_segment_entry_no: null,
  document_type: null,
  document_no: null,
  version_no: null,
  document_occurrence: null,
  delivery_status: null,
  canceled: false,
  canceled_at: null,
  canceled_by: null,
  cancel_reason: null,
  corrects_entry_no: null,
  corrected_by_entry_no: null,
  kept_contact_name: null,
  kept_company_name: null,
} as const;
