import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { Conflict } from "#platform/errors.ts";
import { referenceColumns } from "../contact-fields.ts";
import { learnNames } from "../name-words.ts";
import type { MergeStep } from "./journal.ts";
import type { Parting } from "./parting.ts";
import { writableColumns } from "./row-sql.ts";

/**
 * The duplicate stands again, as it was, but for what is gone since: codes that were deleted are blank, and a company
 * that was merged is the one it was merged into. Whoever saw it before the merge has seen an older version.
 */
export async function restoreDuplicate(tx: Tx, mergeId: number): Promise<void> {
  const columns = await writableColumns(tx, "contacts");
  const list = (alias: string) => sql.join(columns.map((column) => sql.ref(`${alias}${column}`)));
  const { rows } = await sql<{ id: number; name: string | null }>`
    insert into contacts (${list("")})
    select ${list("n.")} from contact_merges m
     cross join lateral jsonb_populate_record(null::contacts, m.duplicate) n
     where m.id = ${mergeId}
    returning id, name`.execute(tx);
  const { id, name } = rows[0]!;
  const codes = Object.values(referenceColumns).map(
    ({ list, column }) =>
      sql`${sql.ref(column)} = (select r.id from ${sql.table(list)} r where r.id = c.${sql.ref(column)})`,
  );
  await sql`
    with recursive heirs (id) as (
      select company_id from contacts where id = ${id} and type = 'person'
      union
      select m.survivor_id from contact_merges m join heirs on m.duplicate_id = heirs.id and m.undone_at is null),
    company as (select k.id, k.name from heirs join contacts k on k.id = heirs.id and k.type = 'company')
    update contacts c
       set ${sql.join(codes)},
           no_series_id = (select s.id from number_series s where s.id = c.no_series_id),
           company_id = case when c.type = 'company' then c.id else (select company.id from company) end,
           company_name = case when c.type = 'company' then c.company_name else (select company.name from company) end,
           version = version + 1, last_modified_at = now()
     where c.id = ${id}`.execute(tx);
  await learnNames([name]).execute(tx);
}

/** The numbers that led to the duplicate lead to it again. @throws Conflict `merge_undo_number_taken` */
export async function returnNumbers(
  tx: Tx,
  { survivorId, duplicateId }: Parting,
  { details }: MergeStep,
  duplicateNo: string,
): Promise<void> {
  const { no: numbers } = details as { readonly no: readonly string[] };
  await sql`
    update contact_numbers set contact_id = ${duplicateId}, is_former = no <> ${duplicateNo}
     where no = any(${numbers}::text[]) and contact_id = ${survivorId}`.execute(tx);
  await sql`
    insert into contact_numbers (no, contact_id) values (${duplicateNo}, ${duplicateId})
        on conflict (no) do nothing`.execute(tx);
  const { rows } = await sql`
    select from contact_numbers where no = ${duplicateNo} and contact_id = ${duplicateId}`.execute(tx);
  if (rows.length === 0) throw new Conflict("merge_undo_number_taken", { no: duplicateNo });
}

/** People carry the name of the company they are with. */
export async function renameCompanies(tx: Tx, { survivorId, duplicateId }: Parting): Promise<void> {
  await sql`
    update contacts p set company_name = k.name
      from contacts k
     where k.id in (${survivorId}, ${duplicateId}) and p.company_id = k.id and p.type = 'person'
       and p.company_name is distinct from k.name`.execute(tx);
}

interface PairRow {
  readonly contact_id: number;
  readonly duplicate_id: number;
}

/** Pairs as they were, where both contacts are there. */
export async function returnPairs(tx: Tx, steps: readonly MergeStep[]): Promise<void> {
  for (const { action, details } of steps) {
    const pairs = JSON.stringify(details as readonly PairRow[]);
    if (action === "added")
      await sql`
        delete from contact_duplicates p using jsonb_to_recordset(${pairs}::jsonb) as r(contact_id bigint, duplicate_id bigint)
         where p.contact_id = r.contact_id and p.duplicate_id = r.duplicate_id and p.separate`.execute(tx);
    else
      await sql`
        insert into contact_duplicates
        select n.* from jsonb_array_elements(${pairs}::jsonb) r
         cross join lateral jsonb_populate_record(null::contact_duplicates, r) n
         where exists (select from contacts where id = n.contact_id)
           and exists (select from contacts where id = n.duplicate_id)
            on conflict do nothing`.execute(tx);
  }
}
