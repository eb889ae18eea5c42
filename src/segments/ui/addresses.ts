import { stringifySearch } from "#web/url-state.ts";

export const segmentsPath = "/segments";

export function segmentHref(no: string): string {
  return `${segmentsPath}/${encodeURIComponent(no)}`;
}

/** The list, narrowed to the segments of a campaign for instance. */
export function segmentListHref(filters: Readonly<Record<string, string>>): string {
  return `${segmentsPath}${stringifySearch(filters)}`;
}
