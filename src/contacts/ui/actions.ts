import {
  IconAddressBook,
  IconArrowRight,
  IconBuildingPlus,
  IconFileImport,
  IconPlus,
  IconUserPlus,
} from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { importsPath } from "#imports/ui/paths.ts";
import { logInteractionWith } from "#interactions/ui/index.ts";
import { action } from "#web/actions.ts";
import { parseSearch } from "#web/url-state.ts";
import { contactHref } from "./addresses.ts";
import { contactsExportHref } from "./list/export-href.ts";
import { openNewContact } from "./new/open-new-contact.ts";

/** What can be done with contacts: in the list, its rows, the card and the palette. */

export const newCompany = action({
  key: "contacts.newCompany",
  labelKey: "contacts.actions.newCompany",
  icon: IconBuildingPlus,
  shortcut: "N",
  tone: "primary",
  right: "contacts.write",
  run: () => openNewContact({ type: "company" }),
});

export const newPerson = action({
  key: "contacts.newPerson",
  labelKey: "contacts.actions.newPerson",
  icon: IconUserPlus,
  shortcut: "P",
  right: "contacts.write",
  run: () => openNewContact({ type: "person" }),
});

/** On offer everywhere, in the palette; the form asks for the type first. */
export const newContact = action({
  key: "contacts.new",
  labelKey: "contacts.actions.newContact",
  icon: IconPlus,
  right: "contacts.write",
  run: () => openNewContact({}),
});

export const importContacts = action({
  key: "contacts.import",
  labelKey: "contacts.actions.import",
  icon: IconFileImport,
  right: "contacts.write",
  run: (_, ui) => ui.go(importsPath),
});

const exportVcard = action({
  key: "contacts.exportVcard",
  labelKey: "contacts.list.exportVcard",
  icon: IconAddressBook,
  right: "contacts.read",
  run: () =>
    window.location.assign(contactsExportHref({ format: "vcard" }, parseSearch(window.location.search))),
});

export const contactListActions = [newPerson, newCompany, importContacts, exportVcard];

type Named = Pick<Contact, "no" | "name" | "type" | "companyNo" | "companyName">;
type Blockable = Named & Pick<Contact, "privacyBlocked">;

/** A contact as the quick log takes it; `null` where nothing may be logged. */
export function logContactOf(contact: Blockable) {
  const { no, name, type, companyName, privacyBlocked } = contact;
  if (privacyBlocked) return null;
  return { no, name: name ?? no, companyName: type === "person" ? companyName : null };
}

/** Opens the form for somebody in the same company, prefilled with it. */
export function openNewPersonAt({ no, name, type, companyNo, companyName }: Named): void {
  const company =
    type === "company" ? { no, name: name ?? no } : { no: companyNo!, name: companyName ?? companyNo! };
  openNewContact({ type: "person", company });
}

const newPersonHere = action<Blockable>({
  key: "contacts.newPersonHere",
  labelKey: "contacts.actions.newPersonHere",
  icon: IconUserPlus,
  right: "contacts.write",
  when: ({ companyNo }) => companyNo !== null,
  run: openNewPersonAt,
});

const openCard = action<Blockable>({
  key: "contacts.open",
  labelKey: "contacts.actions.open",
  icon: IconArrowRight,
  run: ({ no }, ui) => ui.go(contactHref(no)),
});

export const contactRowActions = [logInteractionWith(logContactOf), newPersonHere, openCard];
