import { type Expression, type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ClosedStatus } from "#opportunities/estimates.rules.ts";
import { Invalid } from "#platform/errors.ts";

/** Small tables that other records name by id, each with what is wanted to know of a row besides its id. */
interface DetailsOfList {
  salutations: object;
  organizational_levels: object;
  territories: object;
  currencies: object;
  languages: { readonly locale: string | null };
  countries: { readonly vatFormats: readonly string[] };
  mailing_groups: object;
  industry_groups: object;
  business_relations: object;
  job_responsibilities: object;
  web_sources: object;
  salespeople: { readonly name: string | null; readonly blocked: boolean; readonly privacyBlocked: boolean };
  number_series: { readonly allowAutomatic: boolean; readonly allowManual: boolean };
  interaction_groups: object;
  interaction_templates: object;
  campaign_statuses: object;
  sales_cycles: { readonly blocked: boolean };
  close_opportunity_codes: { readonly type: ClosedStatus };
}

export type ReferenceList = keyof DetailsOfList;

/** A row that a code stands for. */
export type Referred<List extends ReferenceList = ReferenceList> = {
  readonly id: number;
  readonly code: string;
} & DetailsOfList[List];

/** What is read of a row besides id and code, as JSON. */
const details: Partial<Record<ReferenceList, RawBuilder<unknown>>> = {
  languages: sql`jsonb_build_object('locale', locale)`,
  countries: sql`jsonb_build_object('vatFormats', vat_formats)`,
  salespeople: sql`jsonb_build_object('name', name, 'blocked', blocked, 'privacyBlocked', privacy_blocked)`,
  sales_cycles: sql`jsonb_build_object('blocked', blocked)`,
  close_opportunity_codes: sql`jsonb_build_object('type', type)`,
  number_series: sql`jsonb_build_object('allowAutomatic', allow_automatic, 'allowManual', allow_manual)`,
};

/** Rows by code, list by list. */
export type Directory<List extends ReferenceList> = {
  readonly [Name in List]: ReadonlyMap<string, Referred<Name>>;
};

/** The rows that stand behind the codes of several lists, in one statement; unknown codes are left out. */
export async function lookUpCodes<List extends ReferenceList>(
  db: Db,
  codes: { readonly [Name in List]?: readonly string[] },
): Promise<Directory<List>> {
  const lists = Object.keys(codes) as List[];
  const directory = Object.fromEntries(lists.map((list) => [list, new Map()])) as unknown as {
    [Name in List]: Map<string, Referred<Name>>;
  };
  const asked = lists.filter((list) => (codes[list] ?? []).length > 0);
  if (asked.length === 0) return directory;
  const { rows } = await sql<{ list: List; id: number; code: string; details: object | null }>`${sql.join(
    asked.map(
      (list) => sql`
        select ${sql.lit(list)} as list, id, code, ${details[list] ?? sql`null::jsonb`} as details
          from ${sql.table(list)} where code = any(${[...new Set(codes[list])]}::text[])`,
    ),
    sql` union all `,
  )}`.execute(db);
  for (const { list, id, code, details: more } of rows) {
    directory[list].set(code, { id, code, ...more } as Referred<List>);
  }
  return directory;
}

/** Which list each field of a record refers to, such as `{ countryCode: "countries" }`. */
export type ReferenceFields = Readonly<Record<string, ReferenceList>>;

export interface Resolved<Fields extends ReferenceFields> {
  /** By field: the row behind its code; `null` where the code is blank, absent or unknown. */
  readonly rows: { readonly [Field in keyof Fields]: Referred<Fields[Field]> | null };
  /** Fields whose code stands for nothing. */
  readonly notFound: readonly (keyof Fields & string)[];
}

/** The rows behind the codes of one record's fields, in one statement however many lists they belong to. */
export async function resolveReferences<const Fields extends ReferenceFields>(
  db: Db,
  fields: Fields,
  values: { readonly [Field in keyof Fields]?: string | null | undefined },
): Promise<Resolved<Fields>> {
  const names = Object.keys(fields) as (keyof Fields & string)[];
  const codes: Partial<Record<ReferenceList, string[]>> = {};
  for (const name of names) {
    const list: ReferenceList = fields[name]!;
    const code = values[name];
    if (code != null) codes[list] = [...(codes[list] ?? []), code];
  }
  const directory = await lookUpCodes(db, codes);
  const rows: Record<string, Referred | null> = {};
  const notFound: (keyof Fields & string)[] = [];
  for (const name of names) {
    const code = values[name];
    const row = code == null ? null : (directory[fields[name]!].get(code) ?? null);
    if (code != null && row === null) notFound.push(name);
    rows[name] = row;
  }
  return { rows: rows as Resolved<Fields>["rows"], notFound };
}

/** 422 `not_found` at the path of every field that refers to nothing. */
export function refuseUnknownReferences(notFound: readonly string[]): void {
  if (notFound.length === 0) return;
  throw new Invalid(
    "not_found",
    {},
    notFound.map((path) => ({ path, code: "not_found" })),
  );
}

/**
 * The code behind an id, for the columns that a statement returns: `codeOf("countries", "contacts.country_id")`. The
 * cheapest way for one row or one list. A page of many rows with several lists takes `codesOfPage`; joining the lists
 * is the slowest, because every list more multiplies what is to be planned.
 */
export function codeOf(list: ReferenceList, id: string | Expression<unknown>): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select code from ${sql.table(list)} where id = ${typeof id === "string" ? sql.ref(id) : id})`;
}

/** Which list each id column of a row refers to, such as `{ country_id: "countries" }`. */
export type ReferenceColumns<Column extends string> = Readonly<Record<Column, ReferenceList>>;

/**
 * Reads the codes behind all ids of a page in one statement, none where there are none. Answers what gives the code
 * of a row's column: `codeIn(row, "country_id")`.
 */
export async function codesOfPage<Column extends string>(
  db: Db,
  rows: readonly { readonly [Name in Column]: number | null }[],
  columns: ReferenceColumns<Column>,
): Promise<(row: { readonly [Name in Column]: number | null }, column: Column) => string | null> {
  const idsOf = new Map<ReferenceList, Set<number>>();
  for (const [column, list] of Object.entries(columns) as [Column, ReferenceList][]) {
    const ids = idsOf.get(list) ?? new Set();
    for (const row of rows) if (row[column] !== null) ids.add(row[column]);
    if (ids.size > 0) idsOf.set(list, ids);
  }
  const codes = new Map<string, string>();
  if (idsOf.size > 0) {
    const found = await sql<{ list: ReferenceList; id: number; code: string }>`${sql.join(
      [...idsOf].map(
        ([list, ids]) => sql`
          select ${sql.lit(list)} as list, id, code from ${sql.table(list)} where id = any(${[...ids]}::int[])`,
      ),
      sql` union all `,
    )}`.execute(db);
    for (const { list, id, code } of found.rows) codes.set(`${list}:${id}`, code);
  }
  return (row, column) => codes.get(`${columns[column]}:${row[column]}`) ?? null;
}
