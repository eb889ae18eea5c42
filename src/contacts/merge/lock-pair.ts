import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { Conflict } from "#platform/errors.ts";
import type { ContactType } from "../contact.rules.ts";
import { contactErased, contactMerged, contactNotFound } from "../contact-errors.ts";
import { decideMerge } from "./merge.rules.ts";

export interface Side {
  readonly id: number;
  readonly no: string;
  readonly type: ContactType;
  readonly name: string | null;
  readonly companyId: number | null;
  readonly version: number;
}

/** The two contacts of a merge, which are of one type. */
export interface Pair {
  readonly survivor: Side;
  readonly duplicate: Side;
  readonly type: ContactType;
}

/**
 * The two contacts by their numbers, as they are.
 *
 * @throws NotFound `contact_not_found`, `contact_merged`; Conflict `contact_erased`, `merge_same`, `merge_type`
 */
export async function findPair(tx: Tx, no: string, duplicateNo: string): Promise<Pair> {
  const { rows } = await sql<Side & { asked: string; isErased: boolean }>`
    select n.no as asked, c.erased_at is not null as "isErased", c.id, c.no, c.type, c.name, c.company_id as "companyId", c.version
      from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no in (${no}, ${duplicateNo})`.execute(tx);
  const side = (asked: string): Side => {
    const found = rows.find((row) => row.asked === asked);
    if (!found) throw contactNotFound(asked);
    if (found.no !== asked) throw contactMerged(asked, found.no);
    if (found.isErased) throw contactErased(found.no);
    return found;
  };
  const survivor = side(no);
  const duplicate = side(duplicateNo);
  const decision = decideMerge(survivor, duplicate);
  if (!decision.allowed) throw new Conflict(decision.because, { no: survivor.no, duplicateNo: duplicate.no });
  return { survivor, duplicate, type: survivor.type };
}

/**
 * Locks everything that a merge is about, in the order in which everybody locks it: drafts that name the duplicate (whoever
 * finishes one waits for its contact next), companies, people, each in the order of their ids; what else refers to them
 * comes after. Answers the two contacts as they are by then.
 *
 * @throws as `findPair`
 */
export async function lockPair(tx: Tx, no: string, duplicateNo: string): Promise<Pair> {
  const found = await findPair(tx, no, duplicateNo);
  await lockDrafts(tx, found.duplicate.id);
  const ids = [found.survivor.id, found.duplicate.id];
  if (found.type === "person")
    await lockCompanies(
      tx,
      [found.survivor.companyId, found.duplicate.companyId].filter((id) => id !== null),
    );
  await sql`select from contacts where id = any(${ids}::bigint[]) order by id for update`.execute(tx);
  // Somebody may have been faster: deleted, merged or renumbered one of them.
  const pair = await findPair(tx, no, duplicateNo);
  if (pair.survivor.id !== ids[0] || pair.duplicate.id !== ids[1]) throw new Conflict("concurrent_change");
  if (pair.type === "company") await lockPeople(tx, ids);
  return pair;
}

export async function lockDrafts(tx: Tx, contactId: number): Promise<void> {
  await sql`
    select from interaction_drafts where contact_id = ${contactId} order by id for no key update`.execute(tx);
}

/** The companies of the people that are merged; nobody merges or deletes them meanwhile. */
export async function lockCompanies(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    select from contacts where id = any(${ids}::bigint[]) and type = 'company' order by id for no key update`.execute(
    tx,
  );
}

/** The people of companies; nobody joins or leaves these while they are locked themselves. */
export async function lockPeople(tx: Tx, companyIds: readonly number[]): Promise<void> {
  await sql`
    select from contacts where company_id = any(${companyIds}::bigint[]) and type = 'person'
     order by id for no key update`.execute(tx);
}
