import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { copyAttachments, discardAttachments } from "#attachments/index.ts";
import { prepared } from "#platform/db/prepared.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { attachToCampaigns } from "./campaign-entries/attach.ts";
import { commentRows } from "./comment-rows.ts";
import { type Accepted, contentOf, type Decision, sourcesOf, templateOf } from "./decide-recording.ts";
import type { LogEntry } from "./log-entry.contract.ts";
import { presentRecorded } from "./recorded-entry.presenter.ts";
import type { RecordingFacts } from "./recording-facts.queries.ts";

/** Writes entries, their comments and one line of the audit trail in a single statement. */
export async function insertEntries(
  tx: TransactionContext,
  decisions: readonly Accepted[],
  facts: RecordingFacts,
): Promise<LogEntry[]> {
  const numbers = await takeNumbers(tx, decisions);
  const attachments = await attachContent(tx, decisions);
  const rows = await withCampaignEntries(
    tx,
    decisions.map((decision, index) => ({
      ...toRow(tx, decision, facts, numbers[index]!),
      attachment_no: attachments[index]!,
    })),
  );
  const comments = decisions.flatMap((recording, index) => commentRows(tx, recording, rows[index]!));
  const key = numbers.length === 1 ? String(numbers[0]) : `${numbers[0]}-${numbers.at(-1)}`;
  const isPostponed = decisions.every(({ input }) => input.postponed);
  const companies = new Map(rows.map((row) => [row.contact_id, row.company_id]));
  const written = await sql<{ recorded_at: string; locked: number }>`${prepared}
    with locked as (
      -- nobody deletes a contact or moves it to another company while something is being recorded for it
      select c.id from contacts c
        join unnest(${[...companies.keys()]}::bigint[], ${[...companies.values()]}::bigint[]) as r(contact_id, company_id)
          on r.contact_id = c.id
       where c.company_id is not distinct from r.company_id
       order by c.id for share of c
    ), entries as (
      insert into interaction_log_entries (contact_id, entry_no, company_id, happened_at, description, subject,
        template_id, group_id, language_id, information_flow, initiated_by, correspondence_type, contact_via,
        cost, duration_min, evaluation, attempt_failed, salesperson_id, user_id, campaign_id,
        campaign_entry_no, campaign_target, campaign_response, opportunity_id, task_id, attachment_no, source, comment_count, postponed, version, search_vector,
        corrects_entry_no, former_contact_id, contact_alt_address_code, segment_no, logged_segment_entry_no, document_type,
        document_no, version_no, document_occurrence, delivery_status)
      select r.contact_id, r.entry_no, r.company_id, r.happened_at, r.description, r.subject,
        r.template_id, r.group_id, r.language_id, r.information_flow, r.initiated_by, r.correspondence_type, r.contact_via,
        r.cost, r.duration_min, r.evaluation, r.attempt_failed, r.salesperson_id, r.user_id, r.campaign_id,
        r.campaign_entry_no, r.campaign_target, r.campaign_response, r.opportunity_id, r.task_id, r.attachment_no, r.source, r.comment_count, r.postponed, r.version,
        search_vector_of(concat_ws(' ', r.description, nullif(r.subject, r.description), r.comments)),
        r.corrects_entry_no, r.former_contact_id, r.contact_alt_address_code, r.segment_no, r.logged_segment_entry_no, r.document_type,
        r.document_no, r.version_no, r.document_occurrence, r.delivery_status
      from jsonb_to_recordset(${JSON.stringify(withComments(rows, comments))}::jsonb) as r(contact_id bigint, entry_no bigint, company_id bigint,
        happened_at timestamp, description text, subject text, template_id integer, group_id integer, language_id integer,
        information_flow text, initiated_by text, correspondence_type text, contact_via text, cost numeric,
        duration_min integer, evaluation text, attempt_failed boolean, salesperson_id integer, user_id text,
        campaign_id integer, campaign_entry_no bigint, campaign_target boolean, campaign_response boolean,
        opportunity_id integer, task_id integer, attachment_no bigint, source text, comment_count integer,
        postponed boolean, version integer, comments text, corrects_entry_no bigint, former_contact_id bigint,
        contact_alt_address_code text, segment_no text, logged_segment_entry_no bigint, document_type text, document_no text,
        version_no integer, document_occurrence integer, delivery_status text)
      returning happened_at
    ), changed_days as (
      ${changedDaysOf("entries")}
    ), comments as (
      insert into interaction_comments (contact_id, entry_no, line_no, date, code, text, author, created_at, last_modified_at)
      select c.contact_id, c.entry_no, c.line_no, c.date, c.code, c.text, c.author, coalesce(c.created_at, now()), c.last_modified_at
      from jsonb_to_recordset(${JSON.stringify(comments)}::jsonb)
        as c(contact_id bigint, entry_no bigint, line_no integer, date date, code text, text text, author text,
          created_at timestamptz, last_modified_at timestamptz)
    ), audit as (
      insert into audit_entries (request_id, actor, user_id, token_id, action, resource, resource_key, changes)
      values (${tx.requestId}, ${tx.actor.name}, ${tx.actor.userId}, ${tx.actor.tokenId},
        ${isPostponed ? "interaction.postponed" : "interaction.recorded"},
        'interaction-log-entries', ${key}, ${JSON.stringify({ count: rows.length })}::jsonb)
    )
    select now() as recorded_at, (select count(*) from locked) as locked
  `.execute(tx.db);
  const { recorded_at: recordedAt, locked } = written.rows[0]!;
  if (locked < companies.size) throw new Conflict("concurrent_change");
  await discardAttachments(
    tx,
    decisions.map(({ resumed }) => resumed?.attachmentNo ?? null),
  );
  return decisions.map((decision, index) => presentRecorded(tx, rows[index]!, decision, facts, recordedAt));
}

