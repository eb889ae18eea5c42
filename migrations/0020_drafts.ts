import { type Kysely, sql } from "kysely";

/** Which template each automatic event is logged with (automatic recording, section 1). */
const eventTemplates = [
  "emails_id",
  "email_draft_id",
  "cover_sheets_id",
  "outg_calls_id",
  "inc_calls_id",
  "meeting_invitation_id",
  "sales_invoices_id",
  "sales_cr_memo_id",
  "sales_ord_cnfrmn_id",
  "sales_draft_invoices_id",
  "sales_quotes_id",
  "sales_blnkt_ord_id",
  "sales_shpt_note_id",
  "sales_statement_id",
  "sales_rmdr_id",
  "sales_return_order_id",
  "sales_return_receipt_id",
  "sales_fin_charge_memo_id",
  "purch_invoices_id",
  "purch_cr_memos_id",
  "purch_orders_id",
  "purch_quotes_id",
  "purch_blnkt_ord_id",
  "purch_rcpt_id",
  "purch_return_shipment_id",
  "purch_return_ord_cnfrmn_id",
  "serv_ord_create_id",
  "serv_ord_post_id",
  "service_contract_id",
  "service_contract_quote_id",
  "service_quote_id",
];

function reference(column: string) {
  return sql.raw(
    `${column} integer constraint interaction_template_setup_${column}_fkey references interaction_templates`,
  );
}

/** Drafts of the guided flow and the phone call, postponed interactions, templates of automatic events. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table interaction_drafts (
      id uuid not null default gen_random_uuid() constraint interaction_drafts_pkey primary key,
      -- user:<id> or token:<id>
      owner text not null,
      kind text not null constraint interaction_drafts_kind_check check (kind in ('interaction', 'phoneCall')),
      on_phone boolean not null default false,
      step text not null,
      -- fields dictated by where the flow was started, and fields somebody entered
      fixed text[] not null default '{}',
      typed text[] not null default '{}',
      contact_id bigint,
      template_id integer constraint interaction_drafts_template_id_fkey references interaction_templates,
      salesperson_id integer constraint interaction_drafts_salesperson_id_fkey references salespeople,
      language_id integer constraint interaction_drafts_language_id_fkey references languages,
      -- every other value
      "values" jsonb not null default '{}',
      comments jsonb not null default '[]',
      -- a file of one's own instead of the template's, if "attachmentNo" is among the typed fields
      attachment_no bigint,
      -- the postponed entry it goes on with
      resumed_entry_no bigint,
      -- once it is over: what became of it, and the entry
      outcome text constraint interaction_drafts_outcome_check check (outcome in ('finished', 'postponed')),
      entry_no bigint,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      last_modified_at timestamptz not null default now(),
      constraint interaction_drafts_entry_no_check check ((outcome is null) = (entry_no is null))
    )`.execute(db);
  await sql`create index interaction_drafts_owner_idx on interaction_drafts (owner, last_modified_at, id) where outcome is null`.execute(
    db,
  );
  await sql`create index interaction_drafts_entry_no_idx on interaction_drafts (entry_no) where entry_no is not null`.execute(
    db,
  );
  await sql`create index interaction_drafts_last_modified_at_idx on interaction_drafts (last_modified_at)`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on interaction_drafts to rapport_runtime`.execute(db);

  await sql`
    create index interaction_log_entries_postponed_idx on interaction_log_entries (user_id, happened_at, entry_no)
     where postponed`.execute(db);

  await sql`
    create table interaction_template_setup (
      only_row boolean not null default true constraint interaction_template_setup_pkey primary key
        constraint interaction_template_setup_only_row_check check (only_row),
      ${sql.join(eventTemplates.map(reference))},
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`insert into interaction_template_setup default values`.execute(db);
  await sql`grant select, update on interaction_template_setup to rapport_runtime`.execute(db);
}
