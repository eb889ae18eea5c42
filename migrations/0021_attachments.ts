import { type Kysely, sql } from "kysely";

/** Attachments: the record of a file, and its bytes, which are kept once per content and store. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table attachment_blobs (
      id uuid not null default gen_random_uuid() constraint attachment_blobs_pkey primary key,
      sha256 text not null,
      size bigint not null,
      storage_type text not null constraint attachment_blobs_storage_type_check check (storage_type in ('embedded', 'file')),
      -- folder of the store; only for files
      storage_location text,
      -- when somebody last brought these bytes along: whoever attaches them next is not overtaken by the clean-up
      touched_at timestamptz not null default now(),
      -- a file that nothing names any more and that is still on the disk
      unused_since timestamptz,
      constraint attachment_blobs_content_key unique nulls not distinct (sha256, storage_type, storage_location),
      constraint attachment_blobs_storage_location_check check ((storage_type = 'file') = (storage_location is not null))
    )`.execute(db);
  await sql`create index attachment_blobs_unused_idx on attachment_blobs (unused_since) where unused_since is not null`.execute(
    db,
  );
  await sql`
    create table attachment_chunks (
      blob_id uuid not null constraint attachment_chunks_blob_id_fkey references attachment_blobs on delete cascade,
      chunk_no integer not null,
      bytes bytea not null,
      constraint attachment_chunks_pkey primary key (blob_id, chunk_no)
    )`.execute(db);
  // What people attach is compressed already.
  await sql`alter table attachment_chunks alter column bytes set storage external`.execute(db);

  await sql`
    create table attachments (
      no bigint not null constraint attachments_pkey primary key,
      blob_id uuid not null constraint attachments_blob_id_fkey references attachment_blobs,
      file_name text not null,
      file_extension text,
      mime_type text not null,
      read_only boolean not null default false,
      created_at timestamptz not null default now(),
      created_by text not null,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index attachments_blob_id_idx on attachments (blob_id)`.execute(db);
  await sql`create index attachments_unowned_idx on attachments (created_at) where not read_only`.execute(db);
  await sql`insert into number_blocks (series, next) values ('attachment', 1)`.execute(db);
  await sql`grant select, insert, update, delete on attachment_blobs, attachment_chunks, attachments to rapport_runtime`.execute(
    db,
  );

  await sql`alter table interaction_template_languages add column attachment_no bigint`.execute(db);
  await sql`alter table interaction_log_entries add column attachment_no bigint`.execute(db);
  await sql`create index interaction_log_entries_attachment_idx on interaction_log_entries (attachment_no) where attachment_no is not null`.execute(
    db,
  );
  await sql`grant update (attachment_no) on interaction_log_entries to rapport_runtime`.execute(db);

  await sql`
    alter table marketing_setup
      add column attachment_storage_type text not null default 'embedded'
        constraint marketing_setup_attachment_storage_type_check check (attachment_storage_type in ('embedded', 'file')),
      add column attachment_storage_location text,
      add constraint marketing_setup_attachment_storage_location_check
        check (attachment_storage_type = 'embedded' or attachment_storage_location is not null)`.execute(db);
}
