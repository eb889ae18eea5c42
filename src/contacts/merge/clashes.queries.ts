import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { type ChildTable, childTables } from "./contact-references.ts";
import type { Clash } from "./resolutions.rules.ts";
import { keyOf, seen } from "./row-sql.ts";

/** A clash with the keys of its rows as the table has them. */
export interface FoundClash extends Clash {
  readonly table: ChildTable;
  readonly currentKey: Readonly<Record<string, unknown>>;
  readonly duplicateKey: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly isSameKey: boolean;
  readonly isByMeaning: boolean;
  readonly currentKey: Record<string, unknown>;
  readonly duplicateKey: Record<string, unknown>;
  readonly current: Clash["current"];
  readonly duplicate: Clash["duplicate"];
  readonly key: string;
}

/** Rows of the duplicate that the survivor has already and that somebody has to decide about (contacts §7, 2). */
export async function findClashes(
  db: Db,
  survivor: number,
  duplicate: number,
): Promise<readonly FoundClash[]> {
  const found: FoundClash[] = [];
  for (const table of childTables.filter(({ clash }) => clash === "ask"))
    found.push(...(await findClashesIn(db, table, survivor, duplicate)));
  return found;
}

async function findClashesIn(
  db: Db,
  table: ChildTable,
  survivor: number,
  duplicate: number,
): Promise<readonly FoundClash[]> {
  const { key, fields, clashesAlso, list, fieldsGoTogether = false } = table;
  const columns = [...key, ...fields];
  const clashes = sql`(${sql.raw(clashesAlso ?? "false")})`;
  const { rows } = await sql<Row>`
    select distinct on (${keyOf(table, "d")})
           ${keyOf(table, "s")} = ${keyOf(table, "d")} as "isSameKey",
           exists (select from ${sql.table(table.table)} s
             where s.contact_id = ${survivor} and ${keyOf(table, "s")} <> ${keyOf(table, "d")} and ${clashes}) as "isByMeaning",
           ${keyOf(table, "s")} as "currentKey", ${keyOf(table, "d")} as "duplicateKey",
           ${seen(columns, "s")} as current, ${seen(columns, "d")} as duplicate
      from ${sql.table(table.table)} d join ${sql.table(table.table)} s on s.contact_id = ${survivor}
       and (${keyOf(table, "s")} = ${keyOf(table, "d")} or ${clashes})
     where d.contact_id = ${duplicate} and not ${yieldsSql(table, survivor)}
     order by ${keyOf(table, "d")}, ${keyOf(table, "s")} = ${keyOf(table, "d")} desc`.execute(db);
  return rows.map(({ isSameKey, isByMeaning, ...row }) => ({
    ...row,
    table,
    list,
    key: key.map(({ name }) => row.duplicate[name]).join("/"),
    fields: isSameKey && !isByMeaning ? fields.map(({ name }) => name) : [],
    fieldsGoTogether,
    renames: isSameKey && !isByMeaning ? renamedBy(table) : null,
    isByMeaning,
  }));
}

/** The part of the key that people write: the only one. */
function renamedBy({ key }: ChildTable): string | null {
  return key.length === 1 ? key[0]!.name : null;
}

/** Whether row `d` of the duplicate goes without a question. */
export function yieldsSql({ yields }: ChildTable, survivor: number): RawBuilder<unknown> {
  if (!yields) return sql`false`;
  return sql`coalesce((select ${sql.raw(yields)} from (select ${survivor}::bigint as survivor) as of_merge), false)`;
}
