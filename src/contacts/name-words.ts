import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { longestForgiven, shortestForgiven } from "./search-contacts.ts";

/** The words of all names, by which mistyped ones are found. */

function wordsOf(names: readonly (string | null)[]): RawBuilder<unknown> {
  const written = names.filter((name) => name !== null);
  return sql`
    select distinct word from unnest(${written}::text[]) as name
     cross join lateral unnest(words_of(fold_text(name))) as word
     where length(word) between ${shortestForgiven} and ${longestForgiven}`;
}

/** A statement, or part of one, that keeps the words of names; in one order, so that nobody waits in a circle. */
export function learnNames(names: readonly (string | null)[]): RawBuilder<unknown> {
  return sql`insert into contact_name_words (word) ${wordsOf(names)} order by word on conflict do nothing`;
}

/** Removes the words of names that no contact has any more: none outlives the last who had it. */
export async function forgetNames(tx: Tx, names: readonly (string | null)[]): Promise<void> {
  // Materialised, so that each look for another holder goes through the index and ends at the first.
  await sql`
    delete from contact_name_words w
     using (${wordsOf(names)}) gone
     cross join lateral (
       with holders as materialized (
         select c.id from contacts c where word_vector(c.search_names) @@ quote_literal(gone.word)::tsquery)
       select exists (select from holders) as is_held) h
     where w.word = gone.word and not h.is_held`.execute(tx);
}
