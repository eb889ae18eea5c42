import { type Kysely, sql } from "kysely";

/** Subject rights (contacts §10, B9): what was erased and exported of contacts, consents, and rules of retention. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table contacts add column erased_at timestamptz`.execute(db);
  await createRecords(db);
  await createRules(db);
  await createBlanking(db);
  await createDoors(db);
  // Which request an answer is kept for, so that the answers about an erased contact are found.
  await sql`alter table idempotency_keys add column path text`.execute(db);
}

async function createRecords(db: Kysely<never>): Promise<void> {
  await sql`
    create table contact_erasures (
      id serial constraint contact_erasures_pkey primary key,
      -- no foreign key to contacts (SCALE, rule 3): the record outlives the contact
      contact_id bigint not null,
      contact_no text not null,
      requested_by text not null constraint contact_erasures_requested_by_check
        check (requested_by in ('subject', 'representative', 'authority', 'organisation', 'retentionRule')),
      reason text not null,
      erased_at timestamptz not null,
      erased_by text not null,
      -- { kind of thing: how many of them were erased or blanked }
      counts jsonb not null
    )`.execute(db);
  await sql`create index contact_erasures_contact_idx on contact_erasures (contact_id, id)`.execute(db);
  await sql`
    create table privacy_exports (
      id uuid constraint privacy_exports_pkey primary key,
      contact_id bigint not null,
      contact_no text not null,
      -- blank until the archive is complete
      file_bytes bigint,
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index privacy_exports_contact_idx on privacy_exports (contact_id, created_at)`.execute(db);
  await sql`create index privacy_exports_expires_at_idx on privacy_exports (expires_at)`.execute(db);
  await sql`
    create table contact_consents (
      contact_id bigint not null constraint contact_consents_contact_id_fkey references contacts on delete cascade,
      channel text not null constraint contact_consents_channel_check check (channel in ('email', 'phone', 'letter', 'message')),
      -- in the words of the organisation, such as NEWSLETTER
      purpose text not null,
      granted boolean not null,
      date date not null,
      given_by text,
      evidence text,
      version integer not null default 1,
      last_modified_at timestamptz not null default now(),
      constraint contact_consents_pkey primary key (contact_id, channel, purpose)
    )`.execute(db);
  await sql`
    grant select, insert, update, delete on contact_erasures, privacy_exports, contact_consents to rapport_runtime`.execute(
    db,
  );
  await sql`grant usage on sequence contact_erasures_id_seq to rapport_runtime`.execute(db);
}

async function createRules(db: Kysely<never>): Promise<void> {
  await sql`
    create table retention_rules (
      id serial constraint retention_rules_pkey primary key,
      code text not null constraint retention_rules_code_key unique,
      description text,
      -- idleContacts: nothing happened with them; logContent: what interactions said
      what text not null constraint retention_rules_what_check check (what in ('idleContacts', 'logContent')),
      months integer not null constraint retention_rules_months_check check (months between 1 and 1200),
      keeps_linked boolean not null default true,
      action text not null default 'report' constraint retention_rules_action_check check (action in ('report', 'erase')),
      nightly boolean not null default false,
      -- of the latest run
      last_run_at timestamptz,
      last_run_found integer,
      version integer not null default 1,
      last_modified_at timestamptz not null default now()
    )`.execute(db);
  await sql`grant select, insert, update, delete on retention_rules to rapport_runtime`.execute(db);
  await sql`grant usage on sequence retention_rules_id_seq to rapport_runtime`.execute(db);
}

/** What the doors share; nobody but them may call it. */
async function createBlanking(db: Kysely<never>): Promise<void> {
  // Facts of the audit trail without their texts: fields, numbers, flags and the numbers of records stay.
  await sql`
    create function without_texts(facts jsonb) returns jsonb
    language plpgsql immutable strict set search_path = public
    as $$
    begin
      case jsonb_typeof(facts)
        when 'string' then
          return 'null';
        when 'array' then
          return (select coalesce(jsonb_agg(without_texts(item) order by place), '[]')
                    from jsonb_array_elements(facts) with ordinality as items(item, place));
        when 'object' then
          return (select coalesce(jsonb_object_agg(name, case
                           when name in ('no', 'nos', 'contactNo', 'companyNo', 'duplicateNo', 'followers', 'people') then fact
                           else without_texts(fact) end), '{}')
                    from jsonb_each(facts) as fact_of(name, fact));
        else
          return facts;
      end case;
    end $$`.execute(db);
  // Takes what was said out of interactions; what, when, who of us and how much stays. Answers the attachments they had.
  await sql`
    create function blank_log_entries(entry_nos bigint[]) returns bigint[]
    language plpgsql set search_path = public
    as $$
    declare
      attachments bigint[];
    begin
      select coalesce(array_agg(attachment_no) filter (where attachment_no is not null), '{}') into attachments
        from (select attachment_no from interaction_log_entries where entry_no = any (entry_nos) order by entry_no for update) e;
      delete from interaction_comments c using interaction_log_entries e
       where e.entry_no = any (entry_nos) and c.contact_id = e.contact_id and c.entry_no = e.entry_no;
      update interaction_log_entries
         set subject = null, description = null, contact_via = null, contact_alt_address_code = null,
             kept_contact_name = null, kept_company_name = null, cancel_reason = null, comment_count = 0,
             attachment_no = null, search_vector = '', version = version + 1, last_modified_at = now()
       where entry_no = any (entry_nos);
      update audit_entries set changes = without_texts(changes)
       where resource in ('interaction-log-entries', 'postponed-interactions') and resource_key = any (entry_nos::text[]);
      return attachments;
    end $$`.execute(db);
  await sql`revoke all on function blank_log_entries(bigint[]) from public`.execute(db);
  // Under which numbers the trail tells of a contact that was renumbered, and of its deleted tasks and opportunities.
  await sql`
    create index audit_entries_renumbered_idx on audit_entries ((changes #>> '{no,1}'))
     where resource = 'contacts' and changes #>> '{no,1}' is not null`.execute(db);
  // Which import brought a contact.
  await sql`create index audit_entries_job_idx on audit_entries (request_id) where request_id like 'job-%'`.execute(
    db,
  );
  await sql`
    create index audit_entries_contact_no_idx on audit_entries ((changes #>> '{contactNo,1}'))
     where resource in ('tasks', 'opportunities')`.execute(db);
}

