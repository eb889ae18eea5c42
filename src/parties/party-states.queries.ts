import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ContactType } from "#contacts/contact.rules.ts";
import { referenceColumns, textColumns } from "./party-columns.ts";
import {
  blankParty,
  type PartyField,
  type PartyFields,
  partyReferenceFields,
  partyTextFields,
} from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import type { SyncPolicy } from "./sync/sync-policy.rules.ts";

/** A party as commands work on it. */
export interface PartyState {
  readonly id: number;
  readonly kind: PartyKind;
  readonly no: string;
  readonly fields: PartyFields;
  readonly primaryContactId: number | null;
  /** The contact that it is linked to. */
  readonly contactId: number | null;
  /** Which way the two follow each other; `null` without a link. */
  readonly syncPolicy: SyncPolicy | null;
  readonly noSeriesId: number | null;
  readonly version: number;
}

type StateRow = Omit<PartyState, "fields"> & PartyFields;

/** Every field of a party `p` by the names of the API; codes are looked up row by row. */
export const fieldColumns = sql.raw(
  [
    'p.contact_type as "contactType", p.privacy_blocked as "privacyBlocked", p.image_no as "imageNo"',
    ...partyTextFields.map((field) => `p.${textColumns[field]} as "${field}"`),
    ...partyReferenceFields.map((field) => {
      const { list, column } = referenceColumns[field];
      return `(select code from ${list} where id = p.${column}) as "${field}"`;
    }),
  ].join(", "),
);

/** The contact that a party `p` is linked to. */
export const linkedContactId = sql<number | null>`
  (select r.contact_id from contact_business_relations r where r.party_id = p.id limit 1)`;

/** What may be synchronised over the link of a party `p`. */
export const linkedSyncPolicy = sql<SyncPolicy | null>`
  (select r.sync_policy from contact_business_relations r where r.party_id = p.id limit 1)`;

const stateColumns = sql`p.id, p.kind, p.no, p.primary_contact_id as "primaryContactId",
  ${linkedContactId} as "contactId", ${linkedSyncPolicy} as "syncPolicy", p.no_series_id as "noSeriesId", p.version, ${fieldColumns}`;

async function select(db: Db, condition: RawBuilder<unknown>) {
  const { rows } = await sql<StateRow>`
    select ${stateColumns} from parties p where ${condition} order by p.id`.execute(db);
  return rows.map(toState);
}

function toState(row: StateRow): PartyState {
  const { id, kind, no, primaryContactId, contactId, syncPolicy, noSeriesId, version } = row;
  const names = Object.keys(blankParty) as PartyField[];
  const fields = Object.fromEntries(names.map((field) => [field, row[field]])) as unknown as PartyFields;
  return { id, kind, no, fields, primaryContactId, contactId, syncPolicy, noSeriesId, version };
}

/** What is asked for by number or by external id. */
export interface PartyKeys {
  readonly nos: readonly string[];
  readonly externalIds: readonly string[];
}

/** Parties of a kind that answer to one of the keys. */
export function findPartyStates(db: Db, kind: PartyKind, { nos, externalIds }: PartyKeys) {
  return select(
    db,
    sql`p.kind = ${kind} and (p.no = any(${nos}::text[]) or p.external_id = any(${externalIds}::text[]))`,
  );
}

/**
 * Locks parties in the order of their ids; their contacts are locked before. Read once they are locked: who waited for
 * a lock sees the link that was made meanwhile only with another statement.
 */
export async function lockPartyStates(db: Db, ids: readonly number[]): Promise<readonly PartyState[]> {
  if (ids.length === 0) return [];
  const condition = sql`p.id = any(${ids}::bigint[])`;
  await sql`select from parties p where ${condition} order by p.id for no key update`.execute(db);
  return select(db, condition);
}

/** A contact as far as parties depend on it. */
export interface KnownContact {
  readonly id: number;
  readonly no: string;
  readonly type: ContactType;
  /** Of a company its own. */
  readonly companyId: number | null;
  readonly name: string | null;
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
  readonly email: string | null;
  readonly privacyBlocked: boolean;
  /** Whoever it was was erased: it follows no party any more. */
  readonly isErased: boolean;
}

/** Locks contacts against change, companies first, each in the order of their ids, as everybody locks them. */
export async function lockContacts(db: Db, ids: readonly number[]): Promise<Map<number, KnownContact>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownContact>`
    select c.id, c.no, c.type, c.company_id as "companyId", c.name, c.phone_no as "phoneNo",
           c.mobile_phone_no as "mobilePhoneNo", c.email, c.privacy_blocked as "privacyBlocked",
           c.erased_at is not null as "isErased"
      from contacts c where c.id = any(${[...new Set(ids)]}::bigint[])
     order by c.type = 'person', c.id for no key update of c`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The pictures that contacts have, by contact; read once they are locked. */
export async function findImages(
  db: Db,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<{ contactId: number; imageNo: number }>`
    select contact_id as "contactId", attachment_no as "imageNo" from contact_images
     where contact_id = any(${[...new Set(contactIds)]}::bigint[])`.execute(db);
  return new Map(rows.map(({ contactId, imageNo }) => [contactId, imageNo]));
}

/** A relation row of a contact that is, or waits to be, linked to a party of a kind. */
export interface KindRow {
  readonly contactId: number;
  /** Blank: the row waits for its party. */
  readonly partyId: number | null;
  readonly partyNo: string | null;
}

/** The rows of one kind that contacts have, by contact; a linked one before a waiting one. */
export async function findKindRows(
  db: Db,
  kind: PartyKind,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, KindRow>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<KindRow>`
    select distinct on (r.contact_id) r.contact_id as "contactId", r.party_id as "partyId",
           (select p.no from parties p where p.id = r.party_id) as "partyNo"
      from contact_business_relations r
     where r.contact_id = any(${[...new Set(contactIds)]}::bigint[]) and r.link_to = ${kind}
     order by r.contact_id, r.party_id nulls last`.execute(db);
  return new Map(rows.map((row) => [row.contactId, row]));
}
