import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { dealingTables, namingColumns } from "./contact-references.ts";
import type { Journal } from "./journal.ts";
import type { Pair } from "./lock-pair.ts";

/**
 * Records that name the duplicate name the survivor: interactions, tasks and opportunities as contact, as company and
 * as the person whose they were. Where a person's had no company, they get the survivor's (contacts §4.2, 6).
 */
export async function moveDealings({ survivor, duplicate, type }: Pair, journal: Journal): Promise<void> {
  const company = type === "person" ? survivor.companyId : null;
  for (const { table, key, list, isLog } of dealingTables) {
    const own = sql.table(table);
    const id = sql.ref(key);
    const named = isLog
      ? [sql`moved as (select merge_entries(${duplicate.id}, ${survivor.id}, ${company}) as keys)`]
      : [
          sql`old as (select ${id} as key, contact_id, company_id, former_contact_id from ${own}
                       where ${duplicate.id} in (contact_id, company_id, former_contact_id))`,
          sql`updated as (
            update ${own} r
               set contact_id = case when r.contact_id = ${duplicate.id} then ${survivor.id}::bigint else r.contact_id end,
                   company_id = case when r.company_id = ${duplicate.id} then ${survivor.id}::bigint
                     when r.contact_id = ${duplicate.id} then coalesce(r.company_id, ${company}::bigint) else r.company_id end,
                   former_contact_id = case when r.former_contact_id = ${duplicate.id} then ${survivor.id}::bigint
                     else r.former_contact_id end
             where ${duplicate.id} in (r.contact_id, r.company_id, r.former_contact_id))`,
          sql`moved as (
            select jsonb_build_object(
              'owner', ${duplicate.id}::bigint, 'holder', ${survivor.id}::bigint,
              'contact', coalesce(jsonb_agg(key) filter (where contact_id = ${duplicate.id}), '[]'),
              'adopted', coalesce(jsonb_agg(key) filter (where contact_id = ${duplicate.id} and company_id is null
                and ${company}::bigint is not null), '[]'),
              'adoptedBy', ${company}::bigint,
              'company', coalesce(jsonb_agg(key) filter (where company_id = ${duplicate.id}), '[]'),
              'former', coalesce(jsonb_agg(key) filter (where former_contact_id = ${duplicate.id}), '[]')) as keys
              from old)`,
        ];
    journal.count(list, await journal.write(table, "named", named, sql`(select keys from moved)`));
  }
}

/**
 * Remembers what will stay with the company that a person leaves, or follow it into its first one (contacts §4.2, 6),
 * so that it can be undone.
 */
export async function noteStaying(
  { survivor: { id, companyId }, duplicate }: Pair,
  journal: Journal,
): Promise<void> {
  for (const { table, key } of dealingTables)
    await journal.write(
      table,
      "named",
      [
        sql`staying as (
          select coalesce(jsonb_agg(${sql.ref(key)}), '[]') as keys from ${sql.table(table)}
           where contact_id = ${id} and company_id is not distinct from ${companyId}::bigint)`,
      ],
      sql`(select jsonb_build_object('owner', ${id}::bigint, 'holder', ${companyId ?? id}::bigint, 'contact', keys,
             'adopted', case when ${companyId}::bigint is null then keys else '[]' end,
             'adoptedBy', ${duplicate.companyId}::bigint, 'company', '[]'::jsonb, 'former', '[]'::jsonb) from staying)`,
    );
}

/** Other records that name the duplicate in one column, with the person's name beside it where they hold that too. */
export async function moveNamings(
  tx: Tx,
  { survivor, duplicate, type }: Pair,
  journal: Journal,
): Promise<void> {
  const name = await sql<{
    name: string | null;
  }>`select name from contacts where id = ${survivor.id}`.execute(tx);
  for (const { table, key, column, nameColumn, list } of namingColumns) {
    const id = sql.ref(key.column);
    const own = sql.table(table);
    const named = sql.ref(column);
    const holdsName = nameColumn !== undefined && type === "person";
    const values = { [column]: survivor.id, ...(holdsName && { [nameColumn]: name.rows[0]!.name }) };
    const columns = Object.keys(values).map((each) => sql.ref(each));
    const moved = await journal.write(
      table,
      "changed",
      [
        sql`old as (select ${id} as key, jsonb_build_object(${sql.join(
          Object.keys(values).flatMap((each) => [sql`${sql.lit(each)}::text`, sql.ref(each)]),
        )}) as before from ${own} where ${named} = ${duplicate.id})`,
        sql`updated as (
          update ${own} r set (${sql.join(columns)}) = row(${sql.join(Object.values(values))})
           where r.${named} = ${duplicate.id})`,
      ],
      sql`(select coalesce(jsonb_agg(jsonb_build_object('key', jsonb_build_object(${sql.lit(key.column)}::text, key),
             'before', before, 'after', ${JSON.stringify(values)}::jsonb)), '[]') from old)`,
    );
    journal.count(list, moved);
  }
}
