import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { type PartyKind, resourceOfKind } from "../party-kinds.rules.ts";
import { assignShared, differsShared, sharedChanges } from "./shared-columns.ts";
import { recordSync } from "./sync-log.commands.ts";
import { policiesFor, type SyncChanges } from "./sync-policy.rules.ts";

export interface FollowedContacts {
  /** Contacts a shared field of which was changed. */
  readonly changedIds: readonly number[];
  /** Contacts that may have changed: their parties are written where something differs. */
  readonly otherIds: readonly number[];
  /** Parties that the change comes from. */
  readonly originPartyIds: readonly number[];
  /** The pictures were changed: who has none now leaves its parties without one. */
  readonly changesImages?: boolean;
}

/**
 * Parties follow their contacts in one statement, however many: every party that is linked by a contact's own row whose
 * policy lets it gets all that they share (contacts §6.5, B8). The contacts are locked by whoever wrote them.
 */
export async function followContacts(
  tx: TransactionContext,
  { changedIds, otherIds, originPartyIds, changesImages = false }: FollowedContacts,
): Promise<void> {
  if (changedIds.length + otherIds.length === 0) return;
  const followed = await write(
    tx,
    sql`r.contact_id = any(${[...changedIds, ...otherIds]}::bigint[]) and p.id <> all(${originPartyIds}::bigint[])
        and r.sync_policy = any(${policiesFor("contactToParty")}::text[])
        and (r.contact_id = any(${changedIds}::bigint[]) or ${differsShared})`,
    changesImages,
  );
  await recordSync(
    tx,
    followed.map((line) => ({ ...line, direction: "contactToParty", occasion: "change" })),
  );
  await recordFollowing(tx, followed);
}

/** Overwrites parties by the contacts they were just linked to; answers what changed. */
export function overwriteByContact(
  tx: TransactionContext,
  partyIds: readonly number[],
): Promise<readonly Followed[]> {
  return write(tx, sql`p.id = any(${partyIds}::bigint[])`, false);
}

interface Followed {
  readonly contactId: number;
  readonly contactNo: string;
  readonly partyId: number;
  readonly partyNo: string;
  readonly kind: PartyKind;
  readonly changes: SyncChanges;
}

async function write(
  tx: TransactionContext,
  condition: RawBuilder<unknown>,
  changesImages: boolean,
): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed & { readonly droppedImageNo: number | null }>`
    with old as materialized (
      select p.*, r.contact_id
        from parties p
        join contact_business_relations r on r.party_id = p.id
        join contacts c on c.id = r.contact_id
       where ${condition} order by p.id for no key update of p)
    update parties p set ${assignShared(changesImages)}, version = p.version + 1, last_modified_at = now()
      from old join contacts c on c.id = old.contact_id
     where p.id = old.id
    returning c.id as "contactId", c.no as "contactNo", p.id as "partyId", p.no as "partyNo", p.kind,
              case when old.image_no is distinct from p.image_no then old.image_no end as "droppedImageNo",
              ${sharedChanges} as changes`.execute(tx.db);
  await discardAttachments(
    tx,
    rows.map(({ droppedImageNo }) => droppedImageNo),
  );
  return rows.map(({ droppedImageNo: _, ...followed }) => followed);
}

/** One entry for a single party, one for many. */
async function recordFollowing(tx: TransactionContext, followed: readonly Followed[]): Promise<void> {
  const [first] = followed;
  if (!first) return;
  await recordChange(
    tx,
    followed.length === 1
      ? {
          action: `${first.kind}.followed`,
          resource: resourceOfKind[first.kind],
          key: first.partyNo,
          changes: { contactNo: first.contactNo },
        }
      : {
          action: "parties.followed",
          resource: "parties",
          key: first.partyNo,
          changes: {
            count: followed.length,
            nos: followed.map(({ kind, partyNo }) => `${resourceOfKind[kind]}/${partyNo}`),
          },
        },
  );
}

/** The name of a person to talk to follows the person's name (contacts §3.1). */
export async function followPrimaryContacts(
  tx: Tx,
  contactIds: readonly number[],
  originPartyIds: readonly number[],
): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`
    update parties p set contact_name = c.name, version = p.version + 1, last_modified_at = now()
      from contacts c
     where c.id = p.primary_contact_id and c.type = 'person' and p.primary_contact_id = any(${contactIds}::bigint[])
       and p.id <> all(${originPartyIds}::bigint[]) and p.contact_name is distinct from c.name`.execute(tx);
}

/** Parties forget a primary contact that is going (contacts §10). */
export async function forgetPrimaryContacts(tx: Tx, contactIds: readonly number[]): Promise<void> {
  await sql`
    update parties set primary_contact_id = null, contact_name = null, version = version + 1, last_modified_at = now()
     where primary_contact_id = any(${contactIds}::bigint[])`.execute(tx);
}
