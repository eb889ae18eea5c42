import { IconAddressBook } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { newContact } from "./actions.ts";
import { contactsPath } from "./addresses.ts";
import { duplicatesHref } from "./duplicates/paths.ts";

/** What contacts add to the shell: the list, the form for a new one, and finding cards in the palette. */
export const contactsUi: UiModule = {
  navigation: [
    {
      key: "contacts",
      labelKey: "contacts.list.title",
      icon: IconAddressBook,
      to: contactsPath,
      right: "contacts.read",
      group: "main",
      onPhoneBar: true,
      shortcut: "G C",
    },
    {
      key: "duplicates",
      labelKey: "contacts.list.duplicates",
      icon: IconAddressBook,
      to: duplicatesHref(),
      right: "contacts.read",
      group: "hidden",
    },
  ],
  actions: [newContact],
  paletteSources: [
    {
      key: "contacts",
      labelKey: "contacts.list.title",
      right: "contacts.read",
      hasLatest: true,
      search: async (words, help) => {
        const { findCards } = await import("./find-cards.ts");
        return findCards(words, help);
      },
    },
  ],
  dialogs: {
    "contacts.new": lazyDialog(() => import("./new/NewContactDialog.tsx")),
    "contacts.webSourceComments": lazyDialog(() => import("./details/WebSourceCommentsDialog.tsx")),
  },
};
