import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { type FieldError, Invalid } from "#platform/errors.ts";
import { type FoundClash, yieldsSql } from "./clashes.queries.ts";
import { type ChildTable, childTables } from "./contact-references.ts";
import type { Journal } from "./journal.ts";
import type { Pair } from "./lock-pair.ts";
import { patchChild } from "./patch-rows.ts";
import type { ResolvedClash } from "./resolutions.rules.ts";
import { keyOf, objectOf } from "./row-sql.ts";

type Key = Readonly<Record<string, unknown>>;

/** How the clashes of a table were resolved, in the keys of the table. */
interface TablePlan {
  readonly removed: readonly Key[];
  readonly renamed: readonly { readonly from: Key; readonly to: Key }[];
  readonly copies: readonly { readonly clash: FoundClash; readonly fields: readonly string[] }[];
}

/** Resolutions as the tables need them, and those whose new key is taken or names nothing. */
export interface ChildrenPlan {
  readonly byTable: ReadonlyMap<ChildTable, TablePlan>;
  readonly stillOpen: number;
}

/** @throws Invalid `not_found` for a new key that names nothing of the small list */
export async function planChildren(
  tx: Tx,
  { survivor, duplicate }: Pair,
  resolved: readonly ResolvedClash[],
): Promise<ChildrenPlan> {
  const byTable = new Map<ChildTable, TablePlan>();
  let stillOpen = 0;
  for (const [table, ofTable] of Map.groupBy(resolved, ({ clash }) => (clash as FoundClash).table)) {
    const renamed: TablePlan["renamed"][number][] = [];
    for (const { clash, outcome } of ofTable) {
      if (outcome.action !== "rename") continue;
      const from = (clash as FoundClash).duplicateKey;
      const to = await readNewKey(tx, table, outcome.newKey, `resolutions.${outcome.at}.newKey`);
      const isTaken = await holdsKey(tx, table, [survivor.id, duplicate.id], to);
      const isTwice = renamed.some((other) => JSON.stringify(other.to) === JSON.stringify(to));
      if (isTaken || isTwice) stillOpen += 1;
      renamed.push({ from, to });
    }
    byTable.set(table, {
      renamed,
      removed: ofTable.flatMap(({ clash, outcome }) =>
        outcome.action === "remove" ? [(clash as FoundClash).duplicateKey] : [],
      ),
      copies: ofTable.flatMap(({ clash, outcome }) =>
        outcome.action === "remove" && outcome.copies.length > 0
          ? [{ clash: clash as FoundClash, fields: outcome.copies }]
          : [],
      ),
    });
  }
  return { byTable, stillOpen };
}

async function readNewKey(tx: Tx, { key }: ChildTable, typed: string, path: string): Promise<Key> {
  const { column, list, shows = "code", type } = key[0]!;
  const refused: FieldError = { path, code: "not_found" };
  if (list) {
    const { rows } = await sql<{ id: number }>`
      select id from ${sql.table(list)} where ${sql.ref(shows)} = ${typed}`.execute(tx);
    if (!rows[0]) throw new Invalid("not_found", {}, [refused]);
    return { [column]: rows[0].id };
  }
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(Date.parse(typed));
  if (type === "date" && !isDay)
    throw new Invalid("wrong_format", {}, [
      { path, code: "wrong_format", values: { expected: "2026-11-23" } },
    ]);
  if (type === "text" && typed.length > 10)
    throw new Invalid("too_long", {}, [{ path, code: "too_long", values: { maximum: 10 } }]);
  return { [column]: typed };
}

