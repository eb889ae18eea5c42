import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { referenceColumns as contactReferences, plainColumns } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { referenceColumns, textColumns } from "../party-columns.ts";
import type { PartyField } from "../party-fields.rules.ts";
import { type PartyKind, partyKinds, resourceOfKind } from "../party-kinds.rules.ts";
import { sharedFields, sharesPrivacy } from "./sync.rules.ts";

/** One column of a party `p`, and what it becomes by its contact `c`. */
interface Assignment {
  readonly column: string;
  readonly value: string;
}

/** The shared fields of all kinds as SQL, from the same table as the rules. */
const assignments: readonly Assignment[] = [
  ...collect().map(({ column, sources }) => ({
    column,
    value: `case p.kind ${sources.map(({ kind, source }) => `when '${kind}' then ${source}`).join(" ")} else p.${column} end`,
  })),
  {
    column: "name",
    value:
      "case p.kind when 'employee' then nullif(concat_ws(' ', c.first_name, c.middle_name, c.surname), '') else c.name end",
  },
  { column: "contact_type", value: "case p.kind when 'customer' then c.type else p.contact_type end" },
  {
    column: "privacy_blocked",
    value: `case when p.kind in (${partyKinds
      .filter(sharesPrivacy)
      .map((kind) => `'${kind}'`)
      .join(", ")}) then c.privacy_blocked else p.privacy_blocked end`,
  },
];

function collect() {
  const columns = new Map<string, { kind: PartyKind; source: string }[]>();
  for (const kind of partyKinds) {
    for (const [field, contactField] of sharedFields[kind]) {
      if (field === "name") continue;
      const column = columnOf(field);
      const sources = columns.get(column) ?? [];
      sources.push({ kind, source: `c.${contactColumnOf(contactField)}` });
      columns.set(column, sources);
    }
  }
  return [...columns].map(([column, sources]) => ({ column, sources }));
}

function columnOf(field: PartyField): string {
  return field in referenceColumns
    ? referenceColumns[field as keyof typeof referenceColumns].column
    : textColumns[field as keyof typeof textColumns];
}

function contactColumnOf(field: string): string {
  return field in contactReferences
    ? contactReferences[field as keyof typeof contactReferences].column
    : plainColumns[field as keyof typeof plainColumns];
}

const set = sql.raw(assignments.map(({ column, value }) => `${column} = ${value}`).join(", "));
const differs = sql.raw(
  `(${assignments.map(({ column }) => `p.${column}`).join(", ")}) is distinct from (${assignments.map(({ value }) => value).join(", ")})`,
);

export interface FollowedContacts {
  /** Contacts a shared field of which was changed. */
  readonly changedIds: readonly number[];
  /** Contacts that may have changed: their parties are written where something differs. */
  readonly otherIds: readonly number[];
  /** Parties that the change comes from. */
  readonly originPartyIds: readonly number[];
}

/**
 * Parties follow their contacts in one statement, however many: every party that is linked by a contact's own row gets
 * all that they share (contacts §6.5). The contacts are locked by whoever wrote them.
 */
export async function followContacts(
  tx: TransactionContext,
  { changedIds, otherIds, originPartyIds }: FollowedContacts,
): Promise<void> {
  if (changedIds.length + otherIds.length === 0) return;
  const followed = await write(
    tx.db,
    sql`r.contact_id = any(${[...changedIds, ...otherIds]}::bigint[]) and p.id <> all(${originPartyIds}::bigint[])
        and (r.contact_id = any(${changedIds}::bigint[]) or ${differs})`,
  );
  await recordFollowing(tx, followed);
}

/** Overwrites parties by the contacts they were just linked to. */
export async function overwriteByContact(tx: Tx, partyIds: readonly number[]): Promise<void> {
  await write(tx, sql`p.id = any(${partyIds}::bigint[])`);
}

interface Followed {
  readonly kind: PartyKind;
  readonly no: string;
  readonly contactNo: string;
}

async function write(tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed>`
    update parties p set ${set}, version = p.version + 1, last_modified_at = now()
      from contact_business_relations r join contacts c on c.id = r.contact_id
     where r.party_id = p.id and ${condition}
    returning p.kind, p.no, c.no as "contactNo"`.execute(tx);
  return rows;
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
          key: first.no,
          changes: { contactNo: first.contactNo },
        }
      : {
          action: "parties.followed",
          resource: "parties",
          key: first.no,
          changes: {
            count: followed.length,
            nos: followed.map(({ kind, no }) => `${resourceOfKind[kind]}/${no}`),
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
