import { IconLink } from "@tabler/icons-react";
import { lazy } from "react";
import type { CardSubject, ContactSection } from "#contacts/ui/index.ts";
import { type Action, action } from "#web/actions.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";
import { kindIcons } from "./kind-icons.ts";
import "./dialogs.ts";

/** What parties put onto the card of a contact. */
export const partySections: readonly ContactSection[] = [
  {
    key: "parties.relations",
    tab: "relations",
    right: "contacts.read",
    component: lazy(() => import("./relations/RelationsSection.tsx")),
  },
  {
    key: "parties.syncLog",
    tab: "relations",
    right: "parties.read",
    component: lazy(() => import("./sync/ContactSyncLog.tsx")),
  },
];

/** Whether a contact of this kind can become a party of the other kind at all (contacts §6.3). */
function suits(kind: PartyKind, { contact, isBlocked }: CardSubject): boolean {
  if (isBlocked) return false;
  const isStandalone = contact.type === "person" && contact.companyNo === null;
  if (kind === "employee") return contact.type === "person";
  return kind === "customer" || !isStandalone;
}

function createAs(kind: PartyKind): Action<CardSubject> {
  return action<CardSubject>({
    key: `parties.createAs.${kind}`,
    labelKey: `parties.createAs.${kind}`,
    icon: kindIcons[kind],
    right: "parties.write",
    when: (subject) => suits(kind, subject),
    run: ({ contact }, ui) => ui.openDialog("parties.createAs", { contact, kind }),
  });
}

export const partyContactActions: readonly Action<CardSubject>[] = [
  ...partyKinds.map(createAs),
  action<CardSubject>({
    key: "parties.link",
    labelKey: "parties.link.action",
    icon: IconLink,
    right: "parties.write",
    when: ({ isBlocked }) => !isBlocked,
    run: ({ contact }, ui) => ui.openDialog("parties.link", { contact }),
  }),
];

/** What the contact is to us, beside its name. */
export const partyBadges = [lazy(() => import("./relations/RelationBadges.tsx"))] as const;
