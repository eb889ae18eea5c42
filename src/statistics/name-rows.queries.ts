import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { Breakdown, StatisticsRow } from "./statistics.contract.ts";

/** Where the rows of a subject are named: what people know them by, and what they are called. */
const sources: Partial<
  Record<Breakdown, { table: string; key: "code" | "no"; name: "description" | "name" }>
> = {
  template: { table: "interaction_templates", key: "code", name: "description" },
  group: { table: "interaction_groups", key: "code", name: "description" },
  salesperson: { table: "salespeople", key: "code", name: "name" },
  campaign: { table: "campaigns", key: "no", name: "description" },
  contact: { table: "contacts", key: "no", name: "name" },
  contactCompany: { table: "contacts", key: "no", name: "name" },
};

/** Gives rows the codes and names of what their ids mean; what is gone has none. */
export async function nameRows(
  db: Db,
  by: Breakdown,
  rows: readonly StatisticsRow[],
): Promise<StatisticsRow[]> {
  const source = sources[by];
  const ids = rows.map(({ key }) => key).filter((key) => key !== null);
  if (!source || ids.length === 0) return [...rows];
  const found = await sql<{ id: number; key: string; name: string | null }>`
    select id, ${sql.ref(source.key)} as key, ${sql.ref(source.name)} as name
      from ${sql.table(source.table)} where id = any(${ids}::bigint[])`.execute(db);
  const names = new Map(found.rows.map(({ id, key, name }) => [String(id), { key, name }]));
  return rows.map((row) => ({ ...row, ...(names.get(row.key ?? "") ?? { key: null, name: null }) }));
}
