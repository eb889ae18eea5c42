import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { findContactNumbers, listContacts } from "#contacts/index.ts";
import { imageAddress } from "#pictures/pictures.rules.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import type { PartyListQuery, partySorts } from "./parties.contract.ts";
import { referenceColumns } from "./party-columns.ts";
import { partyNotFound } from "./party-errors.ts";
import {
  fieldsOfKind,
  hasPrimaryContact,
  type PartyFields,
  type PartyReferenceField,
} from "./party-fields.rules.ts";
import { type PartyKind, resourceOfKind } from "./party-kinds.rules.ts";
import { fieldColumns, linkedContactId, linkedSyncPolicy } from "./party-states.queries.ts";
import type { SyncPolicy } from "./sync/sync-policy.rules.ts";

interface PartyRow extends PartyFields {
  readonly no: string;
  readonly kind: PartyKind;
  readonly contactId: number | null;
  readonly primaryContactId: number | null;
  readonly businessRelationCode: string | null;
  readonly syncPolicy: SyncPolicy | null;
  readonly noSeries: string | null;
  readonly version: number;
  readonly lastModifiedAt: string;
}

/** A party as it leaves the program: the fields of its kind. */
export interface PartyItem {
  readonly no: string;
  readonly contactNo: string | null;
  readonly version: number;
  readonly lastModifiedAt: string;
  readonly [field: string]: unknown;
}

const columns = sql`p.no, p.kind, p.primary_contact_id as "primaryContactId", ${linkedContactId} as "contactId",
  (select b.code from contact_business_relations r join business_relations b on b.id = r.business_relation_id
    where r.party_id = p.id limit 1) as "businessRelationCode", ${linkedSyncPolicy} as "syncPolicy",
  (select code from number_series where id = p.no_series_id) as "noSeries", p.version,
  p.last_modified_at as "lastModifiedAt", ${fieldColumns}`;

/** Contacts are named by one statement for all rows (SCALE, rule 9). */
async function present(db: Db, rows: readonly PartyRow[]): Promise<PartyItem[]> {
  const numbers = await findContactNumbers(
    db,
    rows.flatMap(({ contactId, primaryContactId }) => [contactId ?? [], primaryContactId ?? []].flat()),
  );
  const noOf = (id: number | null) => (id === null ? null : (numbers.get(id) ?? null));
  return rows.map((row) => ({
    no: row.no,
    ...(row.kind === "employee" && { name: row.name }),
    ...Object.fromEntries(fieldsOfKind[row.kind].map((field) => [field, row[field]])),
    ...(hasPrimaryContact(row.kind) && { primaryContactNo: noOf(row.primaryContactId) }),
    contactNo: noOf(row.contactId),
    businessRelationCode: row.businessRelationCode,
    syncPolicy: row.syncPolicy,
    image: imageAddress(resourceOfKind[row.kind], row.no, row.imageNo),
    noSeries: row.noSeries,
    version: row.version,
    lastModifiedAt: row.lastModifiedAt,
  }));
}

/** @throws NotFound `party_not_found` */
export async function getParty(db: Db, kind: PartyKind, no: string): Promise<PartyItem> {
  const { rows } = await sql<PartyRow>`
    select ${columns} from parties p where p.kind = ${kind} and p.no = ${no}`.execute(db);
  const [party] = await present(db, rows);
  if (!party) throw partyNotFound(kind, no);
  return party;
}

const no = { expression: sql`p.no`, type: "text", collation: "C" } as const;
const id = { expression: sql`p.id`, type: "bigint" } as const;
const named = (expression: RawBuilder<unknown>) =>
  ({ expression, type: "text", collation: "fi-x-icu" }) as const;
const orders: SortOrders<(typeof partySorts)[number]> = {
  no: [no],
  name: [named(sql`coalesce(p.name, '')`), id],
  city: [named(sql`coalesce(p.city, '')`), id],
  lastModifiedAt: [{ expression: sql`p.last_modified_at`, type: "timestamptz" }, id],
};

/** A page of parties of one kind. */
export async function listParties(ctx: Context, kind: PartyKind, query: PartyListQuery) {
  const source = {
    columns,
    from: sql`parties p`,
    where: matching(ctx, kind, query),
    orders,
    defaultSort: "no",
  } as const;
  const { items, ...page } = await fetchPage(ctx.db, source, query, (row: PartyRow) => row);
  return { ...page, items: await present(ctx.db, items) };
}

