import { type Kysely, sql } from "kysely";

/** Files of contacts that were uploaded, how they are to be read, and how far their import has come. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table imports (
      id uuid constraint imports_pkey primary key,
      file_name text not null,
      format text not null constraint imports_format_check check (format in ('csv', 'xlsx', 'vcard')),
      file_bytes bigint not null,
      -- of a workbook, as the uploader chose; null = the first visible one
      sheet_name text,
      -- [{ index, header, samples, suggestedField }]
      columns jsonb not null,
      -- rows below the header; an estimate until the file was read to its end
      row_count bigint,
      -- { column index: field }
      mapping jsonb not null,
      match_by text not null default 'none' constraint imports_match_by_check check (match_by in ('no', 'email', 'none')),
      on_match text not null default 'update' constraint imports_on_match_check check (on_match in ('update', 'skip')),
      type text not null default 'auto' constraint imports_type_check check (type in ('company', 'person', 'auto')),
      accept_short_rows boolean not null default false,
      version integer not null default 1,
      -- of the latest run; null = none yet
      dry_run boolean,
      job_id uuid,
      -- a file of mixed contacts is read twice, for its companies and for its people
      pass smallint not null default 1,
      -- rows of the pass that are behind us: advanced with the contacts of each batch, in its transaction
      rows_done bigint not null default 0,
      created bigint not null default 0,
      -- created along with people who name them, beyond the rows of the file
      companies_created bigint not null default 0,
      updated bigint not null default 0,
      unchanged bigint not null default 0,
      skipped bigint not null default 0,
      failed bigint not null default 0,
      warnings bigint not null default 0,
      -- all of them; the first 10,000 are kept
      problems bigint not null default 0,
      finished_at timestamptz,
      user_id integer,
      token_id integer,
      created_by text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index imports_created_at_idx on imports (created_at, id)`.execute(db);

  await sql`
    create table import_row_problems (
      import_id uuid not null constraint import_row_problems_import_id_fkey references imports on delete cascade,
      -- in the order of the file, from 1
      problem_no integer not null,
      -- as a spreadsheet numbers it; of vCards the card's place
      row_number bigint not null,
      is_warning boolean not null,
      -- null = the row as a whole
      field text,
      code text not null,
      code_values jsonb not null default '{}',
      -- the beginning of what the cell held
      excerpt text,
      constraint import_row_problems_pkey primary key (import_id, problem_no)
    )`.execute(db);

  await sql`grant select, insert, update, delete on imports, import_row_problems to rapport_runtime`.execute(
    db,
  );
}
