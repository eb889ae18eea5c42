import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import {
  type ChangedContact,
  contactsDeleting,
  contactsMerged,
  contactsParted,
  contactsWritten,
} from "#contacts/index.ts";
import { on } from "#platform/events/events.ts";
import { rememberedDays } from "./address-book.rules.ts";

/** What clients have to be told although no row of a contact says it: it is written with the change itself. */
export const addressBookSubscriptions = [
  on(contactsDeleting, "address book", (tx, { ids }) => noteChanges(tx.db, ids)),
  on(contactsMerged, "address book", (tx, { duplicateId }) => noteChanges(tx.db, [duplicateId])),
  on(contactsParted, "address book", (tx, { survivorId, duplicateId }) =>
    notePeopleOf(tx.db, [survivorId, duplicateId]),
  ),
  on(contactsWritten, "address book", async (tx, { changed }) => {
    const idsOf = (pairs: readonly ChangedContact[]) => pairs.map(({ after }) => after.id);
    await noteChanges(tx.db, idsOf(changed.filter(becomesCompany)));
    await notePeopleOf(tx.db, idsOf(changed.filter(turnsBlocked)));
  }),
];

function becomesCompany({ before, after }: ChangedContact): boolean {
  return before.fields.type === "person" && after.fields.type === "company";
}

function turnsBlocked({ before, after }: ChangedContact): boolean {
  return after.fields.type === "company" && before.fields.privacyBlocked !== after.fields.privacyBlocked;
}

async function noteChanges(tx: Tx, contactIds: readonly number[]): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`
    insert into address_book_changes (contact_id) select unnest(${contactIds}::bigint[])
    on conflict do nothing`.execute(tx);
}

/** People are blocked and free again with their company (contacts §10), which leaves no trace in their rows. */
async function notePeopleOf(tx: Tx, companyIds: readonly number[]): Promise<void> {
  if (companyIds.length === 0) return;
  await sql`
    insert into address_book_changes (contact_id)
    select id from contacts where company_id = any(${companyIds}::bigint[]) and type = 'person'
    on conflict do nothing`.execute(tx);
}

/** Forgets changes of which no token that still counts is ignorant. Running it twice is harmless. */
export async function forgetOldChanges({ db }: Context): Promise<void> {
  await sql`
    delete from address_book_changes
     where changed_at < now() - make_interval(days => ${rememberedDays})`.execute(db);
}
