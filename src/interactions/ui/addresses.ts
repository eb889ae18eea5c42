import { stringifySearch } from "#web/url-state.ts";

export const logPath = "/interactions";
export const templatesPath = "/interaction-templates";
export const groupsPath = "/interaction-groups";
export const postponedPath = "/postponed-interactions";
export const templateSetupPath = "/setup/interaction-templates";

/** The log with filters set, such as `{ contactNo: "CT000012", dateFrom: "2026-11-01" }`. */
export function logHref(filters: Readonly<Record<string, string | undefined>>): string {
  return `${logPath}${stringifySearch(filters)}`;
}

/** The parameter of the address line that names the entry opened at the side. */
export const entryParameter = "entry";

/** An entry, opened at the side of the log. */
export function entryHref(entryNo: number): string {
  return logHref({ [entryParameter]: String(entryNo) });
}

export function contactHref(no: string): string {
  return `/contacts/${encodeURIComponent(no)}`;
}

export function templateHref(code: string): string {
  return `${templatesPath}/${encodeURIComponent(code)}`;
}
