import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { allOf, countRows } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { planPage, type SortOrders } from "#platform/http/lists.ts";
import { findContactIdsByNo } from "../find-contacts.queries.ts";
import { findMeantWords, holdsWords, searchWords } from "../search-contacts.ts";
import type { DuplicatePair } from "./duplicate-pair.contract.ts";
import type { listDuplicates } from "./duplicates.contract.ts";

export interface PairRow {
  readonly contact_id: number;
  readonly duplicate_id: number;
  readonly indexed_id: number;
  readonly hits: number;
  readonly separate: boolean;
  readonly found_at: string;
}

const pairColumns = sql`d.contact_id, d.duplicate_id, d.indexed_id, d.hits, d.separate, d.found_at`;

const key = [
  { expression: sql`d.contact_id`, type: "bigint" },
  { expression: sql`d.duplicate_id`, type: "bigint" },
] as const;
const orders: SortOrders<"hits" | "foundAt"> = {
  hits: [{ expression: sql`d.hits`, type: "integer" }, ...key],
  foundAt: [{ expression: sql`d.found_at`, type: "timestamptz" }, ...key],
};

export type DuplicateQuery = Output<NonNullable<(typeof listDuplicates)["query"]>>;

/** A page of pairs: found first, its contacts named by a second statement (SCALE, rule 9). */
export async function listDuplicatePairs(
  { db }: Pick<Context, "db">,
  query: DuplicateQuery,
): Promise<Output<NonNullable<(typeof listDuplicates)["result"]>>> {
  const page = planPage(orders, query, "-hits");
  const where = allOf(await conditions(db, query));
  const { rows } = await sql<PairRow & { sort_values: unknown }>`
    select ${pairColumns}, ${page.sortValues} as sort_values from contact_duplicates d
     where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(db);
  const finished = page.finish(rows);
  return {
    items: finished.rows.flatMap(await presenterOf(db, finished.rows)),
    nextCursor: finished.nextCursor,
    ...(query.count && (await countRows(db, sql`contact_duplicates d`, where))),
  };
}

async function conditions(db: Db, query: DuplicateQuery): Promise<RawBuilder<SqlBool>[]> {
  const { contactNo, hitsFrom, hitsTo, separate } = query;
  const all: (RawBuilder<SqlBool> | undefined)[] = [
    separate === undefined ? undefined : sql<SqlBool>`d.separate = ${separate}`,
    hitsFrom === undefined ? undefined : sql<SqlBool>`d.hits >= ${hitsFrom}`,
    hitsTo === undefined ? undefined : sql<SqlBool>`d.hits <= ${hitsTo}`,
  ];
  if (contactNo !== undefined) {
    const ids = [...(await findContactIdsByNo(db, contactNo)).values()].map(({ id }) => id);
    all.push(sql<SqlBool>`(d.contact_id = any(${ids}::bigint[]) or d.duplicate_id = any(${ids}::bigint[]))`);
  }
  const words = searchWords(query.search ?? "");
  if (words.length > 0) {
    const holds = holdsWords(words, await findMeantWords(db, words));
    all.push(
      sql<SqlBool>`exists (select from contacts c where c.id in (d.contact_id, d.duplicate_id) and ${holds})`,
    );
  }
  return all.filter((condition) => condition !== undefined);
}

/** The most alike open pairs of contacts, on either side; contacts without any are left out. */
export async function openPairsOf(
  db: Db,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DuplicatePair[]>> {
  const { rows } = await sql<PairRow & { of: number }>`
    select w.id as "of", d.*
      from unnest(${contactIds}::bigint[]) as w(id)
     cross join lateral (
       select ${pairColumns} from contact_duplicates d where d.contact_id = w.id and not d.separate
        union all
       select ${pairColumns} from contact_duplicates d where d.duplicate_id = w.id and not d.separate
        order by hits desc, contact_id, duplicate_id limit ${mostInAnswers}) d`.execute(db);
  const present = await presenterOf(db, rows);
  const byContact = new Map<number, DuplicatePair[]>();
  for (const row of rows) byContact.set(row.of, [...(byContact.get(row.of) ?? []), ...present(row)]);
  return byContact;
}

/** So many pairs of one contact come with the answer of writing it. */
const mostInAnswers = 50;

/** What a pair shows of its companies. */
export interface PairSide {
  readonly id: number;
  readonly no: string;
  readonly name: string | null;
  readonly city: string | null;
}

/** Presents pairs with the names of their companies, read in one statement; none where one was just deleted. */
async function presenterOf(db: Db, rows: readonly PairRow[]): Promise<(row: PairRow) => DuplicatePair[]> {
  if (rows.length === 0) return () => [];
  const ids = [...new Set(rows.flatMap(({ contact_id, duplicate_id }) => [contact_id, duplicate_id]))];
  const sides = await sql<PairSide>`
    select id, no, name, city from contacts where id = any(${ids}::bigint[])`.execute(db);
  const byId = new Map(sides.rows.map((side) => [side.id, side]));
  return (row) => {
    const { contact, duplicate } = sidesOf(row, byId);
    return contact && duplicate ? [presentPair(row, contact, duplicate)] : [];
  };
}

/** The company that was indexed last comes first. */
export function sidesOf<T>(
  { contact_id, duplicate_id, indexed_id }: PairRow,
  byId: ReadonlyMap<number, T>,
): { contact: T | undefined; duplicate: T | undefined } {
  const other = indexed_id === contact_id ? duplicate_id : contact_id;
  return { contact: byId.get(indexed_id), duplicate: byId.get(other) };
}

export function presentPair(row: PairRow, contact: PairSide, duplicate: PairSide): DuplicatePair {
  return {
    contactNo: contact.no,
    contactName: contact.name,
    contactCity: contact.city,
    duplicateNo: duplicate.no,
    duplicateName: duplicate.name,
    duplicateCity: duplicate.city,
    hits: row.hits,
    separate: row.separate,
    foundAt: new Date(row.found_at).toISOString(),
  };
}

/** The pair of two numbers, in either order. @throws NotFound `duplicate_pair_not_found` */
export async function findPair(db: Db, contactNo: string, duplicateNo: string): Promise<PairRow> {
  const { rows } = await sql<PairRow>`
    select ${pairColumns}
      from contact_numbers one cross join contact_numbers other
      join contact_duplicates d on d.contact_id = greatest(one.contact_id, other.contact_id)
       and d.duplicate_id = least(one.contact_id, other.contact_id)
     where one.no = ${contactNo} and other.no = ${duplicateNo}`.execute(db);
  if (!rows[0]) throw pairNotFound(contactNo, duplicateNo);
  return rows[0];
}

/** The same, as it leaves the program. @throws NotFound `duplicate_pair_not_found` */
export async function getPair(db: Db, contactNo: string, duplicateNo: string): Promise<DuplicatePair> {
  const row = await findPair(db, contactNo, duplicateNo);
  const [pair] = (await presenterOf(db, [row]))(row);
  if (!pair) throw pairNotFound(contactNo, duplicateNo);
  return pair;
}

export function pairNotFound(contactNo: string, duplicateNo: string): NotFound {
  return new NotFound("duplicate_pair_not_found", { contactNo, duplicateNo });
}
