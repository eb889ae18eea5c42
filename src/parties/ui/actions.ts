import { IconAddressBook, IconPlus, IconTrash, IconUsers, IconUsersPlus } from "@tabler/icons-react";
import { contactHref, contactListHref } from "#contacts/ui/index.ts";
import { callAccount } from "#interactions/ui/index.ts";
import { type Action, action } from "#web/actions.ts";
import { type ContactlessKind, contactlessKinds } from "../create-contacts/create-contacts.contract.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { partiesPath } from "./addresses.ts";
import { changedByParties, contractOf, nameOf, type Party } from "./party-contracts.ts";

/** A party and what it is. */
export interface PartySubject {
  readonly kind: PartyKind;
  readonly party: Party;
}

/** The command that creates one of the kind. */
export function newParty(kind: PartyKind): Action {
  return action({
    key: `parties.new.${kind}`,
    labelKey: `parties.new.${kind}`,
    icon: IconPlus,
    shortcut: "N",
    tone: "primary",
    right: "parties.write",
    run: (_, ui) => ui.openDialog("parties.new", { kind }),
  });
}

/** The commands of a list: create one, and make contacts from all that have none. */
export function listActions(kind: PartyKind): readonly Action[] {
  return isContactless(kind) ? [newParty(kind), createContacts(kind)] : [newParty(kind)];
}

function isContactless(kind: PartyKind): kind is ContactlessKind {
  return (contactlessKinds as readonly PartyKind[]).includes(kind);
}

function createContacts(kind: ContactlessKind): Action {
  return action({
    key: `parties.createContacts.${kind}`,
    labelKey: `parties.createContacts.${kind}`,
    icon: IconUsersPlus,
    right: "jobs.run",
    run: (_, ui) => ui.openDialog("parties.createContacts", { kind }),
  });
}

export const partyActions: readonly Action<PartySubject>[] = [
  callAccount<PartySubject>(({ kind, party }) => (kind === "employee" ? null : { kind, no: party.no })),
  action<PartySubject>({
    key: "parties.showContact",
    labelKey: "parties.card.showContact",
    icon: IconAddressBook,
    right: "contacts.read",
    when: ({ party }) => party.contactNo !== null,
    run: ({ party }, ui) => ui.go(contactHref(party.contactNo!)),
  }),
  action<PartySubject>({
    key: "parties.showContacts",
    labelKey: "parties.card.showContacts",
    icon: IconUsers,
    right: "contacts.read",
    when: ({ party }) => party.contactNo !== null,
    run: ({ party }, ui) => ui.go(contactListHref({ companyNo: party.contactNo! })),
  }),
  action<PartySubject>({
    key: "parties.delete",
    labelKey: "parties.card.delete",
    icon: IconTrash,
    tone: "danger",
    right: "parties.write",
    run: async ({ kind, party }, ui) => {
      const name = nameOf(party);
      const isMeant = await ui.ask({
        title: ui.t("parties.card.deleteTitle", { name }),
        text: ui.t("parties.card.deleteText"),
        confirmLabel: ui.t("parties.card.delete"),
        tone: "danger",
      });
      if (!isMeant) return;
      const args = { params: { no: party.no }, ifMatch: party.version };
      if (!(await ui.call(contractOf(kind).remove, args, changedByParties))) return;
      ui.showSuccess(ui.t("parties.card.deleted", { name }));
      ui.go(partiesPath(kind));
    },
  }),
];
