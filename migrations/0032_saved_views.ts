import { type Kysely, sql } from "kysely";

/** Saved views of lists, and which of them a user's list opens with. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table saved_views (
      id serial constraint saved_views_pkey primary key,
      -- path of the list without its slash, such as "interaction-log-entries"
      list text not null,
      name text not null,
      -- whose it is; null = everybody's
      user_id integer constraint saved_views_user_id_fkey references users on delete cascade,
      -- parameters of the list's request: filters, words, order
      query jsonb not null,
      -- keys of the columns shown; null = as the list itself shows them
      columns text[],
      created_by text not null,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index saved_views_name_key on saved_views (list, coalesce(user_id, 0), lower(name))`.execute(
    db,
  );
  await sql`create index saved_views_user_id_idx on saved_views (user_id)`.execute(db);

  await sql`
    create table saved_view_defaults (
      user_id integer not null constraint saved_view_defaults_user_id_fkey references users on delete cascade,
      list text not null,
      view_id integer not null constraint saved_view_defaults_view_id_fkey references saved_views on delete cascade,
      constraint saved_view_defaults_pkey primary key (user_id, list)
    )`.execute(db);
  await sql`create index saved_view_defaults_view_id_idx on saved_view_defaults (view_id)`.execute(db);

  await sql`grant select, insert, update, delete on saved_views, saved_view_defaults to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence saved_views_id_seq to rapport_runtime`.execute(db);
}
