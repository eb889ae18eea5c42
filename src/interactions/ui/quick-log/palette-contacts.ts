import { IconBuilding, IconUser } from "@tabler/icons-react";
import { lookupContacts } from "#contacts/contacts.contract.ts";
import { call } from "#web/api-client.ts";
import type { Ui } from "#web/ui.ts";
import type { PaletteItem } from "#web/ui-module.ts";
import { contactHref } from "../addresses.ts";
import { contactOption } from "../lookups.ts";
import { openQuickLog, preloadQuickLog } from "./open-quick-log.ts";

/** So many contacts are offered; one more letter narrows them down. */
const mostHits = "8";
/** So many of those contacted last are offered before anything is typed. */
const latestHits = "5";

/** Contacts by a few letters of their name, those contacted last without any: Enter logs with them, Shift + Enter opens their card. */
export async function searchContacts(
  words: string,
  { signal, ui }: { readonly signal: AbortSignal; readonly ui: Ui },
): Promise<readonly PaletteItem[]> {
  preloadQuickLog();
  const query = words === "" ? { limit: latestHits } : { search: words, limit: mostHits };
  const { items } = await call(lookupContacts, { query, signal });
  return items.map((hit) => {
    const { value: no, label: name, description } = contactOption(hit);
    const companyName = hit.type === "person" ? hit.companyName : null;
    return {
      id: no,
      label: name,
      description,
      icon: hit.type === "company" ? IconBuilding : IconUser,
      run: () => openQuickLog({ contact: { no, name, companyName } }),
      enterHint: ui.t("interactions.quickLog.enterLogs"),
      alternate: { hint: ui.t("interactions.quickLog.shiftEnterOpens"), run: () => ui.go(contactHref(no)) },
    };
  });
}
