import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { datesOfNewComments, lineNoStep } from "#interactions/comments.rules.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { OpportunityComment } from "./opportunities.contract.ts";
import { getOpportunityRow } from "./opportunities.queries.ts";

interface CommentRow {
  readonly line_no: number;
  readonly date: string | null;
  readonly code: string | null;
  readonly text: string;
  readonly author: string;
  readonly created_at: string;
  readonly last_modified_at: string | null;
}

const columns = sql`line_no, date, code, text, author, created_at, last_modified_at`;

function present(row: CommentRow): OpportunityComment {
  return {
    lineNo: row.line_no,
    date: row.date,
    code: row.code,
    text: row.text,
    author: row.author,
    createdAt: row.created_at,
    lastModifiedAt: row.last_modified_at,
  };
}

/** @throws NotFound `not_found` */
export async function listComments(ctx: Context, no: string): Promise<OpportunityComment[]> {
  const { id } = await getOpportunityRow(ctx.db, no);
  const { rows } = await sql<CommentRow>`
    select ${columns} from opportunity_comments where opportunity_id = ${id} order by line_no`.execute(
    ctx.db,
  );
  return rows.map(present);
}

export interface NewComment {
  readonly text: string;
  /** `undefined`: today, unless the opportunity has a comment of today. */
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** @throws NotFound `not_found` */
export function addComment(ctx: Context, no: string, comment: NewComment): Promise<OpportunityComment> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getOpportunityRow(tx.db, no, true);
    const existing = await listComments(tx, no);
    const today = localMoment(tx.now, tx.timeZone).date;
    const [derived] = datesOfNewComments(
      existing.map(({ date }) => date),
      1,
      today,
    );
    const lineNo = (existing.at(-1)?.lineNo ?? 0) + lineNoStep;
    const date = comment.date === undefined ? derived! : comment.date;
    const { rows } = await sql<CommentRow>`
      insert into opportunity_comments (opportunity_id, line_no, date, code, text, author)
      values (${id}, ${lineNo}, ${date}, ${comment.code ?? null}, ${comment.text}, ${tx.actor.name})
      returning ${columns}`.execute(tx.db);
    await countComments(tx, id);
    await record(tx, "comment.added", no, lineNo);
    return present(rows[0]!);
  });
}

export interface CommentChange {
  readonly text?: string | undefined;
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** @throws NotFound `not_found` */
export function changeComment(
  ctx: Context,
  no: string,
  lineNo: number,
  change: CommentChange,
): Promise<OpportunityComment> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getOpportunityRow(tx.db, no, true);
    const keepsOr = (column: string, written: string | null | undefined) =>
      written === undefined ? sql.ref(column) : sql`${written}`;
    const { rows } = await sql<CommentRow>`
      update opportunity_comments
         set text = ${keepsOr("text", change.text)}, date = ${keepsOr("date", change.date)}::date,
             code = ${keepsOr("code", change.code)}, last_modified_at = now()
       where opportunity_id = ${id} and line_no = ${lineNo}
      returning ${columns}`.execute(tx.db);
    if (!rows[0]) throw commentNotFound(lineNo);
    await record(tx, "comment.changed", no, lineNo);
    return present(rows[0]);
  });
}

/** @throws NotFound `not_found` */
export function deleteComment(ctx: Context, no: string, lineNo: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getOpportunityRow(tx.db, no, true);
    const { numAffectedRows } = await sql`
      delete from opportunity_comments where opportunity_id = ${id} and line_no = ${lineNo}`.execute(tx.db);
    if (!numAffectedRows) throw commentNotFound(lineNo);
    await countComments(tx, id);
    await record(tx, "comment.deleted", no, lineNo);
  });
}

/** Copies the comments of an interaction as they are: line, date, code, text, last change (O-5). */
export async function copyCommentsOfEntry(
  tx: TransactionContext,
  opportunityId: number,
  entry: { readonly contactId: number; readonly entryNo: number },
): Promise<void> {
  await sql`
    insert into opportunity_comments (opportunity_id, line_no, date, code, text, author, created_at, last_modified_at)
    select ${opportunityId}, line_no, date, code, text, author, created_at, last_modified_at
      from interaction_comments where contact_id = ${entry.contactId} and entry_no = ${entry.entryNo}`.execute(
    tx.db,
  );
  await countComments(tx, opportunityId);
}

async function countComments(tx: TransactionContext, id: number): Promise<void> {
  await sql`
    update opportunities set comment_count = (select count(*) from opportunity_comments where opportunity_id = ${id})
     where id = ${id}`.execute(tx.db);
}

function commentNotFound(lineNo: number): NotFound {
  return new NotFound("not_found", { lineNo }, [{ path: "lineNo", code: "not_found" }]);
}

/** The trail says that a comment changed, not what it said: texts may be personal. */
function record(tx: TransactionContext, action: string, no: string, lineNo: number): Promise<void> {
  return recordChange(tx, { action, resource: "opportunities", key: no, changes: { lineNo } });
}
