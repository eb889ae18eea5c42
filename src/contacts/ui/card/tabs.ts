import type { SearchValues } from "#web/url-state.ts";

/** The parts of a contact's card; the first one is shown unless the address says another. */
export const cardTabs = ["overview", "details", "changes"] as const;
export type CardTab = (typeof cardTabs)[number];

/** The part the address line names. */
export function tabOf(search: SearchValues): CardTab {
  return cardTabs.find((tab) => tab === search.tab) ?? "overview";
}
