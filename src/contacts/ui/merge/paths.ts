import { stringifySearch } from "#web/url-state.ts";
import { contactHref } from "../addresses.ts";

/** Where a contact is merged with another one, its duplicate; which, is chosen there unless said. */
export function mergeHref(no: string, duplicateNo?: string): string {
  return `${contactHref(no)}/merge${stringifySearch({ duplicateNo })}`;
}
