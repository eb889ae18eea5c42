import type { CardSubject, ContactSection } from "#contacts/ui/index.ts";
import { partyContactActions, partySections } from "#parties/ui/contact-parts.ts";
import { questionnaireSections } from "#questionnaires/ui/contact-parts.ts";
import type { Action } from "./actions.ts";

/**
 * What other modules put onto the card of a contact, in the order in which it stands there; loaded with the card. A
 * module lists its own in `<module>/ui/contact-parts.ts`.
 */
export const contactSections: readonly ContactSection[] = [...partySections, ...questionnaireSections];

export const contactActions: readonly Action<CardSubject>[] = [...partyContactActions];
