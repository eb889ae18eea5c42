import { type RawBuilder, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { findDetailed } from "../detailed-contact.ts";
import { addressColumns, addressFields } from "./address-fields.ts";
import type { AddressRange, AlternativeAddress } from "./addresses.contract.ts";

/** The code of the alternative address of a contact that counts on a day: `activeAltAddress` of the rules as SQL. */
export function activeOn(
  contactId: RawBuilder<unknown>,
  date: string | RawBuilder<unknown>,
): RawBuilder<string | null> {
  return sql<string | null>`
    (select r.code from contact_alternative_address_ranges r
      where r.contact_id = ${contactId} and r.starting_date <= ${date}::date
        and (r.ending_date is null or r.ending_date >= ${date}::date)
      order by r.starting_date desc limit 1)`;
}

/** R-ALT on a change of date: `rederiveAltAddress` of the rules as SQL. */
export function rederivedOn(
  contactId: RawBuilder<unknown>,
  current: RawBuilder<unknown>,
  oldDate: RawBuilder<unknown>,
  newDate: string,
): RawBuilder<string | null> {
  return sql<string | null>`
    case when ${current} is not distinct from ${activeOn(contactId, oldDate)}
         then ${activeOn(contactId, newDate)} else ${current} end`;
}

/** Columns of an alternative address `a` by the names of the API. */
export const addressColumnsOf = sql.raw(
  [
    "a.code",
    ...addressFields.map((field) => `a.${addressColumns[field]} as "${field}"`),
    '(select code from countries where id = a.country_id) as "countryCode"',
    'a.version, a.last_modified_at as "lastModifiedAt"',
  ].join(", "),
);

/** @throws NotFound `contact_not_found` */
export async function listAddresses(ctx: Context, no: string): Promise<AlternativeAddress[]> {
  const contact = await findDetailed(ctx.db, no);
  return readAddresses(ctx, contact.id, sql`true`);
}

/** @throws NotFound `contact_not_found`, `not_found` */
export async function getAddress(ctx: Context, no: string, code: string): Promise<AlternativeAddress> {
  const contact = await findDetailed(ctx.db, no);
  return readAddress(ctx, contact.id, code);
}

/** @throws NotFound `not_found` */
export async function readAddress(
  ctx: Context,
  contactId: number,
  code: string,
): Promise<AlternativeAddress> {
  const [address] = await readAddresses(ctx, contactId, sql`a.code = ${code}`);
  if (!address) throw addressNotFound(code);
  return address;
}

async function readAddresses(ctx: Context, contactId: number, condition: RawBuilder<unknown>) {
  const today = localMoment(ctx.now, ctx.timeZone).date;
  const { rows } = await sql<AlternativeAddress>`
    select ${addressColumnsOf}, a.code is not distinct from ${activeOn(sql`a.contact_id`, today)} as active
      from contact_alternative_addresses a
     where a.contact_id = ${contactId} and ${condition} order by a.code`.execute(ctx.db);
  return rows;
}

export function addressNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [
    { path: "code", code: "not_found", values: { key: code } },
  ]);
}

/** Columns of a range. */
export const rangeColumns = sql`
  starting_date as "startingDate", ending_date as "endingDate", code as "altAddressCode", version,
  last_modified_at as "lastModifiedAt"`;

/** @throws NotFound `contact_not_found` */
export async function listRanges(db: Db, no: string): Promise<AddressRange[]> {
  const contact = await findDetailed(db, no);
  const { rows } = await sql<AddressRange>`
    select ${rangeColumns} from contact_alternative_address_ranges
     where contact_id = ${contact.id} order by starting_date`.execute(db);
  return rows;
}
