import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { ContactType } from "../contact.rules.ts";
import { contactErased, contactNotFound } from "../contact-errors.ts";

/** A contact whose child rows are read or written. */
export interface DetailedContact {
  readonly id: number;
  readonly no: string;
  readonly type: ContactType;
}

type FoundContact = DetailedContact & { readonly erasedAt: string | null };

/** @throws NotFound `contact_not_found` */
export function findDetailed(db: Db, no: string): Promise<DetailedContact> {
  return find(db, no, sql``);
}

/**
 * Keeps the contact from being deleted or turned into the other type until the transaction ends; child rows of one
 * contact are written one after another.
 *
 * @throws NotFound `contact_not_found`; Conflict `contact_erased`
 */
export async function lockDetailed(tx: Tx, no: string): Promise<DetailedContact> {
  const { erasedAt, ...contact } = await find(tx, no, sql`for no key update of c`);
  if (erasedAt !== null) throw contactErased(contact.no);
  return contact;
}

async function find(db: Db, no: string, lock: RawBuilder<unknown>): Promise<FoundContact> {
  // Merged while we waited for it: by now its number leads to the survivor.
  const found = (await findOnce(db, no, lock)) ?? (await findOnce(db, no, lock));
  if (!found) throw contactNotFound(no);
  return found;
}

async function findOnce(db: Db, no: string, lock: RawBuilder<unknown>) {
  const { rows } = await sql<FoundContact>`
    select c.id, c.no, c.type, c.erased_at as "erasedAt" from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no} ${lock}`.execute(db);
  return rows[0];
}

/** Writes into the trail of the contact what became of one of its child rows. */
export function recordDetail(
  tx: TransactionContext,
  contact: DetailedContact,
  action: string,
  changes: Record<string, unknown>,
): Promise<void> {
  return recordChange(tx, { action, resource: "contacts", key: contact.no, changes });
}
