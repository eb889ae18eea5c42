import { type Kysely, sql } from "kysely";

/** Customers, vendors, bank accounts and employees as light records, and the relations of contacts to them. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTemplates(db);
  await createParties(db);
  await createEntries(db);
  await createRelations(db);
  await createRuns(db);
  await extendMarketingSetup(db);
}

const kinds = "'customer', 'vendor', 'bankAccount', 'employee'";

async function createTemplates(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table party_templates (
        id serial constraint party_templates_pkey primary key,
        kind text not null constraint party_templates_kind_check check (kind in (${kinds})),
        code text not null,
        description text,
        contact_type text not null
          constraint party_templates_contact_type_check check (contact_type in ('company', 'person')),
        territory_id integer constraint party_templates_territory_id_fkey references territories,
        country_id integer constraint party_templates_country_id_fkey references countries,
        currency_id integer constraint party_templates_currency_id_fkey references currencies,
        language_id integer constraint party_templates_language_id_fkey references languages,
        -- gives the numbers of parties made by the template; blank: the series of the marketing set-up
        no_series_id integer constraint party_templates_no_series_id_fkey references number_series,
        version integer not null default 1,
        last_modified_at timestamptz not null default now(),
        constraint party_templates_kind_code_key unique (kind, code)
      )`,
    )
    .execute(db);
  await sql`grant select, insert, update, delete on party_templates to rapport_runtime`.execute(db);
  await sql`grant usage on sequence party_templates_id_seq to rapport_runtime`.execute(db);
}

async function createParties(db: Kysely<never>): Promise<void> {
  await sql`insert into number_blocks (series, next) values ('party', 1)`.execute(db);
  await sql
    .raw(
      `create table parties (
        id bigint constraint parties_pkey primary key,
        kind text not null constraint parties_kind_check check (kind in (${kinds})),
        no text not null,
        -- how the system that feeds the party knows it, letter by letter; unique within its kind
        external_id text,
        -- of an employee made of its three parts
        name text collate "fi-x-icu",
        search_name text,
        name2 text,
        first_name text,
        middle_name text,
        last_name text,
        job_title text,
        initials text,
        address text,
        address2 text,
        post_code text,
        city text,
        county text,
        country_id integer constraint parties_country_id_fkey references countries,
        phone_no text,
        mobile_phone_no text,
        fax_no text,
        pager text,
        telex_no text,
        telex_answer_back text,
        email text,
        home_page text,
        territory_id integer constraint parties_territory_id_fkey references territories,
        currency_id integer constraint parties_currency_id_fkey references currencies,
        language_id integer constraint parties_language_id_fkey references languages,
        format_region text,
        vat_registration_no text,
        registration_no text,
        privacy_blocked boolean not null default false,
        -- of a customer
        salesperson_id integer constraint parties_salesperson_id_fkey references salespeople,
        contact_type text constraint parties_contact_type_check check (contact_type in ('company', 'person')),
        -- of a vendor: whoever buys there; of a bank account: whoever talks to the bank; never exchanged with a contact
        purchaser_id integer constraint parties_purchaser_id_fkey references salespeople,
        our_contact_id integer constraint parties_our_contact_id_fkey references salespeople,
        -- of a customer or vendor; no foreign key to contacts (SCALE, rule 3)
        primary_contact_id bigint,
        contact_name text,
        no_series_id integer constraint parties_no_series_id_fkey references number_series,
        version integer not null default 1,
        last_modified_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        search_text text not null generated always as (fold_text(
          no || ' ' || coalesce(external_id, '') || ' ' || coalesce(name, '') || ' ' || coalesce(name2, '') || ' ' ||
          coalesce(search_name, '') || ' ' || coalesce(contact_name, '') || ' ' || coalesce(email, '') || ' ' ||
          coalesce(digits_of(phone_no), '') || ' ' || coalesce(digits_of(mobile_phone_no), '') || ' ' ||
          coalesce(address, '') || ' ' || coalesce(post_code, '') || ' ' || coalesce(city, '') || ' ' ||
          coalesce(vat_registration_no, '') || ' ' || coalesce(registration_no, '')
        )) stored,
        constraint parties_kind_no_key unique (kind, no)
      )`,
    )
    .execute(db);
  await sql`
    create unique index parties_kind_external_id_key on parties (kind, external_id) where external_id is not null`.execute(
    db,
  );
  await sql`create index parties_name_idx on parties (kind, coalesce(name, '') collate "fi-x-icu", id)`.execute(
    db,
  );
  await sql`create index parties_primary_contact_idx on parties (primary_contact_id) where primary_contact_id is not null`.execute(
    db,
  );
  await sql`create index parties_last_modified_idx on parties (kind, last_modified_at, id)`.execute(db);
  await sql`create index parties_search_text_idx on parties using gin (search_text gin_trgm_ops)`.execute(db);
  await sql`grant select, insert, update, delete on parties to rapport_runtime`.execute(db);
}

const signs =
  "What was invoiced, in the base currency of the organisation, as trade and not as ledger: an invoice is positive and a credit memo negative, for vendors as well as for customers, so that a sum is sales or purchases. profit is positive for a gain and negative for a loss or for what a credit memo takes back; discount is what was granted or got and never negative.";

async function createEntries(db: Kysely<never>): Promise<void> {
  await sql`
    create table party_entries (
      entry_no bigserial constraint party_entries_pkey primary key,
      party_id bigint not null constraint party_entries_party_id_fkey references parties on delete cascade,
      -- how the system that posted it knows the entry, letter by letter
      external_id text constraint party_entries_external_id_key unique,
      document_type text not null
        constraint party_entries_document_type_check check (document_type in ('invoice', 'creditMemo', 'other')),
      document_no text,
      posting_date date not null,
      due_date date,
      -- settled in full on this day; blank: still open
      closed_date date,
      amount numeric(20, 5) not null default 0,
      profit numeric(20, 5) not null default 0,
      discount numeric(20, 5) not null default 0,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint party_entries_amount_check check (
        case document_type when 'invoice' then amount >= 0 when 'creditMemo' then amount <= 0 else true end),
      constraint party_entries_discount_check check (discount >= 0)
    )`.execute(db);
  await sql`create index party_entries_party_idx on party_entries (party_id, posting_date)`.execute(db);
  await sql`create index party_entries_posting_date_idx on party_entries (posting_date, entry_no)`.execute(
    db,
  );
  await sql`comment on table party_entries is ${sql.lit(signs)}`.execute(db);
  await sql`grant select, insert, update, delete on party_entries to rapport_runtime`.execute(db);
  await sql`grant usage on sequence party_entries_entry_no_seq to rapport_runtime`.execute(db);
}

async function createRelations(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table contact_business_relations (
        contact_id bigint not null constraint contact_business_relations_contact_id_fkey
          references contacts on delete cascade,
        business_relation_id integer not null constraint contact_business_relations_business_relation_id_fkey
          references business_relations,
        -- blank: a plain relation, such as press
        link_to text constraint contact_business_relations_link_to_check check (link_to in (${kinds})),
        -- the linked party; no foreign key: contacts are written before parties (SCALE, rule 5)
        party_id bigint,
        created_at timestamptz not null default now(),
        constraint contact_business_relations_pkey primary key (contact_id, business_relation_id),
        constraint contact_business_relations_party_check check (party_id is null or link_to is not null)
      )`,
    )
    .execute(db);
  await sql`
    create unique index contact_business_relations_link_key on contact_business_relations (contact_id, link_to)
      where party_id is not null`.execute(db);
  await sql`
    create index contact_business_relations_party_idx on contact_business_relations (party_id)
      where party_id is not null`.execute(db);
  await sql`
    create index contact_business_relations_relation_idx on contact_business_relations (business_relation_id, contact_id)`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on contact_business_relations to rapport_runtime`.execute(
    db,
  );
}

/** How far the creation of contacts from parties has come: a run that was cut off goes on behind the mark. */
async function createRuns(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table party_contact_runs (
        id serial constraint party_contact_runs_pkey primary key,
        kind text not null constraint party_contact_runs_kind_check check (kind in ('customer', 'vendor', 'bankAccount')),
        filters jsonb not null,
        last_party_id bigint not null default 0,
        created integer not null default 0,
        skipped integer not null default 0,
        refused integer not null default 0,
        duplicates_found boolean not null default false,
        created_at timestamptz not null default now()
      )`,
    )
    .execute(db);
  await sql`grant select, insert, update, delete on party_contact_runs to rapport_runtime`.execute(db);
  await sql`grant usage on sequence party_contact_runs_id_seq to rapport_runtime`.execute(db);
}

async function extendMarketingSetup(db: Kysely<never>): Promise<void> {
  const columns = [
    ...["customer", "vendor", "bank_account", "employee"].map((kind) => [`${kind}_nos_id`, "number_series"]),
    ...["customers", "vendors", "bank_accs", "employees"].map((kind) => [
      `bus_rel_code_for_${kind}_id`,
      "business_relations",
    ]),
  ];
  for (const [column, reference] of columns) {
    await sql
      .raw(
        `alter table marketing_setup add column ${column} integer constraint marketing_setup_${column}_fkey references ${reference}`,
      )
      .execute(db);
  }
}
