import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { copyAttachments, discardAttachments, findAttachments } from "#attachments/index.ts";
import { prepared } from "#platform/db/prepared.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { type AppError, Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { attachToCampaigns } from "./campaign-entries/attach.ts";
import { commentRows } from "./comment-rows.ts";
import type { CorrectedEntry } from "./correct/corrected-entry.ts";
import {
  deriveInteraction,
  derivePostponed,
  type KeptField,
  type PostponedValues,
} from "./derive-interaction.rules.ts";
import type { DraftComment } from "./drafts/draft-comments.rules.ts";
import type { LogEntry, NewInteraction } from "./log-entry.contract.ts";
import { presentLogEntry } from "./log-entry.presenter.ts";
import { lockRecordingFacts, type RecordingContact, type RecordingFacts } from "./recording-facts.queries.ts";

/** What became of one item: its entry, or the error that kept it from being recorded. */
export type RecordingOutcome =
  | { readonly entry: LogEntry; readonly error: null }
  | { readonly entry: null; readonly error: AppError };

/** One interaction to be recorded or postponed. */
export interface Recording {
  readonly input: NewInteraction;
  /** The postponed entry whose place it takes, which is gone by now: number and version go on. */
  readonly resumed?: {
    readonly entryNo: number;
    readonly version: number;
    /** What was attached to it; kept unless something else is attached. */
    readonly attachmentNo?: number | null;
  } | null;
  /** The logged entry that it corrects (B10). */
  readonly corrects?: CorrectedEntry;
  /** Lines with dates and authors of their own, instead of the texts of `input`. */
  readonly comments?: readonly DraftComment[];
  /** It comes from the guided flow, where the template's wizard action is taken. */
  readonly isGuided?: boolean;
  /** It is history from elsewhere: it names whom it names, and says where it is from. */
  readonly isImported?: boolean;
}

/** Codes of rules that the state of a record breaks: 409; everything else is a value: 422 (section 8.7). */
const stateCodes = new Set(["contact_privacy_blocked", "no_email_account", "delivery_not_available"]);

/** Who is blocked and what is archived cannot be newly chosen; history keeps them (contacts §1.3). */
const choicesOfThePast: ReadonlySet<KeptField> = new Set(["interactionTemplateCode", "salespersonCode"]);

/** Records one interaction (section 8.2, `finish` without a draft). */
export async function recordInteraction(ctx: Context, input: NewInteraction): Promise<LogEntry> {
  const [outcome] = await recordInteractions(ctx, [input], { isAtomic: true });
  return outcome!.entry!;
}

/**
 * Records interactions with one statement for any number of them. Atomic: the first error ends it, naming every
 * broken rule by item. Otherwise the good ones are recorded.
 */
export function recordInteractions(
  ctx: Context,
  inputs: readonly NewInteraction[],
  { isAtomic }: { isAtomic: boolean },
): Promise<RecordingOutcome[]> {
  return record(
    ctx,
    inputs.map((input) => ({ input })),
    { isAtomic },
  );
}

/** The same for what has been a draft or happened elsewhere: see what a `Recording` can be. */
export function record(
  ctx: Context,
  recordings: readonly Recording[],
  { isAtomic }: { isAtomic: boolean },
): Promise<RecordingOutcome[]> {
  return inTransaction(ctx, async (tx) => {
    const facts = await lockRecordingFacts(
      tx,
      recordings.map(({ input }) => input),
    );
    const uploads = await findAttachments(
      tx,
      recordings.flatMap(({ input }) => input.attachment?.attachmentNo ?? []),
    );
    const decisions = recordings.map((recording) => decide(tx, recording, facts, uploads));
    if (isAtomic) refuseAnyError(decisions);
    const recordable = decisions.filter((decision) => decision.error === null);
    const entries = recordable.length > 0 ? await insertEntries(tx, recordable, facts) : [];
    let next = 0;
    return decisions.map((decision) =>
      decision.error ? { entry: null, error: decision.error } : { entry: entries[next++]!, error: null },
    );
  });
}

type Decision = Recording &
  (
    | { readonly values: PostponedValues; readonly error: null }
    | { readonly values: null; readonly error: AppError }
  );

function decide(
  ctx: Context,
  recording: Recording,
  facts: RecordingFacts,
  uploads: ReadonlySet<number>,
): Decision {
  const { input } = recording;
  const unknown = unknownReferences(input, facts);
  if (input.attachment && !uploads.has(input.attachment.attachmentNo))
    unknown.push({ path: "attachment.attachmentNo", code: "not_found" });
  if (unknown.length > 0) return { ...recording, values: null, error: new Invalid("not_found", {}, unknown) };

  const contact = facts.contacts.get(input.contactNo ?? "") ?? null;
  const contacts = [...facts.salespeople.values()].find(({ id }) => id === contact?.salespersonId) ?? null;
  const { task, opportunity } = sourcesOf(input, facts);
  const derive = input.postponed ? derivePostponed : deriveInteraction;
  const derived = derive(input, {
    contact,
    template: facts.templates.get(input.interactionTemplateCode ?? "") ?? null,
    salespeople: {
      supplied: facts.salespeople.get(input.salespersonCode ?? "") ?? null,
      dictated: task?.salesperson ?? opportunity?.salesperson ?? null,
      users: facts.usersSalesperson,
      contacts,
    },
    sourceCampaignNo: task?.campaignNo ?? opportunity?.campaignNo ?? null,
    now: localMoment(ctx.now, ctx.timeZone),
    ...(recording.isImported && { kept: choicesOfThePast }),
    ...(recording.corrects && { kept: recording.corrects.kept }),
  });
  const errors = derived.valid
    ? [...refuseOpenAction(recording, derived.values, facts), ...refuseDelivery(recording, derived.values)]
    : derived.errors;
  if (derived.valid && errors.length === 0) return { ...recording, values: derived.values, error: null };
  const { code, values = {} } = errors[0]!;
  const error = stateCodes.has(code) ? new Conflict(code, values, errors) : new Invalid(code, values, errors);
  return { ...recording, values: null, error };
}

