import { type Kysely, sql } from "kysely";

/** Salespeople, users, their sessions, links and API tokens. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table salespeople (
      id serial constraint salespeople_pkey primary key,
      code text not null constraint salespeople_code_key unique,
      name text,
      job_title text,
      email text,
      email2 text,
      phone_no text,
      commission_percent numeric(5, 2) not null default 0,
      privacy_blocked boolean not null default false,
      blocked boolean not null default false,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table users (
      id serial constraint users_pkey primary key,
      user_name text not null,
      email text not null,
      full_name text not null,
      -- null until the invitation is accepted
      password_hash text,
      role text not null,
      extra_rights text[] not null default '{}',
      salesperson_id integer constraint users_salesperson_id_key unique
        constraint users_salesperson_id_fkey references salespeople,
      language text not null default 'en',
      theme text not null default 'system',
      disabled boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index users_user_name_key on users (lower(user_name))`.execute(db);
  await sql`create unique index users_email_key on users (lower(email))`.execute(db);

  await sql`
    create table sessions (
      -- SHA-256 of the cookie's value
      token_hash bytea constraint sessions_pkey primary key,
      user_id integer not null constraint sessions_user_id_fkey references users on delete cascade,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      user_agent text,
      address text
    )`.execute(db);
  await sql`create index sessions_user_id_idx on sessions (user_id)`.execute(db);

  await sql`
    create table user_links (
      -- SHA-256 of the secret in the link
      token_hash bytea constraint user_links_pkey primary key,
      user_id integer not null constraint user_links_user_id_fkey references users on delete cascade,
      purpose text not null constraint user_links_purpose_check check (purpose in ('invitation', 'reset')),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);

  await sql`
    create table api_tokens (
      id serial constraint api_tokens_pkey primary key,
      name text not null,
      -- SHA-256 of the token; the token itself is shown once
      token_hash bytea not null constraint api_tokens_token_hash_key unique,
      -- first characters, so that people recognise it
      prefix text not null,
      role text not null,
      -- null = all rights of the role
      narrowed_to text[],
      user_id integer constraint api_tokens_user_id_fkey references users on delete cascade,
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz,
      created_by text not null,
      created_at timestamptz not null default now(),
      version integer not null default 1
    )`.execute(db);

  await sql`
    create table sign_in_attempts (
      -- "user:<name>" or "address:<ip>"
      subject text constraint sign_in_attempts_pkey primary key,
      failures integer not null,
      window_started_at timestamptz not null
    )`.execute(db);

  await sql`grant select, insert, update, delete on salespeople, users, sessions, user_links, api_tokens, sign_in_attempts to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence salespeople_id_seq, users_id_seq, api_tokens_id_seq to rapport_runtime`.execute(
    db,
  );
}
