import { stringifySearch } from "#web/url-state.ts";

export const duplicatesPath = "/duplicates";

/** Where one changes what companies are compared by. */
export const searchStringsPath = "/setup/duplicate-search-strings";

/** The list with filters set; what is open unless said. */
export function duplicatesHref(filters: Readonly<Record<string, string | undefined>> = {}): string {
  return `${duplicatesPath}${stringifySearch({ separate: "false", ...filters })}`;
}

/** A pair side by side. */
export function pairHref(pair: { readonly contactNo: string; readonly duplicateNo: string }): string {
  return `${duplicatesPath}/${encodeURIComponent(pair.contactNo)}/${encodeURIComponent(pair.duplicateNo)}`;
}
