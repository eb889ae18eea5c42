import { type RawBuilder, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import {
  contactLists,
  type listMerges as listContract,
  type Merge,
  type mergeSorts,
} from "./merge.contract.ts";
import { decideUndo, type UndoProblem } from "./merge.rules.ts";

/** A merge and what decides whether it can be undone. */
export interface MergeRow {
  readonly id: number;
  readonly survivorId: number;
  /** The number it had. */
  readonly survivorNo: string;
  /** The number it has; `null` = it is gone. */
  readonly survivorNoNow: string | null;
  readonly duplicateId: number;
  readonly duplicateNo: string;
  readonly duplicateName: string | null;
  readonly moved: Readonly<Record<string, number>>;
  readonly mergedAt: string;
  readonly mergedBy: string;
  readonly undoUntil: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly hasJournal: boolean;
  /** What the survivor was merged into itself. */
  readonly mergedIntoNo: string | null;
}

const columns = sql`
  m.id, m.survivor_id as "survivorId", m.survivor_no as "survivorNo", m.duplicate_id as "duplicateId",
  m.duplicate_no as "duplicateNo", m.duplicate_name as "duplicateName", m.moved, m.merged_at as "mergedAt",
  m.merged_by as "mergedBy", m.undo_until as "undoUntil", m.undone_at as "undoneAt", m.undone_by as "undoneBy",
  m.duplicate is not null as "hasJournal", (select no from contacts where id = m.survivor_id) as "survivorNoNow",
  (select f.survivor_no from contact_merges f
    where f.duplicate_id = m.survivor_id and f.undone_at is null order by f.id desc limit 1) as "mergedIntoNo"`;

/** @throws NotFound */
export async function findMergeRow(
  db: Db,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<MergeRow> {
  const { rows } = await sql<MergeRow>`
    select ${columns} from contact_merges m where m.id = ${id} ${lock ? sql`for update of m` : sql``}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound("not_found", { id }, [{ path: "id", code: "not_found" }]);
  return rows[0];
}

export function undoProblemOf(row: MergeRow, now: Date): UndoProblem | null {
  return decideUndo({
    isUndone: row.undoneAt !== null,
    undoUntil: new Date(row.undoUntil),
    now,
    hasJournal: row.hasJournal,
    survivorExists: row.survivorNoNow !== null,
    isMergedFurther: row.mergedIntoNo !== null,
  });
}

function present(row: MergeRow, now: Date): Merge {
  return {
    id: row.id,
    contactNo: row.survivorNo,
    survivorNo: row.survivorNoNow ?? row.mergedIntoNo,
    duplicateNo: row.duplicateNo,
    duplicateName: row.duplicateName,
    mergedAt: instant(row.mergedAt),
    mergedBy: row.mergedBy,
    moved: contactLists.flatMap((list) => (row.moved[list] ? [{ list, count: row.moved[list] }] : [])),
    undoUntil: instant(row.undoUntil),
    undoneAt: row.undoneAt === null ? null : instant(row.undoneAt),
    undoneBy: row.undoneBy,
    undoProblem: undoProblemOf(row, now),
  };
}

function instant(moment: string): string {
  return new Date(moment).toISOString();
}

/** @throws NotFound */
export async function getMerge(ctx: Context, id: number): Promise<Merge> {
  return present(await findMergeRow(ctx.db, id), ctx.now);
}

const orders: SortOrders<(typeof mergeSorts)[number]> = {
  mergedAt: [
    { expression: sql`m.merged_at`, type: "timestamptz" },
    { expression: sql`m.id`, type: "integer" },
  ],
};

/** A page of merges, the latest first. */
export function listMerges(
  ctx: Context,
  query: Output<NonNullable<(typeof listContract)["query"]>>,
): Promise<Output<NonNullable<(typeof listContract)["result"]>>> {
  const { contactNo } = query;
  const conditions: RawBuilder<unknown>[] = [];
  if (contactNo) {
    const ids = sql`array(select contact_id from contact_numbers where no = any(${contactNo}::text[]))`;
    conditions.push(sql`(m.survivor_id = any(${ids}) or m.duplicate_id = any(${ids}))`);
  }
  return fetchPage<MergeRow, Merge, (typeof mergeSorts)[number]>(
    ctx.db,
    { columns, from: sql`contact_merges m`, where: allOf(conditions), orders, defaultSort: "-mergedAt" },
    query,
    (row) => present(row, ctx.now),
  );
}
