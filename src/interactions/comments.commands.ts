import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { datesOfNewComments, lineNoStep } from "#comments/comments.rules.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { Comment } from "./log-entry.contract.ts";
import { refuseErased } from "./refuse-erased.ts";

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

function present(row: CommentRow): Comment {
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

/** The contact whose entry it is; comments are kept with it. */
async function contactOfEntry(ctx: Context, entryNo: number, lock: boolean): Promise<number> {
  const { rows } = await sql<{ contact_id: number }>`
    select contact_id from interaction_log_entries where entry_no = ${entryNo} ${lock ? sql`for update` : sql``}
  `.execute(ctx.db);
  if (!rows[0]) throw new NotFound("not_found", { entryNo }, [{ path: "entryNo", code: "not_found" }]);
  return rows[0].contact_id;
}

export async function listComments(ctx: Context, entryNo: number): Promise<Comment[]> {
  const contactId = await contactOfEntry(ctx, entryNo, false);
  const { rows } = await sql<CommentRow>`
    select ${columns} from interaction_comments
     where contact_id = ${contactId} and entry_no = ${entryNo} order by line_no`.execute(ctx.db);
  return rows.map(present);
}

export interface NewComment {
  readonly text: string;
  /** `undefined`: today, unless the entry has a comment of today. */
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}

export function addComment(ctx: Context, entryNo: number, comment: NewComment): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const contactId = await contactOfEntry(tx, entryNo, true);
    await refuseErased(tx.db, [entryNo]);
    const existing = await listComments(tx, entryNo);
    const today = localMoment(tx.now, tx.timeZone).date;
    const [derived] = datesOfNewComments(
      existing.map(({ date }) => date),
      1,
      today,
    );
    const lineNo = (existing.at(-1)?.lineNo ?? 0) + lineNoStep;
    const date = comment.date === undefined ? derived! : comment.date;
    const { rows } = await sql<CommentRow>`
      insert into interaction_comments (contact_id, entry_no, line_no, date, code, text, author)
      values (${contactId}, ${entryNo}, ${lineNo}, ${date}, ${comment.code ?? null}, ${comment.text}, ${tx.actor.name})
      returning ${columns}`.execute(tx.db);
    await tellEntry(tx, contactId, entryNo);
    await record(tx, "comment.added", entryNo, lineNo);
    return present(rows[0]!);
  });
}

export interface CommentChange {
  readonly text?: string | undefined;
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}

export function changeComment(
  ctx: Context,
  entryNo: number,
  lineNo: number,
  change: CommentChange,
): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const contactId = await contactOfEntry(tx, entryNo, true);
    await refuseErased(tx.db, [entryNo]);
    const keepsOr = (value: unknown, column: string, written: string | null | undefined) =>
      value === undefined ? sql.ref(column) : sql`${written}`;
    const { rows } = await sql<CommentRow>`
      update interaction_comments
         set text = ${keepsOr(change.text, "text", change.text)}, date = ${keepsOr(change.date, "date", change.date)}::date,
             code = ${keepsOr(change.code, "code", change.code)}, last_modified_at = now()
       where contact_id = ${contactId} and entry_no = ${entryNo} and line_no = ${lineNo}
      returning ${columns}`.execute(tx.db);
    if (!rows[0]) throw commentNotFound(lineNo);
    await tellEntry(tx, contactId, entryNo);
    await record(tx, "comment.changed", entryNo, lineNo);
    return present(rows[0]);
  });
}

export function deleteComment(ctx: Context, entryNo: number, lineNo: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contactId = await contactOfEntry(tx, entryNo, true);
    const { numAffectedRows } = await sql`
      delete from interaction_comments
       where contact_id = ${contactId} and entry_no = ${entryNo} and line_no = ${lineNo}`.execute(tx.db);
    if (!numAffectedRows) throw commentNotFound(lineNo);
    await tellEntry(tx, contactId, entryNo);
    await record(tx, "comment.deleted", entryNo, lineNo);
  });
}

/** The entry knows how many comments it has, and is found by their words. */
async function tellEntry(tx: TransactionContext, contactId: number, entryNo: number): Promise<void> {
  await sql`
    update interaction_log_entries
       set comment_count = c.count,
           search_vector = search_vector_of_entry(description, subject, contact_id, entry_no, c.count)
      from (select count(*)::integer as count from interaction_comments
             where contact_id = ${contactId} and entry_no = ${entryNo}) c
     where contact_id = ${contactId} and entry_no = ${entryNo}`.execute(tx.db);
}

function commentNotFound(lineNo: number): NotFound {
  return new NotFound("not_found", { lineNo }, [{ path: "lineNo", code: "not_found" }]);
}

/** The trail says that a comment changed, not what it said: texts may be personal. */
function record(tx: TransactionContext, action: string, entryNo: number, lineNo: number): Promise<void> {
  return recordChange(tx, { action, resource: "interaction-log-entries", key: entryNo, changes: { lineNo } });
}
