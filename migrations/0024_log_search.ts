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

  // Beside the interaction itself and not in a table of its own: pages that are read by date filter by it.
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

  // Whoever records interactions with comments brings the vector along, as comments are written after the entry.
  await sql`
    create function fill_search_vector() returns trigger
    language plpgsql
    as $$
    begin
      if tg_op = 'UPDATE' or new.search_vector is null then
        new.search_vector := 
          public.search_vector_of_entry(new.description, new.subject, new.contact_id, new.entry_no, new.comment_count);
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger interaction_log_entries_fill_search_vector
    before insert or update of description, subject on interaction_log_entries
    for each row execute function fill_search_vector()`.execute(db);
  await sql`
    create function renew_search_vectors() returns trigger
    language plpgsql
    as $$
    begin
      update public.interaction_log_entries e set search_vector = found.vector
        from (select contact_id, entry_no,
                     -- the count may not have followed its comments yet
                     public.search_vector_of_entry(description, subject, contact_id, entry_no, 1) as vector
                from public.interaction_log_entries
               where (contact_id, entry_no) in (select contact_id, entry_no from changed)) found
       where e.contact_id = found.contact_id and e.entry_no = found.entry_no
         and e.search_vector is distinct from found.vector;
      return null;
    end $$`.execute(db);
  for (const [event, rows] of [
    ["insert", "new table"],
    ["update", "new table"],
    ["delete", "old table"],
  ]) {
    await sql
      .raw(`
        create trigger interaction_comments_${event}_renews_search_vectors after ${event} on interaction_comments
        referencing ${rows} as changed for each statement execute function renew_search_vectors()`)
      .execute(db);
  }
  await sql`grant update (search_vector) on interaction_log_entries to rapport_runtime`.execute(db);
}
