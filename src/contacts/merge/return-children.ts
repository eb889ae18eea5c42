import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { type ChildTable, childTables } from "./contact-references.ts";
import type { MergeStep } from "./journal.ts";
import type { KeptByUndo } from "./merge.contract.ts";
import type { Parting } from "./parting.ts";
import { keyOf, namesExisting, objectOf } from "./row-sql.ts";

const asJson = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

interface MovedRow {
  readonly from: Readonly<Record<string, unknown>>;
  readonly to: Readonly<Record<string, unknown>>;
}

/**
 * Gives the duplicate its rows back: those that moved, with the changes they got since, and those that were removed.
 * Parents first; what was taken from the survivor is deleted in the other direction.
 */
export async function returnChildren(
  tx: Tx,
  parting: Parting,
  steps: readonly MergeStep[],
): Promise<readonly KeptByUndo[]> {
  const kept: KeptByUndo[] = [];
  const taken = new Map<ChildTable, readonly unknown[]>();
  for (const table of childTables) {
    const ofTable = steps.filter((step) => step.table === table.table);
    const moved = rowsOf<MovedRow>(ofTable, "moved");
    // What was removed is there already when the rows that hang on it come back.
    const removed = rowsOf<unknown>(ofTable, "removed");
    const restored = await restoreRemoved(tx, table, removed);
    const parents = rowsOf<MovedRow>(
      steps.filter((step) => step.table === table.parent?.table),
      "moved",
    );
    const returned = await returnMoved(tx, table, parting, moved, parents);
    taken.set(table, returned);
    const listed = new Set(moved.map(({ to }) => JSON.stringify(to)));
    const missing = removed.length - restored + listed.size - countIn(returned, listed);
    if (missing > 0) kept.push({ reason: "goneSince", list: table.list, fields: [], count: missing });
  }
  for (const table of childTables.toReversed()) await takeAway(tx, table, parting, taken.get(table) ?? []);
  return kept;
}

function rowsOf<Row>(steps: readonly MergeStep[], action: MergeStep["action"]): readonly Row[] {
  return steps.filter((step) => step.action === action).flatMap(({ details }) => details as Row[]);
}

function countIn(keys: readonly unknown[], listed: ReadonlySet<string>): number {
  return keys.filter((key) => listed.has(JSON.stringify(key))).length;
}

/** Rows whose small rows were deleted since stay away. */
async function restoreRemoved(tx: Tx, table: ChildTable, rows: readonly unknown[]): Promise<number> {
  if (rows.length === 0) return 0;
  const own = sql.table(table.table);
  const { numAffectedRows } = await sql`
    insert into ${own}
    select n.* from jsonb_array_elements(${asJson(rows)}) r
     cross join lateral jsonb_populate_record(null::${own}, r) n
     where ${namesExisting([...table.key, ...table.fields], "n")}
        on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Copies moved rows to the duplicate under the keys they had; rows that were hung on a moved parent since go along.
 * Answers the keys that they have under the survivor.
 */
async function returnMoved(
  tx: Tx,
  table: ChildTable,
  { survivorId, duplicateId }: Parting,
  moved: readonly MovedRow[],
  parents: readonly MovedRow[],
): Promise<readonly unknown[]> {
  if (moved.length + parents.length === 0) return [];
  const own = sql.table(table.table);
  const parent = table.parent ? objectOf([table.parent.column], "s") : sql`null::jsonb`;
  const hangs = table.parent
    ? sql`exists (select from ${sql.table(table.parent.table)} q where q.contact_id = ${duplicateId}
            and ${objectOf([table.parent.column], "q")} = coalesce(p."from", ${parent}))`
    : sql`true`;
  const { rows } = await sql<{ key: unknown }>`
    with moved as (select * from jsonb_to_recordset(${asJson(moved)}) as m("from" jsonb, "to" jsonb)),
    parents as (select * from jsonb_to_recordset(${asJson(parents)}) as p("from" jsonb, "to" jsonb)),
    leaving as (
      select s, ${keyOf(table, "s")} as key, coalesce(m."from", ${keyOf(table, "s")}) as "from",
             coalesce(p."from", '{}') as parent
        from ${own} s
        left join moved m on m."to" = ${keyOf(table, "s")}
        left join parents p on p."to" = ${parent}
       where s.contact_id = ${survivorId} and coalesce(m."to", p."to") is not null and ${hangs}),
    returned as (
      insert into ${own}
      select n.* from leaving l
       cross join lateral jsonb_populate_record(l.s,
         jsonb_build_object('contact_id', ${duplicateId}::bigint) || l.parent || l."from") n
          on conflict do nothing)
    select key from leaving`.execute(tx);
  return rows.map(({ key }) => key);
}

async function takeAway(
  tx: Tx,
  table: ChildTable,
  { survivorId }: Parting,
  keys: readonly unknown[],
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from ${sql.table(table.table)} s
     where s.contact_id = ${survivorId} and ${keyOf(table, "s")} = any(array(select jsonb_array_elements(${asJson(keys)})))`.execute(
    tx,
  );
}

/** Deletes the comment that says where others are from, unless somebody has written on in it. */
export async function deleteOriginNote(
  tx: Tx,
  { survivorId }: Parting,
  steps: readonly MergeStep[],
): Promise<void> {
  const notes = rowsOf<{ readonly line_no: number }>(
    steps.filter(({ table }) => table === "contact_comments"),
    "added",
  );
  await sql`
    delete from contact_comments
     where contact_id = ${survivorId} and last_modified_at is null
       and line_no = any(${notes.map(({ line_no }) => line_no)}::integer[])`.execute(tx);
}