async function holdsKey(tx: Tx, table: ChildTable, ids: readonly number[], key: Key): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(table.table)} t
     where t.contact_id = any(${ids}::bigint[]) and ${keyOf(table, "t")} = ${asJson(key)}`.execute(tx);
  return rows.length > 0;
}

const asJson = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

const nothing: TablePlan = { removed: [], renamed: [], copies: [] };

/**
 * Moves the duplicate's own rows to the survivor, as they were resolved: copied first, parents before what hangs on
 * them, and the duplicate's deleted in the other direction (SCALE, rule 2: a row gets another contact by insert and
 * delete).
 */
export async function moveChildren(tx: Tx, pair: Pair, plan: ChildrenPlan, journal: Journal): Promise<void> {
  for (const table of childTables) {
    const tablePlan = plan.byTable.get(table) ?? nothing;
    const parentPlan = [...plan.byTable].find(([parent]) => parent.table === table.parent?.table)?.[1];
    const movePlan: MovePlan = { ...tablePlan, parents: parentPlan?.renamed ?? [] };
    await copyFields(tx, pair, movePlan, journal);
    await journalRemoved(table, pair, tablePlan, journal);
    if (table.clash !== "derive") await moveRows(table, pair, movePlan, journal);
  }
  for (const { table } of childTables.toReversed())
    await sql`delete from ${sql.table(table)} where contact_id = ${pair.duplicate.id}`.execute(tx);
}

/** Fields of the survivor's rows that take the duplicate's values. */
async function copyFields(
  tx: Tx,
  { survivor, duplicate }: Pair,
  { copies, parents }: MovePlan,
  journal: Journal,
): Promise<void> {
  for (const { clash, fields } of copies) {
    const { table, currentKey, duplicateKey } = clash;
    const columns = table.fields.filter(({ name }) => fields.includes(name)).map(({ column }) => column);
    const held = await readValues(tx, table, duplicate.id, duplicateKey, columns);
    const parent =
      table.parent && parents.find(({ from }) => from[table.parent!.column] === held[table.parent!.column]);
    const values = parent ? { ...held, ...parent.to } : held;
    await patchChild(table, { contactId: survivor.id, key: currentKey, values }, journal);
  }
}

async function readValues(
  tx: Tx,
  table: ChildTable,
  contactId: number,
  key: Key,
  columns: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<{ values: Record<string, unknown> }>`
    select ${objectOf(columns, "t")} as values from ${sql.table(table.table)} t
     where t.contact_id = ${contactId} and ${keyOf(table, "t")} = ${asJson(key)}`.execute(tx);
  return rows[0]!.values;
}

/** Whether row `d` stays behind: resolved so, needless, or made anew. */
function staysBehind(table: ChildTable, { survivor }: Pair, { removed }: TablePlan): RawBuilder<unknown> {
  if (table.clash === "derive") return sql`true`;
  return sql`(${keyOf(table, "d")} = any(array(select jsonb_array_elements(${asJson(removed)}))) or ${yieldsSql(table, survivor.id)})`;
}

async function journalRemoved(
  table: ChildTable,
  pair: Pair,
  plan: TablePlan,
  journal: Journal,
): Promise<void> {
  await journal.write(
    table.table,
    "removed",
    [
      sql`gone as (select to_jsonb(d) as row from ${sql.table(table.table)} d
                    where d.contact_id = ${pair.duplicate.id} and ${staysBehind(table, pair, plan)})`,
    ],
    sql`(select coalesce(jsonb_agg(row), '[]') from gone)`,
  );
}

interface MovePlan extends TablePlan {
  /** How the rows that these hang on are called now. */
  readonly parents: TablePlan["renamed"];
}

async function moveRows(table: ChildTable, pair: Pair, plan: MovePlan, journal: Journal): Promise<void> {
  const { survivor, duplicate } = pair;
  const own = sql.table(table.table);
  const newKey =
    table.clash === "append" ? appended(table, survivor.id) : sql`coalesce(r."to", ${keyOf(table, "d")})`;
  const moved = await journal.write(
    table.table,
    "moved",
    [
      sql`leaving as (
        select d, ${keyOf(table, "d")} as "from", ${newKey} as "to", ${newParent(table, plan)} as parent
          from ${own} d
          left join jsonb_to_recordset(${asJson(plan.renamed)}) as r("from" jsonb, "to" jsonb) on r."from" = ${keyOf(table, "d")}
         where d.contact_id = ${duplicate.id} and not ${staysBehind(table, pair, plan)})`,
      sql`moved as (
        insert into ${own}
        select n.* from leaving l
         cross join lateral jsonb_populate_record(l.d, jsonb_build_object('contact_id', ${survivor.id}::bigint) || l.parent || l."to") n)`,
    ],
    sql`(select coalesce(jsonb_agg(jsonb_build_object('from', "from", 'to', "to")), '[]') from leaving)`,
  );
  journal.count(table.list, moved);
}

/** Numbered lines go behind the survivor's; one number is left for the line that says where they are from. */
function appended({ table, key }: ChildTable, survivor: number): RawBuilder<unknown> {
  const { column } = key[0]!;
  return sql`jsonb_build_object(${sql.lit(column)}::text, ${sql.ref(`d.${column}`)} + ${lastLine(table, column, survivor)} + ${originStep})`;
}

/** Line numbers go in steps of this (interactions §2.5). */
export const originStep = 10_000;

export function lastLine(table: string, column: string, contactId: number): RawBuilder<unknown> {
  return sql`(select coalesce(max(${sql.ref(column)}), 0) from ${sql.table(table)} where contact_id = ${contactId})`;
}

function newParent({ parent }: ChildTable, { parents }: MovePlan): RawBuilder<unknown> {
  if (!parent || parents.length === 0) return sql`'{}'::jsonb`;
  return sql`coalesce((select p."to" from jsonb_to_recordset(${asJson(parents)}) as p("from" jsonb, "to" jsonb)
     where p."from" = ${objectOf([parent.column], "d")}), '{}')`;
}
