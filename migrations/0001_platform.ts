import { type Kysely, sql } from "kysely";

/** Parts that know nothing of contacts: number blocks, audit trail, idempotent answers, jobs, text folding. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`grant usage on schema public to rapport_runtime`.execute(db);

  // Lower case without accents, so that "makinen" finds Mäkinen. Declared immutable to stand in indexes:
  // the dictionary behind it ships with PostgreSQL and is not edited.
  await sql`
    create function fold_text(value text) returns text
    language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, value))`.execute(db);
  await sql`
    create function digits_of(value text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(value, '[^0-9]', '', 'g')`.execute(db);

  // Keys of per-contact tables come in blocks from here: no sequence, no default (SCALE, rule 7).
  await sql`
    create table number_blocks (
      series text constraint number_blocks_pkey primary key,
      next bigint not null
    )`.execute(db);
  await sql`insert into number_blocks (series, next) values ('contact', 1), ('entry', 1)`.execute(db);

  await sql`
    create table audit_entries (
      id bigserial constraint audit_entries_pkey primary key,
      recorded_at timestamptz not null default now(),
      request_id text not null,
      actor text not null,
      user_id integer,
      token_id integer,
      action text not null,
      resource text not null,
      resource_key text not null,
      -- { field: [before, after] } of the fields that changed, or facts about a batch
      changes jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_entries_resource_idx on audit_entries (resource, resource_key, id)`.execute(
    db,
  );

  await sql`
    create table idempotency_keys (
      actor text not null,
      key text not null,
      request_hash bytea not null,
      status smallint,
      -- the answer as it was sent; encrypted where it holds a secret
      answer bytea,
      headers jsonb,
      created_at timestamptz not null default now(),
      constraint idempotency_keys_pkey primary key (actor, key)
    )`.execute(db);
  await sql`create index idempotency_keys_created_at_idx on idempotency_keys (created_at)`.execute(db);

  await sql`
    create table job_runs (
      id uuid constraint job_runs_pkey primary key,
      kind text not null,
      status text not null default 'queued'
        constraint job_runs_status_check check (status in ('queued', 'running', 'succeeded', 'failed', 'canceled')),
      payload jsonb not null,
      done bigint not null default 0,
      total bigint,
      result jsonb,
      -- { code, values } of the error that ended it
      problem jsonb,
      cancel_requested boolean not null default false,
      user_id integer,
      token_id integer,
      actor text not null,
      language text not null,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz
    )`.execute(db);
  await sql`create index job_runs_created_at_idx on job_runs (created_at)`.execute(db);

  await sql`grant select, insert, update on number_blocks to rapport_runtime`.execute(db);
  await sql`grant select, insert on audit_entries to rapport_runtime`.execute(db);
  await sql`grant usage on sequence audit_entries_id_seq to rapport_runtime`.execute(db);
  await sql`grant select, insert, update, delete on idempotency_keys, job_runs to rapport_runtime`.execute(
    db,
  );
}
