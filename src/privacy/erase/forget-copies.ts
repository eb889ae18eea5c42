import { sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import type { SubjectContact } from "./erasable-contact.ts";
import { findViewsNaming, findWordsFor, names, namesInJson } from "./wording.queries.ts";

/**
 * Answers kept for repeated requests that hold something of the contact. That they were answered stays known, so that a
 * repeat does nothing a second time; its answer is blank.
 */
export async function forgetAnswers(tx: Tx, { id }: SubjectContact, words: readonly string[]): Promise<void> {
  await sql`
    with numbers as (select no from contact_numbers where contact_id = ${id}),
    paths (resource, key) as (
      select 'contacts', no from numbers
      union all select 'interaction-log-entries', entry_no::text from interaction_log_entries
                 where contact_id = ${id} or former_contact_id = ${id}
      union all select 'interaction-drafts', upper(id::text) from interaction_drafts where contact_id = ${id}
      union all select 'tasks', no from tasks where ${id} in (contact_id, former_contact_id)
      union all select 'opportunities', no from opportunities where ${id} in (contact_id, former_contact_id)),
    patterns as (select convert_to(to_json(no)::text, 'UTF8') as bytes from numbers
      union all select convert_to(trim(both '"' from to_json(word)::text), 'UTF8') from unnest(${words}::text[]) as word)
    update idempotency_keys k set answer = '', headers = '{}'
     where k.answer <> ''
       and (exists (select from paths p
                     where p.resource = split_part(k.path, '/', 4) and p.key = upper(split_part(k.path, '/', 5)))
            or exists (select from patterns p where position(p.bytes in k.answer) > 0)
            -- people look for names in any spelling
            or case when split_part(k.path, '/', 4) = 'saved-views'
                    then ${namesInJson(sql`convert_from(k.answer, 'UTF8')`, words)} end)`.execute(tx);
}

/** What is kept of imports that brought the contact: rows of their file, and the file itself. */
function broughtBy({ id, no }: Pick<SubjectContact, "id" | "no">, words: readonly string[]) {
  return sql`
    i.id in (
      select i.id from imports i join audit_entries a on a.request_id = 'job-' || i.job_id and a.request_id like 'job-%'
       where a.resource = 'contacts' and (a.resource_key = ${no} or a.changes -> 'nos' ? ${no}))
    or i.id in (
      select i.id from imports i join audit_entries a on a.request_id = 'job-' || i.job_id and a.request_id like 'job-%'
       where a.resource = 'interaction-log-entries' and a.resource_key ~ '^[0-9]+(-[0-9]+)?$'
         and exists (select from interaction_log_entries e
                      where (e.contact_id = ${id} or e.former_contact_id = ${id})
                        and e.entry_no between split_part(a.resource_key, '-', 1)::bigint
                                           and split_part(a.resource_key || '-' || a.resource_key, '-', 2)::bigint))
    or ${names(sql`i.file_name`, words)} or ${namesInJson(sql`i.columns::text`, words)}
    or exists (select from import_row_problems p
                where p.import_id = i.id
                  and (${names(sql`p.excerpt`, words)} or ${namesInJson(sql`p.code_values::text`, words)}))`;
}

/** What others keep of the contact, found before the erasure takes the words away that it is found by. */
export interface Copies {
  readonly words: readonly string[];
  readonly importIds: readonly string[];
  readonly viewIds: readonly number[];
}

export async function findCopies(db: Db, subject: Pick<SubjectContact, "id" | "no">): Promise<Copies> {
  const words = await findWordsFor(db, subject.id);
  const importIds = await findImportsWith(db, subject, words);
  return { words, importIds, viewIds: await findViewsNaming(db, words) };
}

/** Imports that hold something of the contact and do not run at the moment. */
async function findImportsWith(
  db: Db,
  subject: Pick<SubjectContact, "id" | "no">,
  words: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from imports i
     where (${broughtBy(subject, words)})
       and not exists (select from job_runs j where j.id = i.job_id and j.status in ('queued', 'running'))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Forgets imports with their problems and samples; their files go once the erasure stands. */
export async function forgetImports(tx: Tx, importIds: readonly string[]): Promise<void> {
  await sql`delete from imports where id = any(${importIds}::uuid[])`.execute(tx);
}

/** Deletes views that name the contact: without what they look for they are of no use. */
export async function forgetViews(tx: Tx, viewIds: readonly number[]): Promise<void> {
  await sql`delete from saved_views where id = any(${viewIds}::integer[])`.execute(tx);
}
