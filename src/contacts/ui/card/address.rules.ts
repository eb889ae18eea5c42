import type { Contact } from "#contacts/contacts.contract.ts";

/** A postal address to read and to look up. Pure. */

type Address = Pick<Contact, "address" | "address2" | "postCode" | "city" | "county" | "countryCode">;

/** The lines of an address, the country in the reader's words; blank parts are left out. */
export function addressLines(address: Address, nameOf: (countryCode: string) => string): readonly string[] {
  const place = [address.postCode, address.city].filter((part) => part !== null).join(" ");
  const region = [address.county, address.countryCode && nameOf(address.countryCode)]
    .filter((part) => part !== null)
    .join(", ");
  const hasPlace = [address.address, address.address2, place].some((line) => line !== null && line !== "");
  const lines = [address.address, address.address2, place, hasPlace ? region : ""];
  return lines.filter((line): line is string => line !== null && line !== "");
}

/** What a language calls a country; a code that is not of ISO 3166 stays as it is. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/u.test(code)) return code;
  return new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(code) ?? code;
}

/** The address on a map of OpenStreetMap. */
export function mapHref(lines: readonly string[]): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(", "))}`;
}
