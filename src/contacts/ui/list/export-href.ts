import { queryString } from "#web/api-client.ts";
import { parseSearch } from "#web/url-state.ts";

/** Address of the file with the contacts that the filters (`?…` or empty) show. */
export function contactsExportHref(format: "csv" | "xlsx" | "vcard", filters: string): string {
  return `/api/v1/exports/contacts${queryString({ format, ...parseSearch(filters) })}`;
}
