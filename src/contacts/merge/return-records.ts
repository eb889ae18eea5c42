import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { dealingTables } from "./contact-references.ts";
import type { MergeStep } from "./journal.ts";
import type { KeptByUndo } from "./merge.contract.ts";

/** As `merge_entries` of the database writes it. */
export interface NamedRecords {
  readonly owner: number;
  readonly holder: number;
  readonly contact: readonly number[];
  readonly adopted: readonly number[];
  readonly adoptedBy: number | null;
  readonly company: readonly number[];
  readonly former: readonly number[];
}

/** Gives interactions, tasks and opportunities back to their owner; what was done with the survivor since stays. */
export async function returnDealings(tx: Tx, steps: readonly MergeStep[]): Promise<readonly KeptByUndo[]> {
  const kept: KeptByUndo[] = [];
  for (const { table, details } of steps.toReversed()) {
    const dealing = dealingTables.find((candidate) => candidate.table === table)!;
    const named = details as NamedRecords;
    const returned = dealing.isLog ? await returnEntries(tx, named) : await returnOthers(tx, dealing, named);
    const missing = named.owner === named.holder ? 0 : named.contact.length - returned;
    if (missing > 0) kept.push({ reason: "goneSince", list: dealing.list, fields: [], count: missing });
  }
  return kept;
}

async function returnEntries(tx: Tx, named: NamedRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select return_entries(${JSON.stringify(named)}::jsonb) as count`.execute(tx);
  return rows[0]!.count;
}

/** The same as `return_entries` for tables that the program may write itself. */
async function returnOthers(
  tx: Tx,
  { table, key }: (typeof dealingTables)[number],
  { owner, holder, contact, adopted, adoptedBy, company, former }: NamedRecords,
): Promise<number> {
  const id = sql`r.${sql.ref(key)}`;
  const isOneOf = (...keys: (readonly number[])[]) => sql`${id} = any(${keys.flat()}::bigint[])`;
  const { rows } = await sql<{ is_own: boolean }>`
    update ${sql.table(table)} r
       set contact_id = case when r.contact_id = ${holder} and ${isOneOf(contact, company)} then ${owner} else r.contact_id end,
           former_contact_id = case when r.contact_id = ${holder} and ${isOneOf(contact, company)} then nullif(r.former_contact_id, ${owner})
             when r.former_contact_id = ${holder} and ${isOneOf(contact, former)} then ${owner} else r.former_contact_id end,
           company_id = case when r.contact_id in (${holder}, ${owner}) and r.company_id = ${adoptedBy}::bigint and ${isOneOf(adopted)} then null
             when r.company_id = ${holder} and ${isOneOf(company)} then ${owner} else r.company_id end
     where ${isOneOf(contact, company, former)}
    returning r.contact_id = ${owner} and ${isOneOf(contact)} as is_own`.execute(tx);
  return rows.filter(({ is_own }) => is_own).length;
}
