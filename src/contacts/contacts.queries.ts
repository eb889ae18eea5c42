import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { cappedCount, countCap, planPage, type SortOrders } from "#platform/http/lists.ts";
import { contactMerged, contactNotFound } from "./contact-errors.ts";
import {
  flagColumns,
  flagFields,
  plainColumns,
  plainFields,
  referenceColumns,
  referenceFields,
} from "./contact-fields.ts";
import type { Contact, contactSorts, listContacts as contract } from "./contacts.contract.ts";
import { isMember } from "./details/memberships/membership-filters.ts";
import { findContactNumbers } from "./find-contacts.queries.ts";
import { holdsAnswer } from "./holds-answer.ts";
import { imageNoColumn } from "./image/image.queries.ts";
import { imageAddress } from "./image/image.rules.ts";
import { hasOpenOpportunities } from "./open-opportunities.queries.ts";
import { findMeantWords, holdsText, holdsWords, searchWords } from "./search-contacts.ts";

type ContactRow = Omit<Contact, "companyNo" | "image"> & {
  readonly companyId: number | null;
  readonly imageNo: number | null;
};

/** Columns of a contact `c` by the names of the API; small tables are looked into for the rows of the page only. */
const contactColumns = sql.raw(
  [
    'c.no, c.type, c.company_id as "companyId", c.correspondence_type as "correspondenceType"',
    'c.business_relation as "businessRelation", c.version, c.erased_at as "erasedAt", c.last_modified_at as "lastModifiedAt"',
    '(select code from number_series where id = c.no_series_id) as "noSeries"',
    imageNoColumn,
    '(select name from salespeople where id = c.salesperson_id) as "salespersonName"',
    ...plainFields.map((field) => `c.${plainColumns[field]} as "${field}"`),
    ...flagFields.map((flag) => `c.${flagColumns[flag]} as "${flag}"`),
    ...referenceFields.map((field) => {
      const { list, column } = referenceColumns[field];
      return `(select code from ${list} where id = c.${column}) as "${field}"`;
    }),
  ].join(", "),
);

