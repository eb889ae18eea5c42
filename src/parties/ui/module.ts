import type { NavItem, UiModule } from "#web/ui-module.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";
import { entriesPath, partiesPath, syncLogPath } from "./addresses.ts";
import { kindIcons } from "./kind-icons.ts";
import "./dialogs.ts";
import { lazyDialog } from "#web/dialogs.ts";

/** Customers and vendors stand in the navigation; the others are a click away from them, and in the palette. */
const shortcuts: Partial<Record<PartyKind, string>> = { customer: "G U", vendor: "G V" };

function navItem(kind: PartyKind): NavItem {
  const shortcut = shortcuts[kind];
  return {
    key: `parties.${kind}`,
    labelKey: `parties.titles.${kind}`,
    icon: kindIcons[kind],
    to: partiesPath(kind),
    right: "parties.read",
    group: shortcut === undefined ? "hidden" : "main",
    ...(shortcut !== undefined && { shortcut }),
  };
}

/** Pages of the palette and of the cards. */
const hidden = { icon: kindIcons.customer, right: "parties.read", group: "hidden" } as const;

export const partiesUi: UiModule = {
  navigation: [
    ...partyKinds.map(navItem),
    { ...hidden, key: "parties.entries", labelKey: "parties.titles.entries", to: entriesPath },
    { ...hidden, key: "parties.syncLog", labelKey: "parties.titles.syncLog", to: syncLogPath },
  ],
  dialogs: {
    "parties.new": lazyDialog(() => import("./NewPartyDialog.tsx")),
    "parties.entry": lazyDialog(() => import("./entries/PartyEntryDialog.tsx")),
    "parties.createContacts": lazyDialog(() => import("./CreateContactsDialog.tsx")),
    "parties.createAs": lazyDialog(() => import("./relations/CreateAsDialog.tsx")),
    "parties.link": lazyDialog(() => import("./relations/LinkDialog.tsx")),
    "parties.template": lazyDialog(() => import("./templates/TemplateDialog.tsx")),
  },
};
