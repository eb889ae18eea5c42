import { lookupContacts } from "#contacts/contacts.contract.ts";
import { call } from "#web/api-client.ts";
import type { Ui } from "#web/ui.ts";
import type { PaletteItem } from "#web/ui-module.ts";
import { contactHref } from "./addresses.ts";
import { typeIcons } from "./ContactTypeIcon.tsx";

const mostHits = "8";
/** So many of those contacted last are offered before anything is typed. */
const latestHits = "5";

/** Cards by a few letters, those of the contacts contacted last without any, for those who cannot log: who can finds the contacts under "Log interaction with". */
export async function findCards(
  words: string,
  { signal, ui }: { readonly signal: AbortSignal; readonly ui: Ui },
): Promise<readonly PaletteItem[]> {
  if (ui.may("interactions.write")) return [];
  const query = words === "" ? { limit: latestHits } : { search: words, limit: mostHits };
  const { items } = await call(lookupContacts, { query, signal });
  return items.map(({ no, name, type, companyName, city }) => ({
    id: no,
    label: name ?? no,
    description: [type === "person" ? companyName : null, city].filter((part) => part !== null).join(" · "),
    icon: typeIcons[type],
    href: contactHref(no),
  }));
}
