import { type ContactHit, listContacts, lookupContacts } from "#contacts/contacts.contract.ts";
import { call } from "#web/api-client.ts";
import { type LookupOption, type LookupSource, lookupLimit, lookupOf } from "#web/fields/lookup.ts";

/** Where every field that takes a contact finds it: what is typed most likely means the first (contacts §11). */

type Shown = Pick<ContactHit, "no" | "name" | "companyName" | "type" | "city" | "image">;

/** A contact among others: its company and place tell it from those of the same name. */
export function contactOption({ no, name, companyName, type, city, image }: Shown): LookupOption {
  const place = [type === "person" ? companyName : null, city].filter((part) => part !== null && part !== "");
  return { value: no, label: name ?? no, description: place.join(" · "), image };
}

/** The contacts that a few letters most likely mean; without any, those of the latest interactions. */
export const contactSource: LookupSource = {
  key: ["contacts", "lookup", "all"],
  takesOnlyOne: true,
  search: (words, signal) => find(words, {}, signal),
  find: lookupOf(listContacts, { option: contactOption }).find,
};

export const companySource = sourceOf("company");
export const personSource = sourceOf("person");

/** Contacts of one type; without any letters the first by name. */
function sourceOf(type: "company" | "person"): LookupSource {
  const listed = lookupOf(listContacts, { query: { type }, option: contactOption });
  return {
    ...listed,
    takesOnlyOne: true,
    search: (words, signal) => (words === "" ? listed.search("", signal) : find(words, { type }, signal)),
  };
}

async function find(
  words: string,
  query: { readonly type?: "company" | "person" },
  signal: AbortSignal,
): Promise<readonly LookupOption[]> {
  const search = words === "" ? {} : { search: words };
  const { items } = await call(lookupContacts, {
    query: { ...query, ...search, limit: String(lookupLimit) },
    signal,
  });
  return items.map(contactOption);
}