/** One contact by number. @throws NotFound `contact_not_found`, `contact_merged` */
export async function getContact(db: Db, no: string): Promise<Contact> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no}`.execute(db);
  const [contact] = await presentRows(db, rows);
  if (!contact) throw contactNotFound(no);
  if (contact.no !== no) throw contactMerged(no, contact.no);
  return contact;
}

/** Companies are named by one statement for the whole page (SCALE, rule 9). */
async function presentRows(db: Db, rows: readonly ContactRow[]): Promise<Contact[]> {
  const companyIds = rows.flatMap(({ type, companyId }) =>
    type === "person" && companyId !== null ? [companyId] : [],
  );
  const numbers = await findContactNumbers(db, companyIds);
  return rows.map(({ companyId, imageNo, ...contact }) => ({
    ...contact,
    image: imageAddress(contact.no, imageNo),
    companyNo: contact.type === "company" ? contact.no : (numbers.get(companyId ?? 0) ?? null),
  }));
}

const finnish = "fi-x-icu";
const id = { expression: sql`c.id`, type: "bigint" } as const;
const name = { expression: sql`coalesce(c.name, '')`, type: "text", collation: finnish } as const;

const orders: SortOrders<(typeof contactSorts)[number]> = {
  companyName: [
    { expression: sql`coalesce(c.company_name, '')`, type: "text", collation: finnish },
    { expression: sql`coalesce(c.company_id, 0)`, type: "bigint" },
    // "company" comes before "person".
    { expression: sql`c.type`, type: "text" },
    name,
    id,
  ],
  name: [name, id],
  no: [{ expression: sql`c.no`, type: "text", collation: "C" }],
  city: [{ expression: sql`coalesce(c.city, '')`, type: "text", collation: finnish }, id],
  lastModifiedAt: [{ expression: sql`c.last_modified_at`, type: "timestamptz" }, id],
};

export type ContactQuery = Output<NonNullable<(typeof contract)["query"]>>;

/** A page of contacts: found and sorted first, so that only its rows are looked up in the small tables. */
export async function listContacts(
  ctx: Context,
  query: ContactQuery,
): Promise<Output<NonNullable<(typeof contract)["result"]>>> {
  const page = planPage(orders, query, "companyName");
  const where = sql.join(
    [
      await matchesSearch(ctx.db, query.search ?? ""),
      ...contactConditions(ctx, query),
      ...(await isMember(ctx.db, query)),
      ...(query.profileAnswer ? [await holdsAnswer(ctx.db, query.profileAnswer)] : []),
    ],
    sql` and `,
  );
  const { rows } = await sql<ContactRow & { sort_values: unknown }>`
    select ${contactColumns}, ${page.sortValues} as sort_values
      from (select c.* from contacts c where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}) c
     order by ${page.orderBy}`.execute(ctx.db);
  const finished = page.finish(rows);
  return {
    items: await presentRows(ctx.db, finished.rows),
    nextCursor: finished.nextCursor,
    ...(query.count && (await countContacts(ctx, where))),
  };
}

async function matchesSearch(db: Db, search: string): Promise<RawBuilder<SqlBool>> {
  const words = searchWords(search);
  return holdsWords(words, await findMeantWords(db, words));
}

async function countContacts(ctx: Context, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ counted: number }>`
    select count(*) as counted from (select from contacts c where ${where} limit ${countCap + 1}) capped`.execute(
    ctx.db,
  );
  return cappedCount(rows[0]!.counted);
}

/** The conditions of the filters; codes that do not exist match nothing. */
export function contactConditions(ctx: Context, query: ContactQuery): RawBuilder<SqlBool>[] {
  const all: (RawBuilder<SqlBool> | undefined | false)[] = [
    // As the index has it: by the language's own order it would read all contacts.
    query.no && sql<SqlBool>`c.no collate "C" = any(${query.no}::text[])`,
    query.type && isOneOf("type", query.type),
    query.companyNo && isOfCompany(query.companyNo),
    query.salespersonCode && hasCode("salespersonCode", query.salespersonCode),
    query.territoryCode && hasCode("territoryCode", query.territoryCode),
    query.countryCode && hasCode("countryCode", query.countryCode),
    query.languageCode && hasCode("languageCode", query.languageCode),
    query.correspondenceType && isOneOf("correspondence_type", query.correspondenceType),
    query.postCode && isWritten("post_code", query.postCode),
    query.city && isWritten("city", query.city),
    query.externalId && isOneOf("external_id", query.externalId),
    query.email && hasAddress(query.email),
    query.businessRelation && isOneOf("business_relation", query.businessRelation),
    query.hasOpenOpportunities !== undefined && hasOpenOpportunities(query.hasOpenOpportunities),
    query.hasCompany !== undefined && sql<SqlBool>`(c.company_id is not null) = ${query.hasCompany}`,
    query.privacyBlocked !== undefined && sql<SqlBool>`c.privacy_blocked = ${query.privacyBlocked}`,
    query.lastModifiedFrom !== undefined &&
      sql<SqlBool>`c.last_modified_at >= ${startOf(ctx, query.lastModifiedFrom)}`,
    query.lastModifiedTo !== undefined &&
      sql<SqlBool>`c.last_modified_at < ${endOf(ctx, query.lastModifiedTo)}`,
  ];
  return all.filter((condition) => condition !== undefined && condition !== false);
}

function isOneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`c.${column}`)} = any(${values}::text[])`;
}

function hasCode(field: keyof typeof referenceColumns, codes: readonly string[]): RawBuilder<SqlBool> {
  const { list, column } = referenceColumns[field];
  return sql<SqlBool>`${sql.ref(`c.${column}`)} = any(array(select id from ${sql.table(list)} where code = any(${codes}::text[])))`;
}

/** The company itself and its people. */
function isOfCompany(nos: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`c.company_id = any(array(select contact_id from contact_numbers where no = any(${nos}::text[])))`;
}

/** Equal but for capitals; what is searched holds the value too, and has the index. */
function isWritten(column: "city" | "post_code", values: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${holdsAny(values)} and upper(${sql.ref(`c.${column}`)}) = any(${values}::text[]))`;
}

/** One of the addresses of either e-mail field. */
function hasAddress(addresses: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${holdsAny(addresses)} and
    (string_to_array(replace(c.search_email, ' ', ''), ';') && ${addresses}::text[] or upper(c.email2) = any(${addresses}::text[])))`;
}

function holdsAny(values: readonly string[]): RawBuilder<SqlBool> {
  if (values.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(${sql.join(values.map(holdsText), sql` or `)})`;
}

const isDay = (moment: string) => /^\d{4}-\d\d-\d\d$/.test(moment);

/** The first moment of a day of the organisation, or the instant itself. */
function startOf({ timeZone }: Context, moment: string): RawBuilder<string> {
  return isDay(moment)
    ? sql<string>`(${moment}::date::timestamp at time zone ${timeZone})`
    : sql<string>`${moment}::timestamptz`;
}

/** The first moment after a day, or after the millisecond that an instant names: answers show no finer ones. */
function endOf({ timeZone }: Context, moment: string): RawBuilder<string> {
  return isDay(moment)
    ? sql<string>`((${moment}::date + 1)::timestamp at time zone ${timeZone})`
    : sql<string>`(${moment}::timestamptz + interval '1 millisecond')`;
}
