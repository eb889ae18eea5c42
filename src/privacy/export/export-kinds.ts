import { type RawBuilder, sql } from "kysely";
import { childTables, plainColumns, referenceColumns, seen } from "#contacts/index.ts";
import { auditNumbersOf } from "../audit-numbers.ts";

/** What an archive of a contact consists of: a JSON file per kind of record. */

export interface ExportKind {
  /** Name of the file without its ending. */
  readonly file: string;
  /** Rows of one column, `row`, an object whose names are those of the API. */
  readonly rows: (contactId: number) => RawBuilder<{ row: Record<string, unknown> }>;
}

type Row = { row: Record<string, unknown> };

/** `'name', expression` for each field. */
function object(fields: Readonly<Record<string, string>>): string {
  // More than a hundred arguments are no function call: objects are joined.
  const pairs = Object.entries(fields).map(([name, expression]) => `'${name}', ${expression}`);
  const parts: string[] = [];
  for (let at = 0; at < pairs.length; at += 40)
    parts.push(`jsonb_build_object(${pairs.slice(at, at + 40).join(", ")})`);
  return parts.join(" || ");
}

const codeOf = (list: string, id: string, column = "code") =>
  `(select ${column} from ${list} where id = ${id})`;
const contactNoOf = (id: string) => `(select no from contacts where id = ${id})`;

function kind(
  file: string,
  fields: Readonly<Record<string, string>>,
  from: (contactId: number) => RawBuilder<unknown>,
): ExportKind {
  return { file, rows: (id) => sql<Row>`select ${sql.raw(object(fields))} as row ${from(id)}` };
}

const contact = kind(
  "contact",
  {
    no: "c.no",
    type: "c.type",
    companyNo: contactNoOf("c.company_id"),
    ...Object.fromEntries(Object.entries(plainColumns).map(([field, column]) => [field, `c.${column}`])),
    ...Object.fromEntries(
      Object.entries(referenceColumns).map(([field, { list, column }]) => [
        field,
        codeOf(list, `c.${column}`),
      ]),
    ),
    correspondenceType: "c.correspondence_type",
    excludeFromSegment: "c.exclude_from_segment",
    noAutomaticRecording: "c.no_automatic_recording",
    privacyBlocked: "c.privacy_blocked",
    minor: "c.minor",
    parentalConsentReceived: "c.parental_consent_received",
    businessRelation: "c.business_relation",
    createdAt: "c.created_at",
    lastModifiedAt: "c.last_modified_at",
    erasedAt: "c.erased_at",
  },
  (id) => sql`from contacts c where c.id = ${id}`,
);

const formerNumbers = kind(
  "numbers",
  { no: "n.no", isFormer: "n.is_former" },
  (id) => sql`from contact_numbers n where n.contact_id = ${id} order by n.no`,
);

const interactions = kind(
  "interactions",
  {
    entryNo: "e.entry_no",
    date: "e.happened_at::date",
    time: "e.happened_at::time",
    recordedAt: "e.recorded_at",
    contactNo: contactNoOf("e.contact_id"),
    contactCompanyNo: contactNoOf("e.company_id"),
    formerContactNo: contactNoOf("e.former_contact_id"),
    subject: "e.subject",
    description: "e.description",
    interactionTemplateCode: codeOf("interaction_templates", "e.template_id"),
    interactionGroupCode: codeOf("interaction_groups", "e.group_id"),
    languageCode: codeOf("languages", "e.language_id"),
    informationFlow: "e.information_flow",
    initiatedBy: "e.initiated_by",
    correspondenceType: "e.correspondence_type",
    contactVia: "e.contact_via",
    contactAltAddressCode: "e.contact_alt_address_code",
    cost: "e.cost",
    durationMin: "e.duration_min",
    evaluation: "e.evaluation",
    attemptFailed: "e.attempt_failed",
    salespersonCode: codeOf("salespeople", "e.salesperson_id"),
    salespersonName: codeOf("salespeople", "e.salesperson_id", "name"),
    userId: "e.user_id",
    campaignNo: codeOf("campaigns", "e.campaign_id", "no"),
    campaignTarget: "e.campaign_target",
    campaignResponse: "e.campaign_response",
    taskNo: codeOf("tasks", "e.task_id", "no"),
    opportunityNo: codeOf("opportunities", "e.opportunity_id", "no"),
    segmentNo: "e.segment_no",
    documentType: "e.document_type",
    documentNo: "e.document_no",
    source: "e.source",
    deliveryStatus: "e.delivery_status",
    postponed: "e.postponed",
    canceled: "e.canceled",
    canceledAt: "e.canceled_at",
    canceledBy: "e.canceled_by",
    cancelReason: "e.cancel_reason",
    correctsEntryNo: "e.corrects_entry_no",
    correctedByEntryNo: "e.corrected_by_entry_no",
    attachmentNo: "e.attachment_no",
    attachmentFileName: "(select file_name from attachments where no = e.attachment_no)",
    comments: `coalesce((select jsonb_agg(jsonb_build_object('date', k.date, 'code', k.code, 'text', k.text,
      'author', k.author, 'createdAt', k.created_at) order by k.line_no)
      from interaction_comments k where k.contact_id = e.contact_id and k.entry_no = e.entry_no), '[]')`,
  },
  (id) => sql`
    from interaction_log_entries e where e.contact_id = ${id} or e.former_contact_id = ${id} order by e.entry_no`,
);

