import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ContactType } from "./contact.rules.ts";

/** What a number stands for. */
export interface FoundContact {
  readonly id: number;
  readonly no: string;
  readonly type: ContactType;
  /** Of a company its own. */
  readonly companyId: number | null;
}

/** Contacts by number, in one statement; unknown numbers are left out. */
export async function findContactIdsByNo(
  db: Db,
  nos: readonly string[],
): Promise<ReadonlyMap<string, FoundContact>> {
  if (nos.length === 0) return new Map();
  const { rows } = await sql<FoundContact & { asked: string }>`
    select n.no as asked, c.id, c.no, c.type, c.company_id as "companyId"
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = any(${[...new Set(nos)]}::text[])`.execute(db);
  return new Map(rows.map(({ asked, ...found }) => [asked, found]));
}

/** Numbers by id, in one statement. */
export async function findContactNumbers(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; no: string }>`
    select id, no from contacts where id = any(${[...new Set(ids)]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, no }) => [id, no]));
}

/** Sorts after every character: the end of all texts that begin alike. */
const end = sql`chr(1114111)`;

/**
 * The companies that typed texts mean (contacts §11): the exact number; the name; the first in number order whose
 * number or name begins with it; the only one whose number, name, city, phone or post code contains it. Texts that
 * mean none or several are left out.
 */
export async function findCompaniesByText(
  db: Db,
  texts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ text: string; id: number | null }>`
    select w.text, coalesce(numbered.id, named.id, begun.id, containing.id) as id
      from (select text, fold_text(text) as folded, lower(text) as lowered,
                   '%' || regexp_replace(fold_text(text), '([\\\\%_])', '\\\\\\1', 'g') || '%' as pattern,
                   case when text !~ '[[:alpha:]]' then nullif(digits_of(text), '') end as digits
              from unnest(${[...new Set(texts)]}::text[]) as text) w
      left join lateral (
        select c.id from contact_numbers n join contacts c on c.id = n.contact_id
         where n.no = upper(w.text) and c.type = 'company') numbered on true
      left join lateral (
        select count(*) as found, case when count(*) = 1 then min(c.id) end as id from (
          select id from contacts
           where numbered.id is null and type = 'company'
             and fold_text(name) = w.folded and lower(name) = w.lowered limit 2) c) named on true
      left join lateral (
        select c.id from (
          select id, no from contacts
           where type = 'company' and fold_text(name) ~>=~ w.folded and fold_text(name) ~<~ (w.folded || ${end})
             and starts_with(lower(name), w.lowered)
          union
          select id, no from contacts
           where type = 'company' and no collate "C" >= upper(w.text) and no collate "C" < upper(w.text) || ${end}) c
         where numbered.id is null and named.found = 0
         order by c.no collate "C" limit 1) begun on true
      left join lateral (
        select case when count(*) = 1 then min(c.id) end as id from (
          select id from contacts
           where numbered.id is null and named.found = 0 and begun.id is null and type = 'company'
             and (search_text like w.pattern
                    and position(w.lowered in lower(concat_ws(chr(10), no, name, city, post_code))) > 0
                  or search_text like '%' || w.digits || '%' and position(w.digits in digits_of(phone_no)) > 0)
           limit 2) c) containing on true`.execute(db);
  return new Map(rows.flatMap(({ text, id }) => (id === null ? [] : [[text, id] as const])));
}

/** Number of the first contact, by name, whose name contains the text in any case; `null` where none does. */
export async function findContactByName(db: Db, text: string): Promise<string | null> {
  const { rows } = await sql<{ no: string }>`
    select c.no
      from contacts c, (select '%' || regexp_replace(fold_text(${text.trim()}), '([\\\\%_])', '\\\\\\1', 'g') || '%' as pattern) w
     where c.search_text like w.pattern and fold_text(c.name) like w.pattern
     order by c.name, c.no limit 1`.execute(db);
  return rows[0]?.no ?? null;
}
