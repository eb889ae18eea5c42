import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { plainColumns } from "../contact-fields.ts";
import type { SearchField } from "./search-string.rules.ts";

/** The value of a field of contacts `c` whose name stands in `field`. */
function fieldValue(field: string, fields: readonly SearchField[]): RawBuilder<string> {
  if (fields.length === 0) return sql<string>`null::text`;
  const cases = fields.map((name) => `when '${name}' then c.${plainColumns[name]} collate "C"`);
  return sql<string>`case ${sql.raw(field)} ${sql.raw(cases.join(" "))} end`;
}

/**
 * Makes the strings of companies what their fields say now, in one statement however many; strings that are as they
 * should be are left alone. `fields`: those of the set-up.
 */
export async function writeSearchStrings(
  tx: Tx,
  companyIds: readonly number[],
  fields: readonly SearchField[],
): Promise<void> {
  if (companyIds.length === 0) return;
  // "offset 0": each text is worked out once, and each company's strings are looked up by their key, even while the
  // database does not know yet how many there are.
  await sql`
    with fresh as materialized (
      select c.id as contact_id, r.id as search_string_id, s.value
        from contacts c
       cross join (select distinct field from duplicate_search_strings) f
       cross join lateral (select search_text_of(${fieldValue("f.field", fields)}) as search_text offset 0) t
        join duplicate_search_strings r on r.field = f.field
       cross join lateral (select search_string_of(t.search_text, r.part, r.length) as value offset 0) s
       where c.id = any(${companyIds}::bigint[]) and s.value is not null
    ), held as materialized (
      select h.contact_id, h.search_string_id, h.value
        from unnest(${companyIds}::bigint[]) as i(id)
       cross join lateral (select * from contact_search_strings s where s.contact_id = i.id offset 0) h
    ), gone as (
      delete from contact_search_strings s using held h
       where s.contact_id = h.contact_id and s.search_string_id = h.search_string_id
         and not exists (select from fresh f
                          where f.contact_id = h.contact_id and f.search_string_id = h.search_string_id)
    )
    insert into contact_search_strings (contact_id, search_string_id, value)
    select contact_id, search_string_id, value from (table fresh except table held) changed
     order by contact_id, search_string_id
        on conflict (contact_id, search_string_id) do update set value = excluded.value`.execute(tx);
}

/** Removes strings and all pairs, the separate ones too, of contacts that are gone or are people now. */
export async function forgetDuplicatesOf(tx: Tx, contactIds: readonly number[]): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`
    with strings as (delete from contact_search_strings where contact_id = any(${contactIds}::bigint[]))
    delete from contact_duplicates
     where contact_id = any(${contactIds}::bigint[]) or duplicate_id = any(${contactIds}::bigint[])`.execute(
    tx,
  );
}
