import { type RawBuilder, sql } from "kysely";

/** SQL that finds companies which share enough search strings (contacts §5); `needed` is how many that is. */

/** The number of strings that a pair must share, as a column `needed`; `null`: the one of the set-up. */
export function neededOf(searchHitPercent: number | null = null): RawBuilder<{ needed: number }> {
  // Rounded up in whole numbers, like `neededHits` of the rules.
  const percent = searchHitPercent === null ? sql`m.search_hit_percent` : sql`${searchHitPercent}::bigint`;
  return sql`select greatest(1, ((select count(*) from duplicate_search_strings) * ${percent} + 99) / 100) as needed
               from marketing_setup m`;
}

/** How common strings are is counted up to here; beyond, they are all alike to us. */
const countedHolders = 1_000;

/**
 * Common table expressions up to `likely (contact_id, other_id)`: everybody who may share `needed` strings with one of
 * the companies, and few who do not. Stands behind `with` and an expression `demand (needed)`.
 *
 * Whoever shares `needed` of n strings shares one of any n − needed + 1, two of any n − needed + 2, and so on. So the
 * holders of the rarest strings are gone through only, never those of a city or of "info@"; of them, those go on who also
 * have enough of the next rarest.
 */
export function likelyPairs(companyIds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    own as materialized (
      select s.contact_id, s.search_string_id, s.value, count(*) over (partition by s.contact_id) as strings
        from (${companyIds}) as i(id)
       cross join lateral (select * from contact_search_strings s where s.contact_id = i.id offset 0) s
    ), counted as materialized (
      select o.search_string_id, o.value,
             (select count(*) from (select from contact_search_strings h
                where h.search_string_id = o.search_string_id and h.value = o.value limit ${countedHolders}) h) as holders
        from (select distinct search_string_id, value from own, demand where strings >= needed) o
    ), ranked as materialized (
      select o.*, row_number() over (partition by o.contact_id order by c.holders, o.search_string_id)
                  - (o.strings - d.needed) as place
        from own o join counted c using (search_string_id, value) cross join demand d
       where o.strings >= d.needed
    ), met as materialized (
      select r.contact_id, h.contact_id as other_id, count(*) as shared
        from ranked r
       cross join lateral (select h.contact_id from contact_search_strings h
                            where h.search_string_id = r.search_string_id and h.value = r.value offset 0) h
       where r.place <= 1 and h.contact_id <> r.contact_id
       group by r.contact_id, h.contact_id
    ), next as materialized (
      select contact_id, max(search_string_id) filter (where place = 2) as id2, max(value) filter (where place = 2) as value2,
             max(search_string_id) filter (where place = 3) as id3, max(value) filter (where place = 3) as value3
        from ranked group by contact_id
    ), likely as materialized (
      select m.contact_id, m.other_id
        from met m join next n on n.contact_id = m.contact_id cross join demand d
       where m.shared + ${hasString("n.id2", "n.value2")}::int >= least(2, d.needed)
         and m.shared + ${hasString("n.id2", "n.value2")}::int + ${hasString("n.id3", "n.value3")}::int >= least(3, d.needed)
    )`;
}

/** Whether the other one has the string: looked up by its number, which compares quicker than the text. */
function hasString(id: string, value: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce((
    select s.value from contact_search_strings s
     where s.contact_id = m.other_id and s.search_string_id = ${sql.ref(id)}) = ${sql.ref(value)}, false)`;
}

/** How many strings the contacts that the two columns name share. */
export function sharedStrings(one: string, other: string): RawBuilder<number> {
  return sql<number>`(
    select count(*) from contact_search_strings a
      join contact_search_strings b on b.search_string_id = a.search_string_id and b.value = a.value
     where a.contact_id = ${sql.ref(one)} and b.contact_id = ${sql.ref(other)})`;
}
