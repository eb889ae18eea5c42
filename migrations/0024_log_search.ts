import { type Kysely, sql } from "kysely";

/** The words of every interaction, so that the log is searched by them (docs/decisions/0009-log-search.md). */
export async function up(db: Kysely<never>): Promise<void> {
  // Words as they stand, with their Finnish and English stems. Folded before they are stemmed, so that "myyjalla" and
  // "myyjällä" have one stem. Words in -us, -os, -ys have -ks in most of their cases, and their partitive looks like
  // the elative of another word: "tarjouksen" and "tarjousta" are also kept as "tarjous". A word of more than 60 letters is
  // known by its beginning; of an interaction and its comments, 60,000 letters are: a vector holds one megabyte.
  await sql`
    create function search_vector_of(value text) returns tsvector
    language plpgsql immutable strict parallel safe cost 1000
    as $$
    declare
      word text;
      stem text;
      forms text[] := '{}';
    begin
      foreach word in array public.words_of(public.fold_text(left(value, 60000))) loop
        word := left(word, 60);
        -- one at a time: PostgreSQL then adds to the array in place
        forms := array_append(forms, word);
        stem := coalesce((ts_lexize('pg_catalog.finnish_stem', word))[1], word);
        forms := array_append(forms, stem);
        forms := array_append(forms, coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word));
        if stem like '%ks' then
          forms := array_append(forms, left(stem, -2) || 's');
        elsif word like any ('{%usta,%osta,%ysta}') then
          forms := array_append(forms, left(word, -2));
        end if;
      end loop;
      return array_to_tsvector(array_remove(forms, ''));
    end $$`.execute(db);
  // Every word in one of its forms, the last one also as a beginning: somebody may still be typing it.
  await sql`
    create function search_query_of(value text) returns tsquery
    language sql immutable strict parallel safe
    return (
      select string_agg(
               '(' || array_to_string(array(select quote_literal(form) from unnest(tsvector_to_array(search_vector_of(word))) form), ' | ')
                   || case when is_last then ' | ' || quote_literal(left(word, 60)) || ':*' else '' end || ')', ' & ')::tsquery
        from (select word, place = count(*) over () as is_last
                from unnest(words_of(fold_text(value))) with ordinality as w(word, place)) words)`.execute(
    db,
  );

  // Beside the interaction itself and not in a table of its own: pages that are read by date filter by it. Whoever writes
  // description, subject or comments writes it along: there are no triggers on the log (SCALE, rule 8).
  await sql`alter table interaction_log_entries add column search_vector tsvector`.execute(db);
  await sql`
    create function search_vector_of_entry(description text, subject text, contact bigint, entry bigint, comment_count integer)
    returns tsvector
    language plpgsql stable parallel safe
    as $$
    declare
      comments text;
    begin
      if comment_count > 0 then
        select string_agg(c.text, ' ' order by c.line_no) into comments
          from public.interaction_comments c where c.contact_id = contact and c.entry_no = entry;
      end if;
      return public.search_vector_of(concat_ws(' ', description, nullif(subject, description), comments));
    end $$`.execute(db);
  await sql`
    update interaction_log_entries
       set search_vector = search_vector_of_entry(description, subject, contact_id, entry_no, comment_count)`.execute(
    db,
  );
  await sql`
    create index interaction_log_entries_search_idx on interaction_log_entries using gin (search_vector)`.execute(
    db,
  );

  await sql`grant update (search_vector) on interaction_log_entries to rapport_runtime`.execute(db);
}
