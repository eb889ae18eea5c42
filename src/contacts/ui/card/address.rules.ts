import type { Contact } from "#contacts/contacts.contract.ts";

/** A postal address to read and to look up. Pure. */

type Address = Pick<Contact, "address" | "address2" | "postCode" | "city" | "county" | "countryCode">;

/** The lines of an address; the country as its code, blank parts left out. */
export function addressLines(address: Address): readonly string[] {
  const place = [address.postCode, address.city].filter((part) => part !== null).join(" ");
  const region = [address.county, address.countryCode].filter((part) => part !== null).join(", ");
  const hasPlace = [address.address, address.address2, place].some((line) => line !== null && line !== "");
  const lines = [address.address, address.address2, place, hasPlace ? region : ""];
  return lines.filter((line): line is string => line !== null && line !== "");
}

/** The address on a map of OpenStreetMap. */
export function mapHref(lines: readonly string[]): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(", "))}`;
}
