import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { Conflict, invalidField } from "#platform/errors.ts";

/** A contact that another record, such as a task, is to name. */
export interface ChosenContact {
  readonly id: number;
  readonly no: string;
  /** Of a company its own, of a standalone person `null`. */
  readonly companyId: number | null;
  /** Of the contact, where it can be newly chosen. */
  readonly salespersonCode: string | null;
}

/**
 * The contact that a record is to name, neither deleted nor moved until the transaction ends.
 *
 * @throws Invalid `not_found`, Conflict `contact_privacy_blocked`, both at `contactNo`
 */
export async function chooseContact(tx: Tx, no: string): Promise<ChosenContact> {
  // Merged while we waited for it: by now its number leads to the survivor.
  const found = (await findChosen(tx, no)) ?? (await findChosen(tx, no));
  if (!found) throw invalidField("contactNo", "not_found");
  const { privacyBlocked, ...contact } = found;
  if (privacyBlocked) {
    const values = { contactNo: no };
    throw new Conflict("contact_privacy_blocked", values, [
      { path: "contactNo", code: "contact_privacy_blocked", values },
    ]);
  }
  return contact;
}

/**
 * Keeps the contact of a number from being deleted, moved or merged until the transaction ends. Contacts are locked
 * before what refers to them: whoever is going to choose one for a record calls this before it locks the record.
 */
export async function holdContact(tx: Tx, no: string): Promise<void> {
  await sql`
    select from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no} for share of c`.execute(tx);
}

async function findChosen(tx: Tx, no: string) {
  const { rows } = await sql<ChosenContact & { privacyBlocked: boolean }>`
    select c.id, c.no, c.company_id as "companyId",
           (select s.code from salespeople s
             where s.id = c.salesperson_id and not s.blocked and not s.privacy_blocked) as "salespersonCode",
           c.privacy_blocked or exists (select from contacts k
             where k.id = c.company_id and c.type = 'person' and k.privacy_blocked) as "privacyBlocked"
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no} for share of c`.execute(tx);
  return rows[0];
}
