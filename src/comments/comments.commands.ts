import type { Context, Db } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import {
  type CommentTable,
  insertComment,
  readComments,
  removeComment,
  updateComment,
} from "./comment-lines.ts";
import type { NewRecordComment, RecordComment, RecordCommentChange } from "./comments.contract.ts";

/** Records of one kind that have comments, by the key people know each by. */
export interface Commented extends CommentTable {
  readonly resource: string;
  /** @throws NotFound */
  readonly find: (db: Db, key: string) => Promise<number>;
  /** The same, locked. @throws NotFound */
  readonly lock: (tx: TransactionContext, key: string) => Promise<number>;
  /** What a change of comments does to the record itself. */
  readonly touch: (tx: TransactionContext, id: number) => Promise<void>;
}

/** @throws NotFound */
export async function listComments(ctx: Context, of: Commented, key: string): Promise<RecordComment[]> {
  return readComments(ctx.db, of, await of.find(ctx.db, key));
}

/** @throws NotFound */
export function addComment(
  ctx: Context,
  of: Commented,
  key: string,
  comment: NewRecordComment,
): Promise<RecordComment> {
  return writing(ctx, of, key, "added", async (tx, id) => {
    const added = await insertComment(tx, of, id, comment);
    return { result: added, lineNo: added.lineNo };
  });
}

/** @throws NotFound, Stale */
export function changeComment(
  ctx: Context,
  of: Commented,
  key: string,
  lineNo: number,
  change: RecordCommentChange,
  ifMatch: number | null,
): Promise<RecordComment> {
  return writing(ctx, of, key, "changed", async (tx, id) => ({
    result: await updateComment(tx.db, of, id, lineNo, change, ifMatch),
    lineNo,
  }));
}

/** @throws NotFound, Stale */
export function deleteComment(
  ctx: Context,
  of: Commented,
  key: string,
  lineNo: number,
  ifMatch: number | null,
): Promise<void> {
  return writing(ctx, of, key, "deleted", async (tx, id) => ({
    result: await removeComment(tx.db, of, id, lineNo, ifMatch),
    lineNo,
  }));
}

/** The trail says that a comment changed, not what it said: texts may be personal. */
function writing<T>(
  ctx: Context,
  of: Commented,
  key: string,
  what: "added" | "changed" | "deleted",
  write: (tx: TransactionContext, id: number) => Promise<{ result: T; lineNo: number }>,
): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    const id = await of.lock(tx, key);
    const { result, lineNo } = await write(tx, id);
    await of.touch(tx, id);
    await recordChange(tx, { action: `comment.${what}`, resource: of.resource, key, changes: { lineNo } });
    return result;
  });
}
