import { IconAddressBook, IconPencil, IconTransform, IconTrash, IconUserPlus } from "@tabler/icons-react";
import { type Contact, changeContact, deleteContact, getContact } from "#contacts/contacts.contract.ts";
import { callContact, logInteractionHere, logStepByStep } from "#interactions/ui/index.ts";
import { action } from "#web/actions.ts";
import { call } from "#web/api-client.ts";
import { contactActions } from "#web/contact-parts.ts";
import { queryKeyOf, refresh } from "#web/query.ts";
import type { Ui } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { logContactOf, openNewPersonAt } from "../actions.ts";
import { contactsPath } from "../addresses.ts";
import type { CardSubject } from "../card-parts.ts";
import { contactsExportHref } from "../list/export-href.ts";
import { mergeContact } from "../merge/merge-actions.ts";
import { changedByContacts } from "../resources.ts";

const log = logInteractionHere<CardSubject>(({ contact, isBlocked }) =>
  logContactOf({ ...contact, privacyBlocked: isBlocked }),
);

const phone = callContact<CardSubject>(({ contact, isBlocked }) =>
  logContactOf({ ...contact, privacyBlocked: isBlocked }),
);

const logBySteps = logStepByStep<CardSubject>(({ contact, isBlocked }) =>
  isBlocked ? null : { contactNo: contact.no },
);

const edit = action<CardSubject>({
  key: "contacts.edit",
  labelKey: "contacts.actions.edit",
  icon: IconPencil,
  shortcut: "E",
  right: "contacts.write",
  when: ({ contact }) => contact.erasedAt === null,
  run: (subject) => subject.edit(),
});

const newPerson = action<CardSubject>({
  key: "contacts.newPersonHere",
  labelKey: "contacts.actions.newPerson",
  icon: IconUserPlus,
  shortcut: "P",
  right: "contacts.write",
  when: ({ contact }) => contact.type === "company",
  run: ({ contact }) => openNewPersonAt(contact),
});

const newColleague = action<CardSubject>({
  key: "contacts.newColleague",
  labelKey: "contacts.actions.newColleague",
  icon: IconUserPlus,
  right: "contacts.write",
  when: ({ contact }) => contact.type === "person" && contact.companyNo !== null,
  run: ({ contact }) => openNewPersonAt(contact),
});

const exportVcard = action<CardSubject>({
  key: "contacts.exportCard",
  labelKey: "contacts.actions.exportVcard",
  icon: IconAddressBook,
  when: ({ contact }) => contact.erasedAt === null,
  run: ({ contact }) => window.location.assign(contactsExportHref({ format: "vcard" }, { no: contact.no })),
});

const becomePerson = action<CardSubject>({
  key: "contacts.becomePerson",
  labelKey: "contacts.actions.becomePerson",
  icon: IconTransform,
  right: "contacts.write",
  when: ({ contact }) => contact.type === "company" && contact.erasedAt === null,
  run: ({ contact }, ui) => turn(contact, "person", ui),
});

const becomeCompany = action<CardSubject>({
  key: "contacts.becomeCompany",
  labelKey: "contacts.actions.becomeCompany",
  icon: IconTransform,
  right: "contacts.write",
  when: ({ contact }) => contact.type === "person" && contact.erasedAt === null,
  run: ({ contact }, ui) => turn(contact, "company", ui),
});

async function turn({ no, name, version }: Contact, type: Contact["type"], ui: Ui): Promise<void> {
  const values = { name: name ?? no };
  const isPerson = type === "person";
  const mayTurn = await ui.ask({
    title: ui.t(isPerson ? "contacts.card.becomePersonTitle" : "contacts.card.becomeCompanyTitle", values),
    text: ui.t(isPerson ? "contacts.card.becomePersonText" : "contacts.card.becomeCompanyText"),
    confirmLabel: ui.t(isPerson ? "contacts.actions.becomePerson" : "contacts.actions.becomeCompany"),
  });
  if (!mayTurn) return;
  const args = { params: { no }, body: { type }, ifMatch: version };
  if (await ui.call(changeContact, args, changedByContacts))
    ui.showSuccess(ui.t("contacts.card.turned", values));
}

const remove = action<CardSubject>({
  key: "contacts.delete",
  labelKey: "web.actions.delete",
  icon: IconTrash,
  tone: "danger",
  right: "contacts.delete",
  run: async ({ contact }, ui) => {
    const { no, name, type, version } = contact;
    const values = { name: name ?? no };
    const isCompany = type === "company";
    const mayDelete = await ui.ask({
      title: ui.t(isCompany ? "contacts.card.deleteCompanyTitle" : "contacts.card.deletePersonTitle", values),
      text: ui.t(isCompany ? "contacts.card.deleteCompanyText" : "contacts.card.deletePersonText"),
      confirmLabel: ui.t("contacts.card.deleteConfirm"),
      tone: "danger",
    });
    if (!mayDelete) return;
    try {
      await call(deleteContact, { params: { no }, ifMatch: version });
    } catch (error) {
      return showProblem(error);
    }
    // Away first, so that the card does not ask for a contact that is gone.
    ui.go(contactsPath);
    ui.showSuccess(ui.t("contacts.card.deleted", values));
    ui.queries.removeQueries({ queryKey: queryKeyOf(getContact, { params: { no } }) });
    await refresh(ui.queries, changedByContacts);
  },
});

/** Toolbar of the card, the most needed first. */
export const cardActions = [
  log,
  phone,
  edit,
  logBySteps,
  newPerson,
  newColleague,
  exportVcard,
  ...contactActions,
  mergeContact,
  becomePerson,
  becomeCompany,
  remove,
];
