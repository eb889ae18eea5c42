import { type Kysely, sql } from "kysely";

/** Segments and their lines: contacts that are prepared for the same interaction. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table segments (
      id serial constraint segments_pkey primary key,
      no text not null constraint segments_no_key unique,
      description text,
      campaign_id integer constraint segments_campaign_id_fkey references campaigns,
      salesperson_id integer constraint segments_salesperson_id_fkey references salespeople,
      date date not null,
      -- blank: the number was chosen by hand
      no_series_id integer constraint segments_no_series_id_fkey references number_series,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`grant select, insert, update, delete on segments to rapport_runtime`.execute(db);
  await sql`grant usage on sequence segments_id_seq to rapport_runtime`.execute(db);

  // No foreign keys: neither to segments nor to contacts (SCALE, rules 3 and 5), and a million lines pay for none to
  // small tables. The commands hold what they name; what deletes looks here.
  await sql`
    create table segment_lines (
      -- 0: no contact yet
      contact_id bigint not null,
      segment_id integer not null,
      -- steps of 10000; a million of them are beyond an integer
      line_no bigint not null,
      -- always the company of the contact, of a company itself
      company_id bigint,
      contact_alt_address_code text,
      campaign_id integer,
      salesperson_id integer,
      description text,
      date date not null,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint segment_lines_pkey primary key (contact_id, segment_id, line_no)
    )`.execute(db);
  await sql`create index segment_lines_segment_idx on segment_lines (segment_id, line_no)`.execute(db);
  await sql`grant select, insert, update, delete on segment_lines to rapport_runtime`.execute(db);

  await sql`
    alter table marketing_setup add column segment_nos_id integer
      constraint marketing_setup_segment_nos_id_fkey references number_series`.execute(db);
}
