import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { auditNumbersOf } from "../audit-numbers.ts";

/** Shorter ones are part of other words. */
const shortestWord = 5;

/**
 * By what others look for the contact: its names, e-mails and telephone numbers, and those that it, or a duplicate that
 * became it, had before. Read before the erasure takes them away.
 */
export async function findWordsFor(db: Db, contactId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`
    with recursive ${auditNumbersOf(contactId)},
    words (word) as (
      select unnest(array[name, email, email2, phone_no, mobile_phone_no]) from contacts where id = ${contactId}
      union
      select duplicate_name from contact_merges where ${contactId} in (survivor_id, duplicate_id)
      union
      select told.word
        from numbers join audit_entries a
          on a.resource = 'contacts' and a.resource_key = numbers.no and (numbers.up_to is null or a.id <= numbers.up_to)
       cross join unnest(array['name', 'email', 'email2', 'phoneNo', 'mobilePhoneNo']) as field
       cross join lateral jsonb_array_elements_text(
         case jsonb_typeof(a.changes -> field) when 'array' then a.changes -> field else '[]' end) as told(word))
    select distinct word from words where length(word) >= ${shortestWord}`.execute(db);
  return rows.map(({ word }) => word);
}

/** Whether a text names one of the words, in any spelling. Not by `like`: names may hold its wildcards. */
export function names(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from unnest(${words}::text[]) as word where strpos(lower(${text}), lower(word)) > 0)`;
}

/** The same of JSON as text, where some characters are escaped. */
export function namesInJson(json: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from unnest(${words}::text[]) as word
     where strpos(lower(${json}), lower(trim(both '"' from to_json(word)::text))) > 0)`;
}

/** Saved views that look for one of the words, or are called so. */
export async function findViewsNaming(db: Db, words: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select v.id from saved_views v
     where ${names(sql`v.name`, words)}
        or exists (select from jsonb_each_text(v.query) as parameter where ${names(sql`parameter.value`, words)})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