/** The task and opportunity that an interaction belongs to; a task brings its opportunity along. */
function sourcesOf(input: NewInteraction, facts: RecordingFacts) {
  const task = facts.tasks.get(input.taskNo ?? "") ?? null;
  const opportunityNo = input.opportunityNo === undefined ? task?.opportunityNo : input.opportunityNo;
  return { task, opportunity: facts.opportunities.get(opportunityNo ?? "") ?? null };
}

type References = Pick<
  NewInteraction,
  | "contactNo"
  | "contactAltAddressCode"
  | "interactionTemplateCode"
  | "salespersonCode"
  | "campaignNo"
  | "opportunityNo"
  | "taskNo"
>;

/** References of the body that do not exist: `not_found` at their path. */
export function unknownReferences(input: References, facts: RecordingFacts): FieldError[] {
  const known = {
    contactNo: facts.contacts,
    interactionTemplateCode: facts.templates,
    salespersonCode: facts.salespeople,
    campaignNo: facts.campaigns,
    opportunityNo: facts.opportunities,
    taskNo: facts.tasks,
  };
  return [
    ...Object.entries(known).flatMap(([path, records]) => {
      const named = input[path as keyof References];
      return named && !records.has(named) ? [{ path, code: "not_found" }] : [];
    }),
    ...unknownAltAddress(input.contactAltAddressCode, facts.contacts.get(input.contactNo ?? "")),
  ];
}

/** An alternative address is one of the contact's own. */
function unknownAltAddress(
  code: string | null | undefined,
  contact: Pick<RecordingContact, "altAddresses"> | undefined,
): FieldError[] {
  const isKnown = !code || contact?.altAddresses.some((address) => address.code === code);
  return isKnown ? [] : [{ path: "contactAltAddressCode", code: "not_found" }];
}

/**
 * The attachment whose bytes the entry gets: what was said, else what the resumed entry had, else what hangs on the
 * template's language (R-CONTENTSRC).
 */
function contentOf({ input, resumed }: Recording, values: PostponedValues): number | null {
  if (input.attachment !== undefined) return input.attachment?.attachmentNo ?? null;
  return resumed?.attachmentNo ?? values.attachmentNo;
}

/** The action "open" needs something to open (section 6, step 2). */
function refuseOpenAction(
  recording: Recording,
  values: PostponedValues,
  facts: RecordingFacts,
): FieldError[] {
  const template = templateOf(facts, values.interactionTemplateCode);
  const opens = recording.isGuided && !recording.input.postponed && template?.wizardAction === "open";
  if (!opens || contentOf(recording, values) !== null || values.wordTemplateCode !== null) return [];
  return [{ path: "attachment", code: "open_action_needs_content" }];
}

/** Delivery needs content and an account to send from, of which there is none yet (section 8.2). */
function refuseDelivery(recording: Recording, values: PostponedValues): FieldError[] {
  const { deliver, postponed } = recording.input;
  const { correspondenceType } = values;
  // What is postponed is never delivered.
  if (!deliver || postponed || correspondenceType === null) return [];
  const hasContent = contentOf(recording, values) !== null;
  const code =
    correspondenceType === "email"
      ? hasContent
        ? "no_email_account"
        : "email_needs_content"
      : hasContent
        ? "delivery_not_available"
        : "no_attachment";
  return [{ path: "correspondenceType", code }];
}

function refuseAnyError(decisions: readonly Decision[]): void {
  const first = decisions.find((decision) => decision.error)?.error;
  if (!first) return;
  if (decisions.length === 1) throw first;
  const all = decisions.flatMap(({ error }, index) =>
    error ? error.fieldErrors.map((field) => ({ ...field, path: `items.${index}.${field.path}` })) : [],
  );
  throw new Invalid("batch_refused", { count: decisions.filter(({ error }) => error).length }, all);
}

/** Writes entries, their comments and one line of the audit trail in a single statement. */
async function insertEntries(
  tx: TransactionContext,
  decisions: readonly Extract<Decision, { error: null }>[],
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

type NewRow = ReturnType<typeof toRow> & {
  readonly attachment_no: number | null;
  /** The one of the entry that is corrected; otherwise it is looked for. */
  readonly campaign_entry_no?: number | null;
};
type RecordedRow = NewRow & { readonly campaign_entry_no: number | null };

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
  decisions: readonly Extract<Decision, { error: null }>[],
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

function templateOf(facts: RecordingFacts, code: string | null) {
  return code === null ? null : facts.templates.get(code)!;
}

function salespersonOf(facts: RecordingFacts, code: string | null) {
  return code === null ? null : facts.salespeople.get(code)!;
}

function toRow(
  ctx: Context,
  { input, values, resumed, corrects, comments, isImported }: Extract<Decision, { error: null }>,
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
    salesperson_id: salespersonOf(facts, values.salespersonCode)?.id ?? null,
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

/** The entry as a later read will show it, made of what is known already. */
function presentRecorded(
  ctx: Context,
  row: RecordedRow,
  { input, values }: Extract<Decision, { error: null }>,
  facts: RecordingFacts,
  recordedAt: string,
): LogEntry {
  const { task, opportunity } = sourcesOf(input, facts);
  const contact = facts.contacts.get(values.contactNo)!;
  const template = templateOf(facts, values.interactionTemplateCode);
  const salesperson = salespersonOf(facts, values.salespersonCode);
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
