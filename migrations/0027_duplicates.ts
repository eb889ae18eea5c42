import { type Kysely, sql } from "kysely";

/** Letters, in hexadecimal, whose capitals came with Unicode 11 to 17. */
const lateLetters =
  "19b 264 282 10d0-10fa 10fd-10ff 1c8a 1d8e 2c5f a794 a7b9 a7bb a7bd a7bf a7c1 a7c3 a7c8 a7ca a7cd a7cf a7d1 a7d3 a7d5 a7d7 a7d9 a7db a7f6 10597-105a1 105a3-105b1 105b3-105b9 105bb-105bc 10d70-10d85 16e60-16e7f 16ebb-16ed3";

function expand(ranges: string): string {
  return ranges
    .split(" ")
    .flatMap((range) => {
      const [first, last = first] = range.split("-").map((hex) => Number.parseInt(hex, 16)) as [
        number,
        number?,
      ];
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join("");
}

/** Search strings of companies and the pairs of companies that may be the same (contacts §5). */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table marketing_setup
      add column maintain_dupl_search_strings boolean not null default true,
      add column autosearch_for_duplicates boolean not null default true,
      add column search_hit_percent smallint not null default 60
        constraint marketing_setup_search_hit_percent_check check (search_hit_percent between 1 and 100)`.execute(
    db,
  );

  // Every blank, as Unicode knows them, and the signs of §5 go. With the next function it is the rule of
  // src/contacts/duplicates/search-string.rules.ts.
  await sql`
    create function search_text_of(value text) returns text
    language sql immutable strict parallel safe
    return translate(value, U&' "+&/,.;:-_(){}#!£$\\\\\\0009\\000A\\000B\\000C\\000D\\0085\\00A0\\1680\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\2028\\2029\\202F\\205F\\3000', '')`.execute(
    db,
  );
  // Of the text above. Capitals are those of Unicode, whatever the database's own collation, but for letters that got
  // theirs so late that not every ICU knows them. Null of a blank text.
  const letters = expand(lateLetters);
  const capitals = letters.toUpperCase();
  await sql`
    create function search_string_of(search_text text, part text, length integer) returns text
    language plpgsql immutable strict parallel safe
    as $$
    declare
      cut text := case part when 'first' then left(search_text, length) else right(search_text, length) end;
    begin
      if octet_length(cut) = char_length(cut) then
        return nullif(upper(cut collate "C"), '');
      end if;
      return translate(upper(cut collate "und-x-icu"), ${sql.lit(capitals)}, ${sql.lit(letters)});
    end $$`.execute(db);

  await sql`
    create table duplicate_search_strings (
      id serial constraint duplicate_search_strings_pkey primary key,
      -- as the API names it
      field text not null,
      part text not null constraint duplicate_search_strings_part_check check (part in ('first', 'last')),
      length smallint not null default 5
        constraint duplicate_search_strings_length_check check (length between 2 and 10),
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint duplicate_search_strings_key unique (field, part)
    )`.execute(db);
  await sql`
    insert into duplicate_search_strings (field, part)
    select field, part
      from unnest(array['name', 'address', 'city', 'phoneNo', 'vatRegistrationNo', 'postCode', 'email', 'mobilePhoneNo'])
           with ordinality as f(field, place)
     cross join unnest(array['first', 'last']) as part
     order by place, part`.execute(db);

  // No foreign keys: millions of rows are written at once, and whoever deletes a contact deletes them (SCALE, rule 4).
  await sql`
    create table contact_search_strings (
      contact_id bigint not null,
      search_string_id integer not null,
      value text collate "C" not null,
      constraint contact_search_strings_pkey primary key (contact_id, search_string_id) include (value)
    )`.execute(db);
  // Both indexes are read by themselves: what strings a company has, and who has a string.
  await sql`
    create index contact_search_strings_value_idx
        on contact_search_strings (search_string_id, value, contact_id)`.execute(db);

  // One row for a pair, whichever of the two was indexed last: the contact is the one with the higher id.
  await sql`
    create table contact_duplicates (
      contact_id bigint not null,
      duplicate_id bigint not null,
      -- the one of the two that was indexed when the pair was found
      indexed_id bigint not null,
      hits smallint not null,
      -- somebody decided that these are two
      separate boolean not null default false,
      found_at timestamptz not null default now(),
      constraint contact_duplicates_pkey primary key (contact_id, duplicate_id),
      constraint contact_duplicates_order_check check (contact_id > duplicate_id),
      constraint contact_duplicates_indexed_id_check check (indexed_id in (contact_id, duplicate_id))
    )`.execute(db);
  await sql`create index contact_duplicates_duplicate_idx on contact_duplicates (duplicate_id, contact_id)`.execute(
    db,
  );
  await sql`create index contact_duplicates_hits_idx on contact_duplicates (hits, contact_id, duplicate_id)`.execute(
    db,
  );
  await sql`
    create index contact_duplicates_open_idx on contact_duplicates (hits, contact_id, duplicate_id)
     where not separate`.execute(db);

  // How far the job that indexes all companies is: killed, it goes on from here.
  await sql`
    create table duplicate_runs (
      id serial constraint duplicate_runs_pkey primary key,
      -- companies up to these ids are done, null: the step has not begun
      strings_to bigint,
      pairs_to bigint,
      companies integer not null default 0,
      created_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    grant select, insert, update, delete
       on duplicate_search_strings, contact_search_strings, contact_duplicates, duplicate_runs to rapport_runtime`.execute(
    db,
  );
  await sql`
    grant usage on sequence duplicate_search_strings_id_seq, duplicate_runs_id_seq to rapport_runtime`.execute(
    db,
  );

  // Companies that are here already have their strings, so that the next ones are compared with them; who wants the
  // pairs among them has all companies indexed.
  await sql`
    insert into contact_search_strings (contact_id, search_string_id, value)
    select c.id, r.id, s.value
      from contacts c
     cross join lateral (values
             ('name', search_text_of(c.name collate "C")), ('address', search_text_of(c.address)), ('city', search_text_of(c.city)),
             ('phoneNo', search_text_of(c.phone_no)), ('vatRegistrationNo', search_text_of(c.vat_registration_no)),
             ('postCode', search_text_of(c.post_code)), ('email', search_text_of(c.email)),
             ('mobilePhoneNo', search_text_of(c.mobile_phone_no))) f(field, search_text)
      join duplicate_search_strings r on r.field = f.field
     cross join lateral (select search_string_of(f.search_text, r.part, r.length) as value offset 0) s
     where c.type = 'company' and s.value is not null
     order by c.id, r.id`.execute(db);
}
