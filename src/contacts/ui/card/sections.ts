import { contactSections } from "#web/contact-parts.ts";
import type { ContactSection } from "../card-parts.ts";

/** Sections of the contacts' own, before those of other modules. */
const ownSections: readonly ContactSection[] = [];

/** Every section a card may show. */
export const allSections: readonly ContactSection[] = [...ownSections, ...contactSections];