const drafts = kind(
  "drafts",
  {
    kind: "d.kind",
    owner: "d.owner",
    values: 'd."values"',
    comments: "d.comments",
    attachmentNo: "d.attachment_no",
    createdAt: "d.created_at",
  },
  (id) => sql`from interaction_drafts d where d.contact_id = ${id} order by d.id`,
);

const tasks = kind(
  "tasks",
  {
    no: "t.no",
    description: "t.description",
    type: "t.type",
    date: "t.date",
    startTime: "t.start_time",
    durationSec: "t.duration_sec",
    allDay: "t.all_day",
    location: "t.location",
    status: "t.status",
    dateClosed: "t.date_closed",
    salespersonCode: codeOf("salespeople", "t.salesperson_id"),
    campaignNo: codeOf("campaigns", "t.campaign_id", "no"),
    opportunityNo: codeOf("opportunities", "t.opportunity_id", "no"),
  },
  (id) => sql`from tasks t where t.contact_id = ${id} or t.former_contact_id = ${id} order by t.id`,
);

const opportunities = kind(
  "opportunities",
  {
    no: "o.no",
    description: "o.description",
    creationDate: "o.creation_date",
    status: "o.status",
    dateClosed: "o.date_closed",
    salespersonCode: codeOf("salespeople", "o.salesperson_id"),
    campaignNo: codeOf("campaigns", "o.campaign_id", "no"),
    salesCycleCode: codeOf("sales_cycles", "o.sales_cycle_id"),
    segmentNo: "o.segment_no",
    priority: "o.priority",
    entries: `coalesce((select jsonb_agg(jsonb_build_object('entryNo', e.entry_no, 'active', e.active, 'stage', e.stage,
      'stageDescription', e.stage_description, 'actionTaken', e.action_taken, 'dateOfChange', e.date_of_change,
      'daysOpen', e.days_open, 'estimatedValue', e.estimated_value, 'calcdCurrentValue', e.calcd_current_value,
      'chancesOfSuccess', e.chances_of_success, 'completed', e.completed, 'probability', e.probability,
      'estimatedCloseDate', e.estimated_close_date, 'dateClosed', e.date_closed,
      'closeOpportunityCode', ${codeOf("close_opportunity_codes", "e.close_opportunity_code_id")}) order by e.entry_no)
      from opportunity_entries e where e.opportunity_id = o.id), '[]')`,
    comments: `coalesce((select jsonb_agg(jsonb_build_object('date', k.date, 'code', k.code, 'text', k.text,
      'author', k.author, 'createdAt', k.created_at) order by k.line_no)
      from opportunity_comments k where k.opportunity_id = o.id), '[]')`,
  },
  (id) => sql`from opportunities o where o.contact_id = ${id} or o.former_contact_id = ${id} order by o.id`,
);

const segmentLines = kind(
  "segment-lines",
  {
    segmentNo: codeOf("segments", "l.segment_id", "no"),
    lineNo: "l.line_no",
    description: "l.description",
    date: "l.date",
    contactAltAddressCode: "l.contact_alt_address_code",
    salespersonCode: codeOf("salespeople", "l.salesperson_id"),
    campaignNo: codeOf("campaigns", "l.campaign_id", "no"),
  },
  (id) => sql`from segment_lines l where l.contact_id = ${id} order by l.segment_id, l.line_no`,
);

const campaigns = kind(
  "campaigns",
  {
    no: "k.no",
    description: "k.description",
    startingDate: "k.starting_date",
    endingDate: "k.ending_date",
  },
  (id) => sql`
    from campaigns k
   where k.id in (select campaign_id from interaction_log_entries where contact_id = ${id}) order by k.no`,
);

