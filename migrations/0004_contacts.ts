import { type Kysely, sql } from "kysely";

/**
 * Contacts are keyed by an id of a number block; their visible number is unique through a claim table
 * (SCALE, rules 1 and 2). Names sort as Finnish does: å, ä and ö after z.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table contact_numbers (
      no text constraint contact_numbers_pkey primary key,
      contact_id bigint not null
    )`.execute(db);

  await sql`
    create table contacts (
      id bigint constraint contacts_pkey primary key,
      no text not null,
      type text not null constraint contacts_type_check check (type in ('company', 'person')),
      name text collate "fi-x-icu",
      name2 text,
      search_name text,
      -- of a company its own id, of a person its company's or null
      company_id bigint,
      company_name text collate "fi-x-icu",
      first_name text,
      middle_name text,
      surname text,
      job_title text,
      initials text,
      salutation_id integer,
      organizational_level_id integer,
      address text,
      address2 text,
      post_code text,
      city text,
      county text,
      country_id integer,
      phone_no text,
      mobile_phone_no text,
      extension_no text,
      pager text,
      fax_no text,
      telex_no text,
      telex_answer_back text,
      email text,
      search_email text,
      email2 text,
      home_page text,
      territory_id integer,
      currency_id integer,
      language_id integer,
      salesperson_id integer,
      format_region text,
      correspondence_type text
        constraint contacts_correspondence_type_check check (correspondence_type in ('hardCopy', 'email')),
      vat_registration_no text,
      registration_no text,
      external_id text,
      exclude_from_segment boolean not null default false,
      no_automatic_recording boolean not null default false,
      privacy_blocked boolean not null default false,
      minor boolean not null default false,
      parental_consent_received boolean not null default false,
      business_relation text not null default 'none',
      no_series_id integer,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      created_at timestamptz not null default now(),
      -- everything the list search looks into, folded: words are found anywhere in it
      search_text text not null generated always as (fold_text(
        no || ' ' || coalesce(name, '') || ' ' || coalesce(company_name, '') || ' ' || coalesce(name2, '') || ' ' ||
        coalesce(search_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(email2, '') || ' ' ||
        coalesce(digits_of(phone_no), '') || ' ' || coalesce(digits_of(mobile_phone_no), '') || ' ' ||
        coalesce(address, '') || ' ' || coalesce(post_code, '') || ' ' || coalesce(city, '') || ' ' ||
        coalesce(vat_registration_no, '') || ' ' || coalesce(registration_no, '')
      )) stored,
      -- what a typing error is forgiven in
      search_names text not null generated always as (fold_text(
        coalesce(name, '') || ' ' || coalesce(company_name, '')
      )) stored
    )`.execute(db);

  // The default order: companies with their people below them.
  await sql`create index contacts_list_idx on contacts (coalesce(company_name, '') collate "fi-x-icu", company_id, type, coalesce(name, '') collate "fi-x-icu", id)`.execute(
    db,
  );
  await sql`create index contacts_name_idx on contacts (coalesce(name, '') collate "fi-x-icu", id)`.execute(
    db,
  );
  await sql`create index contacts_no_idx on contacts (no)`.execute(db);
  await sql`create index contacts_company_idx on contacts (company_id, type, id)`.execute(db);
  await sql`create index contacts_search_email_idx on contacts (search_email) where search_email is not null`.execute(
    db,
  );
  await sql`create index contacts_salesperson_idx on contacts (salesperson_id, id)`.execute(db);
  await sql`create index contacts_last_modified_idx on contacts (last_modified_at, id)`.execute(db);
  await sql`create index contacts_search_text_idx on contacts using gin (search_text gin_trgm_ops)`.execute(
    db,
  );
  await sql`create index contacts_search_names_idx on contacts using gin (search_names gin_trgm_ops)`.execute(
    db,
  );

  await sql`grant select, insert, update, delete on contact_numbers, contacts to rapport_runtime`.execute(db);
}
