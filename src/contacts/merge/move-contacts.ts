import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { Journal } from "./journal.ts";
import type { Pair } from "./lock-pair.ts";

/** Columns that say when and how often a contact was written: they only grow, also when something is undone. */
export const ticking: readonly string[] = ["version", "last_modified_at"];

/** The numbers that led to the duplicate lead to the survivor; none of them is what it is called. */
export async function moveNumbers({ survivor, duplicate }: Pair, journal: Journal): Promise<void> {
  await journal.write(
    "contact_numbers",
    "named",
    [
      sql`moved as (
        update contact_numbers set contact_id = ${survivor.id}, is_former = true
         where contact_id = ${duplicate.id} and (no = ${duplicate.no} or is_former) returning no)`,
    ],
    sql`(select jsonb_build_object('no', jsonb_agg(no order by no)) from moved)`,
  );
}

/**
 * Remembers how the survivor and all people of both were, whatever becomes of them until `closeContacts`: people of the
 * duplicate move, those of the survivor may follow what it takes over.
 */
export async function openContacts({ survivor, duplicate }: Pair, journal: Journal): Promise<void> {
  await journal.write(
    "contacts",
    "changed",
    [
      sql`known as (
        select jsonb_build_object('key', jsonb_build_object('id', c.id), 'before', to_jsonb(c)) as row from contacts c
         where c.id = ${survivor.id} or (c.company_id in (${survivor.id}, ${duplicate.id}) and c.type = 'person'))`,
    ],
    sql`(select jsonb_agg(row) from known)`,
  );
}

/** Leaves of what was remembered only what has changed. */
export async function closeContacts(tx: Tx, { mergeId }: Journal, columns: readonly string[]): Promise<void> {
  await sql`
    update contact_merge_steps s set details = coalesce((
      select jsonb_agg(jsonb_build_object('key', d -> 'key', 'before', diff.before, 'after', diff.after))
        from jsonb_array_elements(s.details) d
        join contacts c on c.id = (d -> 'key' ->> 'id')::bigint
       cross join lateral (
         select jsonb_object_agg(b.key, b.value) as before, jsonb_object_agg(n.key, n.value) as after
           from jsonb_each(d -> 'before') b
           join jsonb_each(to_jsonb(c)) n on n.key = b.key and n.value <> b.value
          where b.key = any(${columns.filter((column) => !ticking.includes(column))}::text[])) diff
       where diff.before is not null), '[]')
     where merge_id = ${mergeId} and table_name = 'contacts'`.execute(tx);
}

/** The duplicate's people belong to the survivor. Answers their ids. */
export async function movePeople(
  tx: Tx,
  { survivor, duplicate, type }: Pair,
  journal: Journal,
): Promise<readonly number[]> {
  if (type === "person") return [];
  const { rows } = await sql<{ id: number }>`
    update contacts set company_id = ${survivor.id}, company_name = ${survivor.name},
           version = version + 1, last_modified_at = now()
     where company_id = ${duplicate.id} and type = 'person' returning id`.execute(tx);
  journal.count("people", rows.length);
  return rows.map(({ id }) => id);
}

/** Pairs that name the duplicate go; that it is not somebody else holds for the survivor, too. */
export async function movePairs({ survivor, duplicate }: Pair, journal: Journal): Promise<void> {
  await journal.write(
    "contact_duplicates",
    "removed",
    [
      sql`gone as (
        delete from contact_duplicates p where ${duplicate.id} in (p.contact_id, p.duplicate_id) returning to_jsonb(p) as row)`,
    ],
    sql`(select coalesce(jsonb_agg(row), '[]') from gone)`,
  );
  await journal.write(
    "contact_duplicates",
    "added",
    [
      sql`separate as (
        select (row ->> 'contact_id')::bigint + (row ->> 'duplicate_id')::bigint - ${duplicate.id} as other,
               (row ->> 'hits')::smallint as hits, (row ->> 'found_at')::timestamptz as found_at
          from contact_merge_steps s cross join jsonb_array_elements(s.details) row
         where s.merge_id = ${journal.mergeId} and s.table_name = 'contact_duplicates' and s.action = 'removed'
           and (row ->> 'separate')::boolean)`,
      sql`added as (
        insert into contact_duplicates (contact_id, duplicate_id, indexed_id, hits, separate, found_at)
        select greatest(other, ${survivor.id}), least(other, ${survivor.id}), ${survivor.id}, hits, true, found_at
          from separate where other <> ${survivor.id}
            on conflict (contact_id, duplicate_id) do nothing
        returning contact_id, duplicate_id)`,
    ],
    sql`(select coalesce(jsonb_agg(to_jsonb(added)), '[]') from added)`,
  );
}
