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
  const contact = (await findChoices(tx, [no])).get(no);
  if (!contact) throw invalidField("contactNo", "not_found");
  if (contact.privacyBlocked) {
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

/** A contact that can be chosen unless it is blocked. */
export interface FoundChoice extends ChosenContact {
  readonly salespersonId: number | null;
  /** By its own flag or, being a person, by that of its company (contacts §10). */
  readonly privacyBlocked: boolean;
}

/**
 * The contacts of the numbers, neither deleted nor moved until the transaction ends: companies in the order of their ids,
 * then people in that of theirs, as everybody locks them. Numbers that lead nowhere are left out.
 */
export async function findChoices(tx: Tx, nos: readonly string[]): Promise<ReadonlyMap<string, FoundChoice>> {
  const found = await lockChoices(tx, nos);
  // Merged while we waited for it: by now its number leads to the survivor.
  const missing = nos.filter((no) => !found.has(no));
  return missing.length === 0 ? found : new Map([...found, ...(await lockChoices(tx, missing))]);
}

async function lockChoices(tx: Tx, nos: readonly string[]): Promise<ReadonlyMap<string, FoundChoice>> {
  if (nos.length === 0) return new Map();
  await sql`
    select from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = any(${nos}::text[]) order by c.type, c.id for share of c`.execute(tx);
  const { rows } = await sql<FoundChoice & { asked: string }>`
    select n.no as asked, ${choiceColumns}
      from contact_numbers n join contacts c on c.id = n.contact_id
      left join salespeople s on s.id = c.salesperson_id and not s.blocked and not s.privacy_blocked
     where n.no = any(${nos}::text[])`.execute(tx);
  return new Map(rows.map(({ asked, ...choice }) => [asked, choice]));
}

const choiceColumns = sql`
  c.id, c.no, c.company_id as "companyId", s.code as "salespersonCode", s.id as "salespersonId",
  c.privacy_blocked or exists (select from contacts k
    where k.id = c.company_id and c.type = 'person' and k.privacy_blocked) as "privacyBlocked"`;