const parties = kind(
  "parties",
  {
    kind: "p.kind",
    no: "p.no",
    externalId: "p.external_id",
    name: "p.name",
    address: "p.address",
    postCode: "p.post_code",
    city: "p.city",
    phoneNo: "p.phone_no",
    email: "p.email",
    contactName: "p.contact_name",
    isPrimaryContact: "p.is_primary",
  },
  (id) => sql`
    from (select p.*, p.primary_contact_id is not distinct from ${id}::bigint as is_primary from parties p
           where p.primary_contact_id = ${id}
              or p.id in (select party_id from contact_business_relations where contact_id = ${id})) p order by p.id`,
);

const duplicates = kind(
  "duplicates",
  {
    contactNo:
      "(select no from contacts where id = case d.contact_id when d.own then d.duplicate_id else d.contact_id end)",
    hits: "d.hits",
    separate: "d.separate",
    foundAt: "d.found_at",
  },
  (id) => sql`
    from (select d.*, ${id}::bigint as own from contact_duplicates d where ${id} in (contact_id, duplicate_id)) d`,
);

const merges = kind(
  "merges",
  {
    survivorNo: "m.survivor_no",
    duplicateNo: "m.duplicate_no",
    duplicateName: "m.duplicate_name",
    mergedAt: "m.merged_at",
    mergedBy: "m.merged_by",
    undoneAt: "m.undone_at",
    undoneBy: "m.undone_by",
  },
  (id) => sql`from contact_merges m where ${id} in (m.survivor_id, m.duplicate_id) order by m.id`,
);

const erasures = kind(
  "erasures",
  { requestedBy: "e.requested_by", reason: "e.reason", erasedAt: "e.erased_at", erasedBy: "e.erased_by" },
  (id) => sql`from contact_erasures e where e.contact_id = ${id} order by e.id`,
);

const exports = kind(
  "exports",
  { createdAt: "x.created_at", createdBy: "x.created_by", expiresAt: "x.expires_at" },
  (id) => sql`from privacy_exports x where x.contact_id = ${id} order by x.created_at`,
);

const audit = kind(
  "audit-trail",
  {
    recordedAt: "a.recorded_at",
    actor: "a.actor",
    action: "a.action",
    resource: "a.resource",
    resourceKey: "a.resource_key",
    changes: "a.changes",
  },
  (id) => sql`
    from audit_entries a
   where a.id in (
     with recursive ${auditNumbersOf(id)},
     own (resource, key) as (
       select 'interaction-log-entries', entry_no::text from interaction_log_entries
        where contact_id = ${id} or former_contact_id = ${id}
       union select 'tasks', no from tasks where contact_id = ${id} or former_contact_id = ${id}
       union select 'opportunities', no from opportunities where contact_id = ${id} or former_contact_id = ${id}
       -- deleted ones that were never somebody else's
       union
       select b.resource, b.resource_key from audit_entries b
        where b.resource in ('tasks', 'opportunities')
          and b.changes #>> '{contactNo,1}' in (select no from contact_numbers where contact_id = ${id})
          and not exists (select from tasks where b.resource = 'tasks' and no = b.resource_key)
          and not exists (select from opportunities where b.resource = 'opportunities' and no = b.resource_key)
          and not exists (select from audit_entries o
                           where o.resource = b.resource and o.resource_key = b.resource_key
                             and o.changes #>> '{contactNo,1}' not in (select no from contact_numbers where contact_id = ${id})))
     select c.id from numbers join audit_entries c
         on c.resource = 'contacts' and c.resource_key = numbers.no and (numbers.up_to is null or c.id <= numbers.up_to)
     union select c.id from own join audit_entries c on c.resource = own.resource and c.resource_key = own.key)
   order by a.id`,
);

/** `contact_mailing_groups` → `mailing-groups`. */
const fileOf = (table: string) => table.replace(/^contact_/, "").replaceAll("_", "-");

/** The contact's own rows, as the registry describes them; search strings are made of fields that are there already. */
const children: readonly ExportKind[] = childTables
  .filter(({ clash }) => clash === "ask")
  .map(({ table, key, fields }) => ({
    file: fileOf(table),
    rows: (id) => sql<Row>`
      select ${seen([...key, ...fields], "r")} as row from ${sql.table(table)} r where r.contact_id = ${id} order by 1`,
  }));

const comments = kind(
  "comments",
  { date: "k.date", code: "k.code", text: "k.text", author: "k.author", createdAt: "k.created_at" },
  (id) => sql`from contact_comments k where k.contact_id = ${id} order by k.line_no`,
);

/** Every file of an archive, in the order of its README. */
export const exportKinds: readonly ExportKind[] = [
  contact,
  formerNumbers,
  ...children,
  comments,
  parties,
  interactions,
  drafts,
  tasks,
  opportunities,
  segmentLines,
  campaigns,
  duplicates,
  merges,
  exports,
  erasures,
  audit,
];
