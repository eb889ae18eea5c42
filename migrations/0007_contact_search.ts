import { type Kysely, sql } from "kysely";

/** What lists, pickers and duplicate warnings look contacts up by. */
export async function up(db: Kysely<never>): Promise<void> {
  // The words of folded names. Trigrams do not help below three letters, beginnings of words do; the
  // collation says what a letter is, whatever the database's own.
  await sql`
    create function words_of(folded text) returns text[]
    language sql immutable strict parallel safe
    return array_remove(regexp_split_to_array(folded collate "und-x-icu", '[[:space:][:punct:]]+'), '')`.execute(
    db,
  );
  // Not inlined and dear, so that plans rather look into the index than compute it row by row.
  await sql`
    create function word_vector(folded text) returns tsvector
    language plpgsql immutable strict parallel safe cost 1000
    as 'begin return array_to_tsvector(public.words_of(folded)); end'`.execute(db);
  // Every word as the beginning of one: "ma vi" finds Matti Virtanen. Null without a word.
  await sql`
    create function word_beginnings(folded text) returns tsquery
    language sql immutable strict parallel safe
    return (select string_agg(quote_literal(word) || ':*', ' & ')::tsquery from unnest(words_of(folded)) as word)`.execute(
    db,
  );
  await sql`create index contacts_word_vector_idx on contacts using gin (word_vector(search_names))`.execute(
    db,
  );
  await sql`create index contacts_folded_name_idx on contacts (fold_text(name) text_pattern_ops)`.execute(db);

  // Every word of a name, so that a mistyped one leads to those that may be meant: two words are one typing error
  // apart if, each without at most one letter, they are the same.
  await sql`
    create table contact_name_words (
      word text collate "C" constraint contact_name_words_pkey primary key
    )`.execute(db);
  await sql`
    create function typing_keys(word text) returns text[]
    language sql immutable strict parallel safe
    return (select array_agg(left(word, place) || substr(word, place + 2)) from generate_series(0, length(word)) as place)`.execute(
    db,
  );
  await sql`create index contact_name_words_typing_keys_idx on contact_name_words using gin (typing_keys(word))`.execute(
    db,
  );
  await sql`
    create function is_one_typo(a text, b text) returns boolean
    language sql immutable strict parallel safe
    return exists (
      select from generate_series(0, greatest(length(a), length(b)) - 1) as place
       where case length(a) - length(b)
               when 1 then left(a, place) || substr(a, place + 2) = b
               when -1 then left(b, place) || substr(b, place + 2) = a
               when 0 then left(a, place) = left(b, place)
                 and (substr(a, place + 2) = substr(b, place + 2)
                      or substr(a, place + 1, 2) = reverse(substr(b, place + 1, 2))
                         and substr(a, place + 3) = substr(b, place + 3))
             end)`.execute(db);
  // Null where the word is the beginning of a name as it is: nothing was mistyped.
  await sql`
    create function meant_words(folded text) returns tsquery
    language sql stable strict parallel safe
    return (
      select string_agg(quote_literal(word), ' | ')::tsquery from contact_name_words
       where typing_keys(word) && typing_keys(folded) and is_one_typo(word, folded)
         and not exists (select from contact_name_words known
                          where known.word >= folded collate "C" and known.word < folded || chr(1114111) collate "C"))`.execute(
    db,
  );
  await sql`grant select, insert, delete on contact_name_words to rapport_runtime`.execute(db);
  // Mistyped words are looked for among words, not among contacts.
  await sql`drop index contacts_search_names_idx`.execute(db);

  // Numbers sort and are found by their beginning alike in every database.
  await sql`drop index contacts_no_idx`.execute(db);
  await sql`create index contacts_no_idx on contacts (no collate "C")`.execute(db);

  // A page continues after values, and null is none.
  await sql`drop index contacts_list_idx`.execute(db);
  await sql`create index contacts_list_idx on contacts (coalesce(company_name, '') collate "fi-x-icu", coalesce(company_id, 0), type, coalesce(name, '') collate "fi-x-icu", id)`.execute(
    db,
  );
  await sql`create index contacts_city_idx on contacts (coalesce(city, '') collate "fi-x-icu", id)`.execute(
    db,
  );

  // A part of a text is found by its own index or by walking through an order until enough are found. Which is quicker
  // depends on how many hold it: the usual hundred samples misjudge that by ten times.
  await sql`alter table contacts alter column search_text set statistics 1000`.execute(db);

  await sql`create index contacts_external_id_idx on contacts (external_id) where external_id is not null`.execute(
    db,
  );
  await sql`create index contacts_privacy_blocked_idx on contacts (id) where privacy_blocked`.execute(db);
  await sql`create index contacts_vat_registration_no_idx on contacts (vat_registration_no) where vat_registration_no is not null`.execute(
    db,
  );
}
