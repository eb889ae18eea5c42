import type { ComponentType } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { CardSubject, ContactSection } from "#contacts/ui/index.ts";
import { partyBadges, partyContactActions, partySections } from "#parties/ui/contact-parts.ts";
import { privacySections } from "#privacy/ui/contact-parts.ts";
import { questionnaireSections } from "#questionnaires/ui/contact-parts.ts";
import { segmentContactActions, segmentSections } from "#segments/ui/contact-parts.ts";
import type { Action } from "./actions.ts";

/**
 * What other modules put onto the card of a contact, in the order in which it stands there; loaded with the card. A
 * module lists its own in `<module>/ui/contact-parts.ts`.
 */
export const contactSections: readonly ContactSection[] = [
  ...partySections,
  ...questionnaireSections,
  ...privacySections,
  ...segmentSections,
];

/** What a contact is to us, beside its name; shown where it is something. */
export const contactBadges: readonly ComponentType<{ readonly contact: Contact }>[] = [...partyBadges];

export const contactActions: readonly Action<CardSubject>[] = [
  ...segmentContactActions,
  ...partyContactActions,
];
