import { IconUsersPlus } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { CardSubject } from "#contacts/ui/index.ts";
import { maximumLinesAtOnce } from "#segments/segment-lines.contract.ts";
import { action } from "#web/actions.ts";
import type { AddedContact } from "./outcome.rules.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "segments.addContacts": { readonly contacts: readonly AddedContact[] };
  }
}

const addedOf = ({ no, name }: Contact): AddedContact => ({ no, name });

/** On the card of a contact. */
export const addToSegment = action<CardSubject>({
  key: "segments.addContact",
  labelKey: "contactSegments.action",
  icon: IconUsersPlus,
  right: "segments.edit",
  when: ({ contact, isBlocked }) => !isBlocked && contact.erasedAt === null,
  run: ({ contact }, ui) => ui.openDialog("segments.addContacts", { contacts: [addedOf(contact)] }),
});

/** In the list of contacts: as many as one request takes; they stay selected until they are added. */
export const addSelectedToSegment = action<readonly Contact[]>({
  key: "segments.addSelected",
  labelKey: "contactSegments.action",
  icon: IconUsersPlus,
  right: "segments.edit",
  when: ({ length }) => length > 0 && length <= maximumLinesAtOnce,
  run: (rows, ui) => ui.openDialog("segments.addContacts", { contacts: rows.map(addedOf) }),
});
