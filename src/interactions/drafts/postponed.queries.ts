import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { countRows } from "#platform/db/fetch-page.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { planPage } from "#platform/http/lists.ts";
import { splitTimestamp } from "#platform/moment.rules.ts";
import { holdContactsOf } from "../log-entries.commands.ts";
import { conditions, entryOrders } from "../log-entries.queries.ts";
import type { LogEntry } from "../log-entry.contract.ts";
import { type EntryRow, presentPage } from "../name-entries.queries.ts";
import { entryColumns } from "../search/entry-columns.ts";
import { blankValues, type DraftStep, type DraftValues } from "./draft.rules.ts";
import type { DraftComment } from "./draft-comments.rules.ts";
import type { listPostponed as listContract } from "./postponed.contract.ts";
import { notPostponed } from "./record-draft.ts";

type PostponedQuery = z.output<NonNullable<(typeof listContract)["query"]>>;

/** Postponed interactions, the caller's own unless all are asked for. */
export async function listPostponed(ctx: Context, { all, ...query }: PostponedQuery) {
  const page = planPage(entryOrders, query, "-date");
  const where = sql.join([sql`e.postponed`, ...(all ? [] : [isOwn(ctx)]), ...conditions(query)], sql` and `);
  const { rows } = await sql<EntryRow & { sort_values: unknown }>`
    select ${entryColumns}, ${page.sortValues} as sort_values from interaction_log_entries e
     where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(ctx.db);
  const { rows: entries, nextCursor } = page.finish(rows);
  return {
    items: await presentPage(ctx, entries),
    nextCursor,
    ...(query.count && (await countRows(ctx.db, sql`interaction_log_entries e`, where))),
  };
}

/** Postponed by the caller. */
function isOwn({ actor }: Context): RawBuilder<unknown> {
  return sql`e.user_id = ${actor.name}`;
}

/** How many interactions the caller has postponed. */
export async function countOwnPostponed(ctx: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from interaction_log_entries e where e.postponed and ${isOwn(ctx)}`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}

export async function getPostponed(ctx: Context, entryNo: number): Promise<LogEntry> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from interaction_log_entries e where e.entry_no = ${entryNo} and e.postponed`.execute(
    ctx.db,
  );
  const [entry] = await presentPage(ctx, rows);
  if (!entry) throw notFound(entryNo);
  return entry;
}

function notFound(entryNo: number): NotFound {
  return new NotFound("not_found", { entryNo }, [{ path: "entryNo", code: "not_found" }]);
}

/** A postponed entry as the values of a draft. */
export interface PostponedToResume {
  readonly values: DraftValues;
  readonly comments: readonly DraftComment[];
  /** Where the draft was left that became it. */
  readonly step: DraftStep;
  /** Who postponed it. */
  readonly userId: string;
  readonly version: number;
}

interface ResumeRow {
  readonly postponed: boolean;
  readonly contact_no: string | null;
  readonly alt_address_code: string | null;
  readonly template_code: string | null;
  readonly salesperson_code: string | null;
  readonly language_code: string | null;
  readonly happened_at: string;
  readonly description: string | null;
  readonly subject: string | null;
  readonly correspondence_type: DraftValues["correspondenceType"];
  readonly information_flow: DraftValues["informationFlow"];
  readonly initiated_by: DraftValues["initiatedBy"];
  readonly contact_via: string | null;
  readonly cost: string;
  readonly duration_min: number;
  readonly evaluation: DraftValues["evaluation"];
  readonly attempt_failed: boolean;
  readonly campaign_no: string | null;
  readonly campaign_target: boolean;
  readonly campaign_response: boolean;
  readonly opportunity_no: string | null;
  readonly task_no: string | null;
  readonly attachment_no: number | null;
  readonly user_id: string;
  readonly version: number;
  readonly step: DraftStep | null;
  readonly comments: readonly DraftComment[];
}

/**
 * A postponed entry to go on with, nobody else changing it until the transaction ends.
 *
 * @throws NotFound `not_found`; Conflict `interaction_not_postponed` for one that is logged
 */
export async function getPostponedToResume(
  ctx: TransactionContext,
  entryNo: number,
): Promise<PostponedToResume> {
  await holdContactsOf(ctx, [entryNo]);
  const { rows } = await sql<ResumeRow>`
    select e.postponed, c.no as contact_no, t.code as template_code, s.code as salesperson_code, l.code as language_code,
           e.happened_at, e.description, e.subject, e.correspondence_type, e.information_flow, e.initiated_by, e.contact_via,
           e.cost, e.duration_min, e.evaluation, e.attempt_failed, e.campaign_target, e.campaign_response,
           e.user_id, e.version, e.attachment_no,
           (select code from contact_alternative_addresses
             where contact_id = e.contact_id and code = e.contact_alt_address_code) as alt_address_code,
           (select no from campaigns where id = e.campaign_id) as campaign_no,
           (select no from opportunities where id = e.opportunity_id) as opportunity_no,
           (select no from tasks where id = e.task_id) as task_no,
           (select d.step from interaction_drafts d
             where d.entry_no = e.entry_no and d.outcome = 'postponed' order by d.last_modified_at desc limit 1) as step,
           coalesce((select jsonb_agg(jsonb_build_object('lineNo', m.line_no, 'date', m.date, 'code', m.code, 'text', m.text,
               'author', m.author, 'createdAt', m.created_at, 'lastModifiedAt', m.last_modified_at) order by m.line_no)
             from interaction_comments m where m.contact_id = e.contact_id and m.entry_no = e.entry_no), '[]') as comments
      from interaction_log_entries e
      left join contacts c on c.id = e.contact_id
      left join interaction_templates t on t.id = e.template_id
      left join salespeople s on s.id = e.salesperson_id
      left join languages l on l.id = e.language_id
     where e.entry_no = ${entryNo} for update of e`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw notFound(entryNo);
  if (!row.postponed) throw notPostponed(entryNo);
  return {
    values: valuesOf(row),
    comments: row.comments,
    step: row.step ?? "relations",
    userId: row.user_id,
    version: row.version,
  };
}

function valuesOf(row: ResumeRow): DraftValues {
  return {
    ...blankValues,
    ...splitTimestamp(row.happened_at),
    contactNo: row.contact_no,
    contactAltAddressCode: row.alt_address_code,
    interactionTemplateCode: row.template_code,
    description: row.description,
    subject: row.subject,
    salespersonCode: row.salesperson_code,
    languageCode: row.language_code,
    correspondenceType: row.correspondence_type,
    informationFlow: row.information_flow,
    initiatedBy: row.initiated_by,
    contactVia: row.contact_via,
    cost: row.cost,
    durationMin: row.duration_min,
    evaluation: row.evaluation,
    wasSuccessful: !row.attempt_failed,
    campaignNo: row.campaign_no,
    campaignTarget: row.campaign_target,
    campaignResponse: row.campaign_response,
    opportunityNo: row.opportunity_no,
    taskNo: row.task_no,
    attachmentNo: row.attachment_no,
  };
}
