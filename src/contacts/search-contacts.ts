import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { textLength } from "#platform/text.rules.ts";

/** Words of this length, in letters, may hold a typing error. */
export const shortestForgiven = 4;
export const longestForgiven = 40;

/** Words that somebody typed, at most as many as a search can mean. */
export function searchWords(text: string): string[] {
  const words = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim()
    .split(/\s+/u);
  return words.filter((word) => word !== "").slice(0, 8);
}

/** Mistyped words and the words of names that may be meant by each, as a text search query. */
export type MeantWords = ReadonlyMap<string, string>;

/**
 * What may be meant by words that begin no name as they are, but are one typing error away from words of names. Looked
 * up before the search itself, so that its plan knows what it looks for.
 */
export async function findMeantWords(db: Db, words: readonly string[]): Promise<MeantWords> {
  const forgiven = words.filter(isForgiven);
  if (forgiven.length === 0) return new Map();
  const { rows } = await sql<{ word: string; meant: string }>`
    select word, meant::text from unnest(${forgiven}::text[]) as word
     cross join lateral (select meant_words(fold_text(word)) as meant) m where meant is not null`.execute(db);
  return new Map(rows.map(({ word, meant }) => [word, meant]));
}

/**
 * Contacts `c` that hold every word: somewhere in what is searched, or what may be meant by it in a name. Each form of
 * the condition has an index behind it.
 */
export function holdsWords(words: readonly string[], meant: MeantWords): RawBuilder<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(
    words.map((word) => holdsWord(word, meant.get(word))),
    sql` and `,
  )})`;
}

function holdsWord(word: string, meant: string | undefined): RawBuilder<SqlBool> {
  if (isShort(word)) return sql<SqlBool>`(${beginsWord(word)} or c.no collate "C" = ${word.toUpperCase()})`;
  const forms = [holdsText(word)];
  const digits = digitsOfPhone(word);
  if (digits !== null) forms.push(holdsText(digits));
  if (meant !== undefined) forms.push(sql<SqlBool>`word_vector(c.search_names) @@ ${meant}::tsquery`);
  return sql<SqlBool>`(${sql.join(forms, sql` or `)})`;
}

/** Every word of the text is the beginning of a word of the names. */
export function beginsWord(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`word_vector(c.search_names) @@ word_beginnings(fold_text(${text}))`;
}

/** The text stands somewhere in what is searched. */
export function holdsText(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`c.search_text like '%' || ${likeLiteral(text)} || '%'`;
}

function isForgiven(word: string): boolean {
  const length = textLength(word);
  return length >= shortestForgiven && length <= longestForgiven && /^[\p{L}\p{N}]+$/u.test(word);
}

function likeLiteral(text: string): RawBuilder<string> {
  return sql<string>`fold_text(${text.replace(/[\\%_]/gu, "\\$&")})`;
}

/** Trigrams help from three letters on; an ideograph is worth more than a letter, and a sign begins no word. */
function isShort(word: string): boolean {
  const isOfLetters = /[\p{L}\p{N}]/u.test(word);
  const isOfIdeographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(word);
  return textLength(word) < 3 && isOfLetters && !isOfIdeographs;
}

/** The digits of a phone number written with signs; what is searched holds phone numbers as digits only. */
function digitsOfPhone(word: string): string | null {
  if (!/^[\d+()/.–-]+$/u.test(word)) return null;
  const digits = word.replace(/\D/gu, "");
  return digits.length >= 3 && digits !== word ? digits : null;
}
