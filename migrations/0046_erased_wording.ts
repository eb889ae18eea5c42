import { type Kysely, sql } from "kysely";

/**
 * Erasing a contact (contacts §10, B9) reaches the words of others about it: lists that were asked for it by name, as
 * the audit trail of saved views, exports of lists and imports tells them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // Few of all entries; the door below reads them alone.
  await sql`
    create index audit_entries_wording_idx on audit_entries (id)
     where action = 'list.exported' or resource in ('saved-views', 'imports')`.execute(db);
  await sql`
    create function erase_contact_wording(erased bigint, words text[]) returns void
    language plpgsql security definer set search_path = public
    as $$
    begin
      if not exists (select from contacts where id = erased and erased_at is not null) then
        raise exception 'contact % is not erased', erased;
      end if;
      update audit_entries a set changes = without_texts(a.changes)
       where (a.action = 'list.exported' or a.resource in ('saved-views', 'imports'))
         and exists (select from unnest(words) as word
                      where length(word) > 4
                        and strpos(lower(a.changes::text), lower(trim(both '"' from to_json(word)::text))) > 0);
    end $$`.execute(db);
  await sql`revoke all on function erase_contact_wording(bigint, text[]) from public`.execute(db);
  await sql`grant execute on function erase_contact_wording(bigint, text[]) to rapport_runtime`.execute(db);
}
