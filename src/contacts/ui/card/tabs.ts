import type { Contact } from "#contacts/contacts.contract.ts";
import type { Right } from "#users/rights.rules.ts";
import type { SearchValues } from "#web/url-state.ts";
import { type ContactSection, type SectionTab, sectionTabs } from "../card-parts.ts";

/** The parts of a contact's card, in the order of the tabs (contacts §12). */
export const cardTabs = ["overview", ...sectionTabs, "changes"] as const;
export type CardTab = (typeof cardTabs)[number];

/** Tabs that have something to show even without sections of others. */
const ownTabs: readonly CardTab[] = ["overview", "details", "changes"];

/** The sections that the reader may see of this contact. */
export function sectionsOf(
  sections: readonly ContactSection[],
  contact: Contact,
  may: (right: Right | undefined) => boolean,
): readonly ContactSection[] {
  return sections.filter(({ right, suits }) => may(right) && (suits?.(contact) ?? true));
}

/** The tabs worth a click: none without a section. */
export function tabsOf(sections: readonly Pick<ContactSection, "tab">[]): readonly CardTab[] {
  const filled = new Set<string>(sections.map(({ tab }) => tab));
  return cardTabs.filter((tab) => ownTabs.includes(tab) || filled.has(tab));
}

/** The tab the address line names; the first one unless it names one of those that are there. */
export function tabOf(search: SearchValues, tabs: readonly CardTab[]): CardTab {
  return tabs.find((tab) => tab === search.tab) ?? "overview";
}

export function isSectionTab(tab: CardTab): tab is SectionTab {
  return (sectionTabs as readonly string[]).includes(tab);
}
