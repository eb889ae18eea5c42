import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { releaseNumbersOf } from "./claim-numbers.ts";
import { contactMerged, contactNotFound, contactOnSegment } from "./contact-errors.ts";
import { contactsDeleting } from "./contact-events.ts";
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
 * Deletes a contact (contacts §10): a person's interactions, tasks and opportunities pass to its company; a company's
 * people go with it, and the interactions keep the names as text.
 *
 * @throws NotFound `contact_not_found`, `contact_merged`, Stale, Conflict `contact_open_tasks`, `contact_on_segment`,
 * `contact_open_opportunities`
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
    const ids = going.map(({ id }) => id);
    await refuseWhileOpen(tx.db, contact.no, ids);

    await emit(tx, contactsDeleting, { ids });
    await passEntriesOn(tx.db, ids, heir);
    await passRecordsOn(tx.db, ids, heir);
    await sql`delete from contacts where id = any(${ids}::bigint[])`.execute(tx.db);
    await forgetNames(
      tx.db,
      going.map((gone) => gone.name),
    );
    await releaseNumbersOf(tx.db, going);
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
  if (rows[0].no !== no) throw contactMerged(no, rows[0].no);
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

/** Open tasks, segments and opportunities of the contacts, of a company its people's too, keep all of them (contacts §10). */
async function refuseWhileOpen(tx: Tx, no: string, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ tasks: boolean; segments: boolean; opportunities: boolean }>`
    select exists (select from tasks where contact_id = any(${ids}::bigint[]) and not closed) as tasks,
           exists (select from segment_lines where contact_id = any(${ids}::bigint[])) as segments,
           exists (select from opportunities where contact_id = any(${ids}::bigint[]) and not closed) as opportunities
  `.execute(tx);
  const { tasks, segments, opportunities } = rows[0]!;
  if (tasks) throw new Conflict("contact_open_tasks", { no });
  if (segments) throw contactOnSegment(no);
  if (opportunities) throw new Conflict("contact_open_opportunities", { no });
}

/** Closed tasks and opportunities with their entries pass to the company, or to nobody; those that stayed with a former company forget whose they were. */
async function passRecordsOn(tx: Tx, ids: readonly number[], heir: number | null): Promise<void> {
  for (const table of ["tasks", "opportunities", "opportunity_entries"] as const) {
    await sql`
      update ${sql.table(table)} set contact_id = ${heir}, company_id = ${heir}
       where contact_id = any(${ids}::bigint[])`.execute(tx);
    await sql`
      update ${sql.table(table)} set former_contact_id = null
       where former_contact_id = any(${ids}::bigint[])`.execute(tx);
  }
}
