import { stringifySearch } from "#web/url-state.ts";

export const contactsPath = "/contacts";

/** The list with filters set, such as `{ type: "company" }`. */
export function contactListHref(filters: Readonly<Record<string, string | undefined>> = {}): string {
  return `${contactsPath}${stringifySearch(filters)}`;
}

/** A contact's card. */
export function contactHref(no: string): string {
  return `${contactsPath}/${encodeURIComponent(no)}`;
}
