import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import type { ReferenceList } from "#setup/index.ts";
import { findDetailed } from "../detailed-contact.ts";
import type { AnyMembership, ContactWebSource, Membership } from "./define-membership.contract.ts";
import { launchUrl } from "./web-source.rules.ts";

/** Where the members of a list are: `contact_mailing_groups.mailing_group_id` names rows of `mailing_groups`. */
export function placeOf({ resource }: Pick<AnyMembership, "resource">) {
  const list = resource.replaceAll("-", "_") as ReferenceList;
  const singular = list.replace(/ies$/, "y").replace(/s$/, "");
  return { list, table: `contact_${list}`, column: `${singular}_id` };
}

type Row = Membership & Partial<ContactWebSource>;

/** Columns of a row `m` of members with its row `l` of the list. */
function columnsOf({ hasSearchWord }: AnyMembership): RawBuilder<unknown> {
  return hasSearchWord
    ? sql`l.code, l.description, l.url, m.search_word as "searchWord", m.version, m.last_modified_at as "lastModifiedAt"`
    : sql`l.code, l.description`;
}

function present({ hasSearchWord }: AnyMembership, row: Row): Membership {
  if (!hasSearchWord) return row;
  const shown = { ...row, launchUrl: launchUrl(row.url ?? null, row.searchWord ?? null) };
  return shown;
}

/**
 * What a contact is a member of, by code.
 *
 * @throws NotFound `contact_not_found`
 */
export async function listMemberships(db: Db, membership: AnyMembership, no: string): Promise<Membership[]> {
  const contact = await findDetailed(db, no);
  const { list, table, column } = placeOf(membership);
  const { rows } = await sql<Row>`
    select ${columnsOf(membership)}
      from ${sql.table(table)} m join ${sql.table(list)} l on l.id = m.${sql.ref(column)}
     where m.contact_id = ${contact.id} order by l.code`.execute(db);
  return rows.map((row) => present(membership, row));
}

/** @throws NotFound `not_found` where the contact is no member */
export async function getMembership(
  db: Db,
  membership: AnyMembership,
  contactId: number,
  code: string,
): Promise<Membership> {
  const { list, table, column } = placeOf(membership);
  const { rows } = await sql<Row>`
    select ${columnsOf(membership)}
      from ${sql.table(table)} m join ${sql.table(list)} l on l.id = m.${sql.ref(column)}
     where m.contact_id = ${contactId} and l.code = ${code}`.execute(db);
  if (!rows[0]) throw memberNotFound(code);
  return present(membership, rows[0]);
}

export function memberNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [
    { path: "code", code: "not_found", values: { key: code } },
  ]);
}
