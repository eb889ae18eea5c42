import { sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { NewRecordComment, RecordComment, RecordCommentChange } from "./comments.contract.ts";
import { datesOfNewComments, lineNoStep } from "./comments.rules.ts";

/** A table of comments, and its column that says what they are about. */
export interface CommentTable {
  readonly table: string;
  readonly column: string;
}

const columns = sql`
  line_no as "lineNo", date, code, text, author, created_at as "createdAt", last_modified_at as "lastModifiedAt", version`;

/** The comments of the record with the id, in their order. */
export async function readComments(
  db: Db,
  { table, column }: CommentTable,
  id: number,
): Promise<RecordComment[]> {
  const { rows } = await sql<RecordComment>`
    select ${columns} from ${sql.table(table)} where ${sql.ref(column)} = ${id} order by line_no`.execute(db);
  return rows;
}

/** The record is locked: its lines are written one after another. */
export async function insertComment(
  tx: TransactionContext,
  of: CommentTable,
  id: number,
  comment: NewRecordComment,
): Promise<RecordComment> {
  const existing = await readComments(tx.db, of, id);
  const today = localMoment(tx.now, tx.timeZone).date;
  const [derived] = datesOfNewComments(
    existing.map(({ date }) => date),
    1,
    today,
  );
  const lineNo = (existing.at(-1)?.lineNo ?? 0) + lineNoStep;
  const date = comment.date === undefined ? derived! : comment.date;
  const { rows } = await sql<RecordComment>`
    insert into ${sql.table(of.table)} (${sql.ref(of.column)}, line_no, date, code, text, author)
    values (${id}, ${lineNo}, ${date}, ${comment.code ?? null}, ${comment.text}, ${tx.actor.name})
    returning ${columns}`.execute(tx.db);
  return rows[0]!;
}

/** @throws NotFound `not_found`, Stale */
export async function updateComment(
  tx: Tx,
  of: CommentTable,
  id: number,
  lineNo: number,
  change: RecordCommentChange,
  ifMatch: number | null,
): Promise<RecordComment> {
  const { text, date, code } = await lockComment(tx, of, id, lineNo, ifMatch);
  const written = { text, date, code, ...withoutUndefined(change) };
  const { rows } = await sql<RecordComment>`
    update ${sql.table(of.table)}
       set text = ${written.text}, date = ${written.date}, code = ${written.code}, version = version + 1,
           last_modified_at = now()
     where ${sql.ref(of.column)} = ${id} and line_no = ${lineNo}
    returning ${columns}`.execute(tx);
  return rows[0]!;
}

/** @throws NotFound `not_found`, Stale */
export async function removeComment(
  tx: Tx,
  of: CommentTable,
  id: number,
  lineNo: number,
  ifMatch: number | null,
): Promise<void> {
  await lockComment(tx, of, id, lineNo, ifMatch);
  await sql`
    delete from ${sql.table(of.table)} where ${sql.ref(of.column)} = ${id} and line_no = ${lineNo}`.execute(
    tx,
  );
}

async function lockComment(
  tx: Tx,
  { table, column }: CommentTable,
  id: number,
  lineNo: number,
  ifMatch: number | null,
): Promise<RecordComment> {
  const { rows } = await sql<RecordComment>`
    select ${columns} from ${sql.table(table)} where ${sql.ref(column)} = ${id} and line_no = ${lineNo} for update`.execute(
    tx,
  );
  const [comment] = rows;
  if (!comment) throw new NotFound("not_found", { lineNo }, [{ path: "lineNo", code: "not_found" }]);
  expectVersion(comment, ifMatch);
  return comment;
}

function withoutUndefined<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
