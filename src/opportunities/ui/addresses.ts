import { stringifySearch } from "#web/url-state.ts";

export const opportunitiesPath = "/opportunities";

export function opportunityHref(no: string): string {
  return `${opportunitiesPath}/${encodeURIComponent(no)}`;
}

/** The list with filters set, such as `{ contactCompanyNo: "CT000012", closed: "false" }`. */
export function opportunityListHref(filters: Readonly<Record<string, string>>): string {
  return `${opportunitiesPath}${stringifySearch(filters)}`;
}
