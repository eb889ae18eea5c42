import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { invalidField } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseChild } from "../../contact.rules.ts";
import { lockDetailed, recordDetail } from "../detailed-contact.ts";
import { touchContacts } from "../touch.ts";
import type { AnyMembership, Membership } from "./define-membership.contract.ts";
import { getMembership, memberNotFound, placeOf } from "./memberships.queries.ts";

/** Where members hold more than the fact that they are. */
export interface MembershipContent {
  readonly searchWord?: string | null | undefined;
}

/**
 * Makes a contact a member, or changes what the member holds.
 *
 * @throws NotFound `contact_not_found`, `not_found` (code); Invalid `contact_company_only`, `contact_person_only`;
 *   Stale `stale_version`
 */
export function putMembership(
  ctx: Context,
  membership: AnyMembership,
  { no, code }: { readonly no: string; readonly code: string },
  content: MembershipContent = {},
  ifMatch: number | null = null,
): Promise<{ readonly member: Membership; readonly isNew: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const refusal = refuseChild(contact.type, membership.child);
    if (refusal !== null) throw invalidField(fieldOf(membership), refusal);
    const { list, table, column } = placeOf(membership);
    const listId = await idOf(tx.db, list, code);
    const former = await formerOf(tx.db, membership, contact.id, listId);
    if (membership.hasSearchWord) expectVersion({ version: former?.version ?? 0 }, ifMatch);

    const isNew = former === null;
    const changesWord = content.searchWord !== undefined && content.searchWord !== former?.searchWord;
    if (isNew) {
      await sql`
        insert into ${sql.table(table)} (contact_id, ${sql.ref(column)}) values (${contact.id}, ${listId})`.execute(
        tx.db,
      );
    }
    if (changesWord) {
      await sql`
        update ${sql.table(table)}
           set search_word = ${content.searchWord}, version = version + ${isNew ? 0 : 1}, last_modified_at = now()
         where contact_id = ${contact.id} and ${sql.ref(column)} = ${listId}`.execute(tx.db);
    }
    if (isNew || changesWord) {
      await touchContacts(tx.db, [contact.id]);
      await recordDetail(tx, contact, `${membership.child}.${isNew ? "added" : "changed"}`, {
        code,
        ...(changesWord && { searchWord: [former?.searchWord ?? null, content.searchWord] }),
      });
    }
    return { member: await getMembership(tx.db, membership, contact.id, code), isNew };
  });
}

/** @throws NotFound `contact_not_found`, `not_found`; Stale `stale_version` */
export function deleteMembership(
  ctx: Context,
  membership: AnyMembership,
  { no, code }: { readonly no: string; readonly code: string },
  ifMatch: number | null = null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const { list, table, column } = placeOf(membership);
    const listId = await idOf(tx.db, list, code);
    const former = await formerOf(tx.db, membership, contact.id, listId);
    if (former === null) throw memberNotFound(code);
    if (membership.hasSearchWord) expectVersion(former, ifMatch);
    await sql`
      delete from ${sql.table(table)}
       where contact_id = ${contact.id} and ${sql.ref(column)} = ${listId}`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, `${membership.child}.removed`, { code });
  });
}

/** The row of the list, kept from being deleted until the transaction ends. */
async function idOf(tx: Tx, list: string, code: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(list)} where code = ${code} for key share`.execute(tx);
  if (!rows[0]) throw memberNotFound(code);
  return rows[0].id;
}

interface FormerMember {
  readonly version: number;
  readonly searchWord: string | null;
}

async function formerOf(
  tx: Tx,
  membership: AnyMembership,
  contactId: number,
  listId: number,
): Promise<FormerMember | null> {
  const { table, column } = placeOf(membership);
  const held = membership.hasSearchWord
    ? sql`version, search_word as "searchWord"`
    : sql`1 as version, null as "searchWord"`;
  const { rows } = await sql<FormerMember>`
    select ${held} from ${sql.table(table)}
     where contact_id = ${contactId} and ${sql.ref(column)} = ${listId}`.execute(tx);
  return rows[0] ?? null;
}

/** The lists by the names of the fields: `industryGroups`. */
function fieldOf({ resource }: AnyMembership): string {
  return resource.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
