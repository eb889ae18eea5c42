import { stringifySearch } from "#web/url-state.ts";

export const tasksPath = "/tasks";

export function taskHref(no: string): string {
  return `${tasksPath}/${encodeURIComponent(no)}`;
}

/** The list with filters set, such as `{ contactNo: "CT000012", closed: "false" }`. */
export function taskListHref(filters: Readonly<Record<string, string>>): string {
  return `${tasksPath}${stringifySearch(filters)}`;
}
