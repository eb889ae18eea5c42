import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { Candidate } from "./choose-contact.rules.ts";
import { type ContactName, phoneOf } from "./contact-clues.rules.ts";

/** More of one clue are as good as too many. */
const enough = 12;

const columns = sql`c.id, c.no, c.type, c.name, c.company_id as "companyId", c.company_name as "companyName"`;

/** What a batch asks for, without doubles. */
export interface Asked {
  readonly nos: readonly string[];
  readonly externalIds: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly names: readonly ContactName[];
}

export type Clue = "no" | "externalId" | "email" | "phone" | "name";

/** Candidates by clue and its key. */
export class Candidates {
  readonly #found = new Map<string, Candidate[]>();

  add(clue: Clue, key: string, candidate: Candidate): void {
    const others = this.of(clue, key);
    if (others.some(({ id }) => id === candidate.id)) return;
    this.#found.set(`${clue}\n${key}`, [...others, candidate]);
  }

  of(clue: Clue, key: string): readonly Candidate[] {
    return this.#found.get(`${clue}\n${key}`) ?? [];
  }
}

/** The key of a name among candidates. */
export function keyOfName({ name, company, isCompany }: ContactName): string {
  return [name, company ?? "", isCompany].join("\n");
}

interface FoundRow extends Candidate {
  readonly clue: Clue;
  readonly key: string;
}

/** Contacts that numbers, addresses and names lead to as they stand, in one statement. */
export async function findExact(db: Db, asked: Asked, candidates: Candidates): Promise<void> {
  const { nos, externalIds, emails, phones, names } = asked;
  const parts = [
    nos.length > 0 &&
      sql`select 'no' as clue, n.no as key, ${columns}
            from contact_numbers n join contacts c on c.id = n.contact_id where n.no = any(${nos}::text[])`,
    externalIds.length > 0 && perKey("externalId", externalIds, sql`c.external_id = k.key`),
    emails.length > 0 && perKey("email", emails, sql`c.search_email = k.key`),
    names.length > 0 && perName(names),
  ].filter((part) => part !== false);
  if (parts.length > 0) {
    const { rows } = await sql<FoundRow>`${sql.join(parts, sql` union all `)}`.execute(db);
    addAll(rows, candidates);
  }
  if (phones.length > 0) await findByPhone(db, phones, candidates);
}

function perKey(clue: Clue, keys: readonly string[], condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${sql.lit(clue)} as clue, k.key, c.*
      from unnest(${keys}::text[]) as k(key)
     cross join lateral (select ${columns} from contacts c where ${condition} order by c.type, c.id limit ${enough}) c`;
}

/** Names but for case and blanks, of a company's people where the company is said, of companies where only they are. */
function perName(names: readonly ContactName[]): RawBuilder<unknown> {
  return sql`
    select 'name' as clue, k.key, c.*
      from ${unnested(names)}
     cross join lateral (
       select ${columns} from contacts c
        where fold_text(c.name) = fold_text(k.name) and lower(c.name) = lower(k.name)
          and (k.company is null or lower(c.company_name) = lower(k.company))
          and (not k.is_company or c.type = 'company')
        order by c.id limit ${enough}) c`;
}

function unnested(names: readonly ContactName[]): RawBuilder<unknown> {
  return sql`unnest(${names.map(keyOfName)}::text[], ${names.map(({ name }) => name)}::text[],
    ${names.map(({ company }) => company)}::text[], ${names.map(({ isCompany }) => isCompany)}::boolean[])
    as k(key, name, company, is_company)`;
}

/** Numbers end alike, with country code or without; what is searched holds the digits of both phones. */
const tellingDigits = 7;

async function findByPhone(db: Db, phones: readonly string[], candidates: Candidates): Promise<void> {
  const tails = [...new Set(phones.map((phone) => phone.slice(-tellingDigits)))];
  const { rows } = await sql<Candidate & { tail: string; numbers: (string | null)[] }>`
    select k.tail, c.*
      from unnest(${tails}::text[]) as k(tail)
     cross join lateral (
       select ${columns}, array[c.phone_no, c.mobile_phone_no] as numbers from contacts c
        where c.search_text like '%' || k.tail || '%'
          and (digits_of(c.phone_no) like '%' || k.tail or digits_of(c.mobile_phone_no) like '%' || k.tail)
        order by c.type, c.id limit ${4 * enough}) c`.execute(db);
  const byTail = Map.groupBy(rows, ({ tail }) => tail);
  for (const phone of phones) {
    for (const { tail: _, numbers, ...candidate } of byTail.get(phone.slice(-tellingDigits)) ?? []) {
      if (numbers.some((number) => isSamePhone(phoneOf(number), phone)))
        candidates.add("phone", phone, candidate);
    }
  }
}

function isSamePhone(one: string | null, other: string): boolean {
  return one !== null && (one.endsWith(other) || other.endsWith(one));
}

/** Contacts that have one of the addresses among several, or as their second one. */
export async function findByAnyEmail(
  db: Db,
  emails: readonly string[],
  candidates: Candidates,
): Promise<void> {
  if (emails.length === 0) return;
  const { rows } = await sql<FoundRow & { addresses: string }>`
    select 'email' as clue, k.key, c.*
      from unnest(${emails}::text[]) as k(key)
     cross join lateral (
       select ${columns}, upper(concat_ws(';', c.email, c.email2)) as addresses from contacts c
        where c.search_text like '%' || regexp_replace(fold_text(k.key), '([\\\\%_])', '\\\\\\1', 'g') || '%'
        order by c.type, c.id limit ${4 * enough}) c`.execute(db);
  const having = rows.filter(({ key, addresses }) =>
    addresses.split(";").some((address) => address.trim() === key),
  );
  addAll(
    having.map(({ addresses: _, ...row }) => row),
    candidates,
  );
}

/**
 * Contacts whose name or company holds every word of the name and its company, as the beginning of a word or with a
 * typing error.
 */
export async function findLikeNames(
  db: Db,
  names: readonly ContactName[],
  candidates: Candidates,
): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await sql<FoundRow>`
    select 'name' as clue, k.key, c.*
      from ${unnested(names)}
     cross join lateral (
       select string_agg('(' || coalesce(meant_words(word)::text, quote_literal(word) || ':*') || ')', ' & ')::tsquery as words
         from unnest(words_of(fold_text(concat_ws(' ', k.name, k.company)))) as word) q
     cross join lateral (
       select ${columns} from contacts c
        where word_vector(c.search_names) @@ q.words and (not k.is_company or c.type = 'company')
        order by c.id limit ${4 * enough}) c`.execute(db);
  addAll(rows, candidates);
}

function addAll(rows: readonly FoundRow[], candidates: Candidates): void {
  for (const { clue, key, ...candidate } of rows) candidates.add(clue, key, candidate);
}
