import { type RawBuilder, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { contactNotFound } from "../../contact-errors.ts";
import type { PostalAddress } from "./addresses.contract.ts";
import { activeOn, addressNotFound } from "./addresses.queries.ts";
import {
  type AddressFormat,
  choosePostalAddress,
  envelopeLines,
  type PostalFacts,
} from "./postal-address.rules.ts";

interface CountryRow {
  readonly code: string;
  readonly name: string | null;
  readonly format: AddressFormat;
}

interface Facts extends PostalFacts {
  readonly countries: readonly CountryRow[] | null;
  readonly ownCountryCode: string | null;
}

const placeOf = (row: string) =>
  sql.raw(`'address', ${row}.address, 'address2', ${row}.address2, 'postCode', ${row}.post_code, 'city', ${row}.city,
    'county', ${row}.county, 'countryCode', (select code from countries where id = ${row}.country_id)`);

/** The alternative address of a contact with the code that an expression gives. */
function alternativeOf(contactId: RawBuilder<unknown>, code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    (select jsonb_build_object('code', a.code, 'companyName', a.company_name, 'companyName2', a.company_name2, ${placeOf("a")})
       from contact_alternative_addresses a where a.contact_id = ${contactId} and a.code = ${code})`;
}

/**
 * Where a letter to a contact goes. `altAddressCode`: that of an interaction or segment line, `null` where it has none;
 * `undefined` without such a record.
 *
 * @throws NotFound `contact_not_found`, `not_found` (no such alternative address)
 */
export async function getPostalAddress(
  ctx: Context,
  no: string,
  {
    date,
    altAddressCode,
  }: { readonly date?: string | undefined; readonly altAddressCode?: string | null | undefined },
): Promise<PostalAddress> {
  const day = date ?? localMoment(ctx.now, ctx.timeZone).date;
  const code = altAddressCode === undefined ? activeOn(sql`c.id`, day) : sql`${altAddressCode}::text`;
  const { rows } = await sql<Facts>`
    select jsonb_build_object('name', c.name, 'name2', c.name2, ${placeOf("c")}) as contact,
           ${alternativeOf(sql`c.id`, code)} as alternative,
           case when k.id is not null then jsonb_build_object('name', k.name, 'name2', k.name2, ${placeOf("k")},
             'alternative', ${alternativeOf(sql`k.id`, activeOn(sql`k.id`, day))}) end as company,
           m.inherit_address as "inheritAddress",
           (select code from countries where id = i.country_id) as "ownCountryCode",
           (select jsonb_agg(jsonb_build_object('code', code, 'name', name, 'format', address_format))
              from countries where id in (c.country_id, k.country_id)
                 or id in (select country_id from contact_alternative_addresses where contact_id in (c.id, k.id))) as countries
      from contact_numbers n join contacts c on c.id = n.contact_id
      left join contacts k on c.type = 'person' and k.id = c.company_id
     cross join marketing_setup m cross join company_information i
     where n.no = ${no}`.execute(ctx.db);
  const [facts] = rows;
  if (!facts) throw contactNotFound(no);
  if (altAddressCode && facts.alternative === null) throw addressNotFound(altAddressCode);
  return present(facts);
}

function present({ countries, ownCountryCode, ...facts }: Facts): PostalAddress {
  const choice = choosePostalAddress(facts);
  const country = (countries ?? []).find(({ code }) => code === choice.countryCode) ?? null;
  const isAbroad = country !== null && country.code !== ownCountryCode;
  const lines = envelopeLines(choice, {
    format: country?.format ?? null,
    country: isAbroad ? (country.name ?? country.code) : null,
  });
  return { ...withoutUnknown(choice), lines: [...lines] };
}

/** The facts hold more than what is answered. */
function withoutUnknown(choice: ReturnType<typeof choosePostalAddress>): Omit<PostalAddress, "lines"> {
  const { source, altAddressCode, companyName, companyName2, name, name2 } = choice;
  const { address, address2, postCode, city, county, countryCode } = choice;
  const place = { address, address2, postCode, city, county, countryCode };
  return { source, altAddressCode, companyName, companyName2, name, name2, ...place };
}
