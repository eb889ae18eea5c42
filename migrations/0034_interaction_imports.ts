import { type Kysely, sql } from "kysely";

/** Files of past interactions, and what was recorded of them: the same row of the same source never twice. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table imports add column kind text not null default 'contacts'
    constraint imports_kind_check check (kind in ('contacts', 'interactions'))`.execute(db);
  await sql`alter table imports
    -- of the uploaded bytes, in hexadecimal; what rows without an id of their own are known by
    add column file_hash text,
    -- of interactions: the program that the ids of the rows are from
    add column source text,
    -- codes, not ids: an import of last week keeps nobody from deleting a template
    add column default_template_code text,
    add column default_salesperson_code text,
    -- which number of 3/4/2026 is the day
    add column date_order text not null default 'dmy'
      constraint imports_date_order_check check (date_order in ('dmy', 'mdy')),
    -- [{ code, field, isWarning, count, values }]: all problems of the run by what they are
    add column reasons jsonb not null default '[]'`.execute(db);

  // A claim table (SCALE, rule 2): who holds the key has recorded the row. A claim whose entry was deleted is void.
  await sql`
    create table interaction_source_keys (
      source text not null,
      source_key text collate "C" not null,
      entry_no bigint not null,
      constraint interaction_source_keys_pkey primary key (source_key, source)
    )`.execute(db);
  await sql`grant select, insert, delete on interaction_source_keys to rapport_runtime`.execute(db);
}