/**
 * The doors through which the content of the log and of the audit trail goes: both are final for the program itself. They
 * open for a contact that is marked as erased, and for what a retention rule is about.
 */
async function createDoors(db: Kysely<never>): Promise<void> {
  await sql`
    create function erase_contact_traces(erased bigint) returns bigint[]
    language plpgsql security definer set search_path = public
    as $$
    declare
      attachments bigint[];
    begin
      if not exists (select from contacts where id = erased and erased_at is not null) then
        raise exception 'contact % is not erased', erased;
      end if;
      attachments := blank_log_entries(array(
        select entry_no from interaction_log_entries where contact_id = erased
        union select entry_no from interaction_log_entries where former_contact_id = erased));

      with recursive numbers (no, up_to) as (
        select n.no, null::bigint from contact_numbers n where n.contact_id = erased
        union
        select a.resource_key, a.id
          from numbers join audit_entries a
            on a.resource = 'contacts' and a.changes #>> '{no,1}' = numbers.no and (numbers.up_to is null or a.id < numbers.up_to))
      update audit_entries a set changes = without_texts(a.changes)
        from numbers
       where a.resource = 'contacts' and a.resource_key = numbers.no and (numbers.up_to is null or a.id <= numbers.up_to);

      with keys (resource, key) as (
        select 'tasks', no from tasks where erased in (contact_id, former_contact_id)
        union select 'opportunities', no from opportunities where erased in (contact_id, former_contact_id)
        union select a.resource, a.resource_key from audit_entries a
               where a.resource in ('tasks', 'opportunities')
                 and a.changes #>> '{contactNo,1}' in (select no from contact_numbers where contact_id = erased))
      update audit_entries a set changes = without_texts(a.changes)
        from keys where a.resource = keys.resource and a.resource_key = keys.key;

      update audit_entries a set changes = jsonb_set(a.changes, '{contactName}', '[null, null]')
        from parties p
       where p.primary_contact_id = erased and a.resource in ('customers', 'vendors') and a.resource_key = p.no
         and a.changes ? 'contactName';
      -- people of an erased company name it
      update audit_entries a set changes = jsonb_set(a.changes, '{companyName}', '[null, null]')
        from contacts k join contact_numbers n on n.contact_id = k.id
       where k.company_id = erased and k.type = 'person' and a.resource = 'contacts' and a.resource_key = n.no
         and a.changes ? 'companyName';
      return attachments;
    end $$`.execute(db);
  await sql`
    create function blank_old_entries(rule integer, entry_nos bigint[], before timestamp) returns bigint[]
    language plpgsql security definer set search_path = public
    as $$
    begin
      if not exists (select from retention_rules r
                      where r.id = rule and r.what = 'logContent' and r.action = 'erase'
                        and before <= localtimestamp + interval '1 day' - make_interval(months => r.months))
         or exists (select from interaction_log_entries where entry_no = any (entry_nos) and happened_at >= before) then
        raise exception 'no retention rule for these entries';
      end if;
      return blank_log_entries(entry_nos);
    end $$`.execute(db);
  for (const door of ["erase_contact_traces(bigint)", "blank_old_entries(integer, bigint[], timestamp)"]) {
    await sql.raw(`revoke all on function ${door} from public`).execute(db);
    await sql.raw(`grant execute on function ${door} to rapport_runtime`).execute(db);
  }
}
