import { sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import { contactErased, contactMerged, contactNotFound } from "#contacts/index.ts";

/** A contact as exporting and erasing see it. */
export interface SubjectContact {
  readonly id: number;
  readonly no: string;
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly erasedAt: string | null;
  readonly version: number;
}

/** @throws NotFound `contact_not_found`, `contact_merged` */
export async function findSubject(db: Db, no: string): Promise<SubjectContact> {
  const { rows } = await sql<SubjectContact>`
    select c.id, c.no, c.type, c.name, c.erased_at as "erasedAt", c.version
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no}`.execute(db);
  const found = rows[0];
  if (!found) throw contactNotFound(no);
  if (found.no !== no) throw contactMerged(no, found.no);
  return found;
}

/**
 * Locks what an erasure is about, in the order in which everybody locks it: drafts, the contact, the people of
 * a company. Whatever is being recorded for the contact is waited for and then erased, too; what comes later
 * finds it blocked.
 *
 * @throws as `findSubject`; Conflict `contact_erased`
 */
export async function lockSubject(tx: Tx, no: string): Promise<SubjectContact> {
  const { id, type } = await findSubject(tx, no);
  await sql`
    select from interaction_drafts where contact_id = ${id} order by id for no key update`.execute(tx);
  await sql`select from contacts where id = ${id} for update`.execute(tx);
  if (type === "company")
    await sql`
      select from contacts where company_id = ${id} and type = 'person' order by id for no key update`.execute(
      tx,
    );
  // Somebody may have been faster: deleted, merged, renumbered or erased it.
  const subject = await findSubject(tx, no);
  if (subject.erasedAt !== null) throw contactErased(no);
  return subject;
}
