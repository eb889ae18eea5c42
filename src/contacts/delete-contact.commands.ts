import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { releaseNumbers } from "./claim-numbers.ts";
import { contactNotFound } from "./contact-errors.ts";
import { forgetNames } from "./name-words.ts";

interface GoingContact {
  readonly id: number;
  readonly no: string;
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly companyId: number | null;
  readonly version: number;
}

/**
 * Deletes a contact (contacts §10): a person's interactions pass to its company; a company's people go with it, and
 * the interactions keep the names as text.
 */
export function deleteContact(
  ctx: Context,
  no: string,
  { ifMatch = null }: { ifMatch?: number | null } = {},
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockContact(tx.db, no);
    expectVersion(contact, ifMatch);
    const people = contact.type === "company" ? await lockPeople(tx.db, contact.id) : [];
    const heir = contact.type === "person" ? contact.companyId : null;
    const going = [...people, contact];

    await passEntriesOn(
      tx.db,
      going.map(({ id }) => id),
      heir,
    );
    await sql`delete from contacts where id = any(${going.map(({ id }) => id)}::bigint[])`.execute(tx.db);
    await forgetNames(
      tx.db,
      going.map((gone) => gone.name),
    );
    await releaseNumbers(
      tx.db,
      going.map((gone) => gone.no),
    );
    await recordChange(tx, {
      action: "contact.deleted",
      resource: "contacts",
      key: contact.no,
      changes: {
        name: [contact.name, null],
        ...(people.length > 0 && { people: people.map((person) => person.no) }),
      },
    });
  });
}

async function lockContact(tx: Tx, no: string): Promise<GoingContact> {
  const { rows } = await sql<GoingContact>`
    select c.id, c.no, c.type, c.name, c.company_id as "companyId", c.version
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no} for update of c`.execute(tx);
  if (!rows[0]) throw contactNotFound(no);
  return rows[0];
}

/** People of the company in the order of their ids, as everybody locks them. */
async function lockPeople(tx: Tx, companyId: number): Promise<readonly GoingContact[]> {
  const { rows } = await sql<GoingContact>`
    select id, no, type, name, company_id as "companyId", version
      from contacts where company_id = ${companyId} and type = 'person' order by id for update`.execute(tx);
  return rows;
}

/** The log outlives the contacts; the door through which its entries change their contact is the database's own. */
async function passEntriesOn(tx: Tx, ids: readonly number[], heir: number | null): Promise<void> {
  await sql`
    select entries_outlive_contact(gone.id, ${heir}::bigint)
      from unnest(${ids}::bigint[]) with ordinality as gone(id, place) order by gone.place`.execute(tx);
}