/** The filters of a list, as far as they say which parties. */
export type PartyFilters = Omit<PartyListQuery, "limit" | "cursor" | "count" | "sort">;

/** Parties `p` of a kind that the filters let through; codes that do not exist match nothing. */
export function matching(
  ctx: Pick<Context, "timeZone">,
  kind: PartyKind,
  filters: PartyFilters,
): RawBuilder<SqlBool> {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    sql`p.kind = ${kind}`,
    containsWords(sql`p.search_text`, filters.search),
    filters.no && sql`p.no = any(${filters.no}::text[])`,
    filters.externalId !== undefined && sql`p.external_id = ${filters.externalId}`,
    filters.contactNo &&
      sql`p.id in (select r.party_id from contact_business_relations r join contact_numbers n on n.contact_id = r.contact_id
                    where n.no = any(${filters.contactNo}::text[]) and r.party_id is not null)`,
    filters.countryCode && hasCode("countryCode", filters.countryCode),
    filters.currencyCode && hasCode("currencyCode", filters.currencyCode),
    filters.territoryCode && hasCode("territoryCode", filters.territoryCode),
    filters.languageCode && hasCode("languageCode", filters.languageCode),
    filters.linked !== undefined && isLinked(filters.linked),
    filters.lastModifiedFrom !== undefined &&
      sql`p.last_modified_at >= ${startOf(ctx.timeZone, filters.lastModifiedFrom)}`,
    filters.lastModifiedTo !== undefined &&
      sql`p.last_modified_at < ${endOf(ctx.timeZone, filters.lastModifiedTo)}`,
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

function hasCode(field: PartyReferenceField, codes: readonly string[]): RawBuilder<unknown> {
  const { list, column } = referenceColumns[field];
  return sql`${sql.ref(`p.${column}`)} = any(array(select id from ${sql.table(list)} where code = any(${codes}::text[])))`;
}

/** Whether a party `p` has a contact. */
export function isLinked(linked: boolean): RawBuilder<SqlBool> {
  const rows = sql`(select from contact_business_relations r where r.party_id = p.id)`;
  return linked ? sql<SqlBool>`exists ${rows}` : sql<SqlBool>`not exists ${rows}`;
}

const isDay = (moment: string) => /^\d{4}-\d\d-\d\d$/.test(moment);

/** The first moment of a day of the organisation, or the instant itself. */
function startOf(timeZone: string, moment: string): RawBuilder<string> {
  return isDay(moment)
    ? sql<string>`(${moment}::date::timestamp at time zone ${timeZone})`
    : sql<string>`${moment}::timestamptz`;
}

/** The first moment after a day, or after the millisecond that an instant names. */
function endOf(timeZone: string, moment: string): RawBuilder<string> {
  return isDay(moment)
    ? sql<string>`((${moment}::date + 1)::timestamp at time zone ${timeZone})`
    : sql<string>`(${moment}::timestamptz + interval '1 millisecond')`;
}

export interface ContactsOfPartyQuery {
  readonly search?: string | undefined;
  readonly sort?: "companyName" | "-companyName" | "name" | "-name" | "no" | "-no" | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: boolean | undefined;
}

/**
 * The contacts of a party (contacts §6.6): everybody of the linked company, or the linked person alone.
 *
 * @throws NotFound `party_not_found`
 */
export async function listContactsOfParty(
  ctx: Context,
  kind: PartyKind,
  no: string,
  query: ContactsOfPartyQuery,
) {
  const { rows } = await sql<{ contactNo: string | null; type: string | null }>`
    select c.no as "contactNo", c.type
      from parties p
      left join contact_business_relations r on r.party_id = p.id
      left join contacts c on c.id = r.contact_id
     where p.kind = ${kind} and p.no = ${no}`.execute(ctx.db);
  const [found] = rows;
  if (!found) throw partyNotFound(kind, no);
  if (found.contactNo === null) return { items: [], nextCursor: null, ...(query.count && { totalCount: 0 }) };
  const which = found.type === "company" ? { companyNo: [found.contactNo] } : { no: [found.contactNo] };
  return listContacts(ctx, { ...query, ...which });
}
