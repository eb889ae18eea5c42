import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { SortColumn } from "#platform/http/lists.ts";
import type { ReferenceList } from "../references.ts";
import type { AnySetupList } from "./define-setup-list.contract.ts";

/** A row of any set-up list: the columns every one has, and those of its own. */
export interface SetupRow {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly last_modified_at: string;
  readonly [column: string]: unknown;
}

/** An item as the API shows it. */
export interface SetupItem {
  readonly code: string;
  readonly version: number;
  readonly lastModifiedAt: string;
  readonly [field: string]: unknown;
}

/** The table behind a list: `mailing-groups` are in `mailing_groups`. */
export function tableOf(list: Pick<AnySetupList, "resource">): ReferenceList {
  return list.resource.replaceAll("-", "_") as ReferenceList;
}

/** The column behind a field: `isoCode` is in `iso_code`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What is read of a row. */
export function columnsOf(list: AnySetupList): RawBuilder<unknown> {
  const columns = ["id", "code", ...Object.keys(list.fields).map(columnOf), "version", "last_modified_at"];
  const own = columns.map((column) => sql.ref(column));
  return sql.join([
    ...own,
    ...(list.countsContacts ? [contactsOf(list)] : []),
    ...(list.countsOpportunities ? [opportunitiesOf(list)] : []),
  ]);
}

/** How many contacts have the row: an index answers it. */
function contactsOf(list: AnySetupList): RawBuilder<unknown> {
  const table = tableOf(list);
  const column = `${columnOf(list.singular).slice(1)}_id`;
  return sql`
    (select count(*) from ${sql.table(`contact_${table}`)} m
      where m.${sql.ref(column)} = ${sql.table(table)}.id) as no_of_contacts`;
}

/** How many entries of opportunities name the row: an index answers it. */
function opportunitiesOf(list: AnySetupList): RawBuilder<unknown> {
  const column = `${columnOf(list.singular).slice(1)}_id`;
  return sql`
    (select count(*) from opportunity_entries e
      where e.${sql.ref(column)} = ${sql.table(tableOf(list))}.id) as no_of_opportunities`;
}

export function presentSetupItem(list: AnySetupList, row: SetupRow): SetupItem {
  return {
    code: row.code,
    ...Object.fromEntries(Object.keys(list.fields).map((field) => [field, row[columnOf(field)]])),
    ...(list.countsContacts && { noOfContacts: row.no_of_contacts }),
    ...(list.countsOpportunities && { noOfOpportunities: row.no_of_opportunities }),
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

export interface SetupListQuery {
  readonly limit?: number;
  readonly cursor?: string;
  readonly count?: boolean;
  readonly sort?: string;
  readonly search?: string;
  readonly code?: readonly string[];
  /** Filters of the list's own fields. */
  readonly [field: string]: unknown;
}

/** One page of a list. */
export function listSetupItems(db: Db, list: AnySetupList, query: SetupListQuery) {
  const code: SortColumn = { expression: sql.ref("code"), type: "text" };
  const label: SortColumn = {
    expression: sql`coalesce(${sql.ref(list.label)}, '')`,
    type: "text",
    collation: "fi-x-icu",
  };
  const source = {
    columns: columnsOf(list),
    from: sql.table(tableOf(list)),
    where: matching(list, query),
    orders: { code: [code], [list.label]: [label, code] },
    defaultSort: "code",
  } as const;
  return fetchPage(db, source, query, (row: SetupRow) => presentSetupItem(list, row));
}

function matching(list: AnySetupList, query: SetupListQuery): RawBuilder<SqlBool> {
  const text = sql`code || ' ' || coalesce(${sql.ref(list.label)}, '')`;
  const conditions = [containsWords(text, query.search)];
  if (query.code) conditions.push(sql<SqlBool>`code = any(${query.code}::text[])`);
  for (const [field, { isFilter }] of Object.entries(list.fields)) {
    const wanted = query[field];
    if (isFilter && wanted)
      conditions.push(sql<SqlBool>`upper(${sql.ref(columnOf(field))}::text) = any(${wanted}::text[])`);
  }
  return allOf(conditions);
}

/** @throws NotFound `not_found` */
export async function getSetupItem(db: Db, list: AnySetupList, code: string): Promise<SetupItem> {
  const { rows } = await sql<SetupRow>`
    select ${columnsOf(list)} from ${sql.table(tableOf(list))} where code = ${code}`.execute(db);
  if (!rows[0]) throw codeNotFound(code);
  return presentSetupItem(list, rows[0]);
}

/** 404: there is no row with this code. */
export function codeNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [
    { path: "code", code: "not_found", values: { key: code } },
  ]);
}
