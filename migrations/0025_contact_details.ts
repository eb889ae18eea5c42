import { type Kysely, sql } from "kysely";

/** What a contact is a member of: an id of the contact, one of a small list. */
const memberships = {
  contact_mailing_groups: "mailing_groups",
  contact_industry_groups: "industry_groups",
  contact_job_responsibilities: "job_responsibilities",
  contact_web_sources: "web_sources",
} as const;

/** Child rows of contacts (contacts §1.2), which go with their contact; post codes; comments of web sources. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, list] of Object.entries(memberships)) {
    const reference = `${list.replace(/ies$/, "y").replace(/s$/, "")}_id`;
    await sql
      .raw(
        `create table ${table} (
          contact_id bigint not null constraint ${table}_contact_id_fkey references contacts on delete cascade,
          ${reference} integer not null constraint ${table}_${reference}_fkey references ${list},
          ${list === "web_sources" ? "search_word text, version integer not null default 1, last_modified_at timestamptz not null default now()," : ""}
          constraint ${table}_pkey primary key (contact_id, ${reference})
        )`,
      )
      .execute(db);
    await sql
      .raw(`create index ${table}_${reference}_idx on ${table} (${reference}, contact_id)`)
      .execute(db);
  }

  await sql`
    create table contact_alternative_addresses (
      contact_id bigint not null
        constraint contact_alternative_addresses_contact_id_fkey references contacts on delete cascade,
      code text not null,
      company_name text,
      company_name2 text,
      address text,
      address2 text,
      post_code text,
      city text,
      county text,
      country_id integer constraint contact_alternative_addresses_country_id_fkey references countries,
      phone_no text,
      mobile_phone_no text,
      extension_no text,
      pager text,
      fax_no text,
      telex_no text,
      telex_answer_back text,
      email text,
      home_page text,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint contact_alternative_addresses_pkey primary key (contact_id, code)
    )`.execute(db);
  await sql`create index contact_alternative_addresses_country_id_idx on contact_alternative_addresses (country_id) where country_id is not null`.execute(
    db,
  );

  // When an alternative address counts. Ranges may overlap: the one that began last wins.
  await sql`
    create table contact_alternative_address_ranges (
      contact_id bigint not null,
      starting_date date not null,
      -- null = for good
      ending_date date,
      code text not null,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint contact_alternative_address_ranges_pkey primary key (contact_id, starting_date),
      constraint contact_alternative_address_ranges_address_fkey foreign key (contact_id, code)
        references contact_alternative_addresses on delete cascade on update cascade,
      constraint contact_alternative_address_ranges_order_check check (ending_date >= starting_date)
    )`.execute(db);

  const comment = sql`
      line_no integer not null,
      date date,
      code text,
      text text not null,
      author text not null,
      created_at timestamptz not null default now(),
      -- set on every change, not on insert
      last_modified_at timestamptz,
      version integer not null default 1`;
  await sql`
    create table contact_comments (
      contact_id bigint not null constraint contact_comments_contact_id_fkey references contacts on delete cascade,
      ${comment},
      constraint contact_comments_pkey primary key (contact_id, line_no)
    )`.execute(db);
  await sql`
    create table web_source_comments (
      web_source_id integer not null constraint web_source_comments_web_source_id_fkey references web_sources on delete cascade,
      ${comment},
      constraint web_source_comments_pkey primary key (web_source_id, line_no)
    )`.execute(db);

  await sql`
    create table post_codes (
      id serial constraint post_codes_pkey primary key,
      code text not null,
      city text not null,
      county text,
      country_id integer constraint post_codes_country_id_fkey references countries,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index post_codes_key on post_codes (code, upper(city))`.execute(db);

  await sql`
    grant select, insert, update, delete on contact_mailing_groups, contact_industry_groups, contact_job_responsibilities,
      contact_web_sources, contact_alternative_addresses, contact_alternative_address_ranges, contact_comments,
      web_source_comments, post_codes to rapport_runtime`.execute(db);
  await sql`grant usage on sequence post_codes_id_seq to rapport_runtime`.execute(db);
}