/** Rows with the texts of their comments, by which they are found too; `null` without any. */
function withComments(rows: readonly RecordedRow[], comments: ReturnType<typeof commentRows>) {
  const texts = Map.groupBy(comments, ({ entry_no }) => entry_no);
  return rows.map((row) => ({
    ...row,
    comments:
      texts
        .get(row.entry_no)
        ?.map(({ text }) => text)
        .join(" ") ?? null,
  }));
}

/** A row of the log on its way. */
type NewRow = ReturnType<typeof toRow> & {
  readonly attachment_no: number | null;
  /** The one of the entry that is corrected; otherwise it is looked for. */
  readonly campaign_entry_no?: number | null;
};
export type RecordedRow = NewRow & { readonly campaign_entry_no: number | null };

/** Attaches what is logged for a campaign to the campaign's entry; what is postponed is not (R-CAMP). */
async function withCampaignEntries(tx: TransactionContext, rows: readonly NewRow[]): Promise<RecordedRow[]> {
  const logged = rows.flatMap(({ campaign_id, campaign_entry_no, happened_at, salesperson_id, postponed }) =>
    campaign_id === null || postponed || campaign_entry_no !== undefined
      ? []
      : [{ campaign_id, date: happened_at.slice(0, 10), salesperson_id }],
  );
  const entryNos = await attachToCampaigns(tx, logged);
  return rows.map((row) => ({
    ...row,
    campaign_entry_no: row.postponed
      ? null
      : (row.campaign_entry_no ?? entryNos.get(row.campaign_id ?? 0) ?? null),
  }));
}

/**
 * An own read-only record of its content for every entry (section 8.2), bytes shared; the one a resumed entry has already
 * stays.
 */
async function attachContent(
  tx: TransactionContext,
  decisions: readonly Accepted[],
): Promise<(number | null)[]> {
  const contents = decisions.map((decision) => contentOf(decision, decision.values));
  const isKept = (index: number) => contents[index] === decisions[index]!.resumed?.attachmentNo;
  const copied = await copyAttachments(
    tx,
    contents.flatMap((no, index) => (no === null || isKept(index) ? [] : [no])),
  );
  let next = 0;
  return contents.map((no, index) => (no === null || isKept(index) ? no : copied[next++]!));
}

/** New numbers, except for what takes the place of a postponed entry. */
async function takeNumbers(tx: TransactionContext, decisions: readonly Decision[]): Promise<number[]> {
  const count = decisions.filter(({ resumed }) => !resumed).length;
  let next = count === 0 ? 0 : await tx.keys.take("entry", count);
  return decisions.map(({ resumed }) => resumed?.entryNo ?? next++);
}

function toRow(
  ctx: Context,
  { input, values, resumed, corrects, comments, isImported }: Accepted,
  facts: RecordingFacts,
  entryNo: number,
) {
  const contact = facts.contacts.get(values.contactNo)!;
  const template = templateOf(facts, values.interactionTemplateCode);
  const { task, opportunity } = sourcesOf(input, facts);
  return {
    contact_id: contact.id,
    entry_no: entryNo,
    company_id: contact.companyId,
    happened_at: `${values.date} ${values.time}`,
    description: values.description,
    subject: values.subject,
    template_id: template?.id ?? null,
    group_id: template?.groupId ?? null,
    language_id: values.languageCode === null ? null : (template?.languageIds[values.languageCode] ?? null),
    information_flow: values.informationFlow,
    initiated_by: values.initiatedBy,
    correspondence_type: values.correspondenceType,
    contact_via: input.contactVia ?? null,
    cost: String(values.cost),
    duration_min: values.durationMin,
    evaluation: values.evaluation,
    attempt_failed: values.attemptFailed,
    salesperson_id: facts.salespeople.get(values.salespersonCode ?? "")?.id ?? null,
    user_id: ctx.actor.name,
    contact_alt_address_code: values.contactAltAddressCode,
    campaign_id: facts.campaigns.get(values.campaignNo ?? "")?.id ?? null,
    campaign_target: values.campaignTarget,
    campaign_response: values.campaignResponse,
    opportunity_id: opportunity?.id ?? null,
    task_id: task?.id ?? null,
    source: isImported ? "import" : ctx.actor.kind === "token" ? "api" : ctx.actor.kind,
    comment_count: (comments ?? input.comments ?? []).length,
    postponed: input.postponed ?? false,
    version: resumed ? resumed.version + 1 : 1,
    ...corrects?.columns,
  };
}
