import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ContactType } from "./contact.rules.ts";

/** How other records name a contact. */
export interface ContactName {
  readonly id: number;
  readonly no: string;
  readonly type: ContactType;
  readonly name: string | null;
  readonly companyId: number | null;
  readonly companyName: string | null;
}

/** Names of contacts by id, in one statement for a whole page; deleted ones are left out. */
export async function presentContactNames(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ContactName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ContactName>`
    select id, no, type, name, company_id as "companyId", company_name as "companyName"
      from contacts where id = any(${[...new Set(ids)]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
