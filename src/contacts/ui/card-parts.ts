import type { ComponentType } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { Right } from "#users/rights.rules.ts";

/** What other modules and the slices of this one put onto the card of a contact. */

/** Tabs that consist of sections; one without any is not shown. `facts` is the column beside the timeline. */
export const sectionTabs = ["details", "addresses", "profile", "relations", "comments"] as const;
export type SectionTab = (typeof sectionTabs)[number];

export interface ContactSectionProps {
  readonly contact: Contact;
  /** The company of a person; null until it is known. */
  readonly company: Contact | null;
  /** Blocked itself or by its company. */
  readonly isBlocked: boolean;
}

/**
 * A section of the card. Its component is `lazy(() => import(…))`, so that the code comes with its tab, and draws a
 * `CardGroup` (a `FactBox` among the facts). It stands outside of the card's form and saves by itself.
 */
export interface ContactSection {
  /** `module.part`, unique. */
  readonly key: string;
  readonly tab: SectionTab | "facts";
  /** Without this right the section is not shown. */
  readonly right?: Right;
  /** Whether this contact can have it: industry groups belong to companies only. */
  readonly suits?: (contact: Contact) => boolean;
  readonly component: ComponentType<ContactSectionProps>;
}

/** What the card's actions are done to. */
export interface CardSubject {
  readonly contact: Contact;
  /** Blocked itself or by its company. */
  readonly isBlocked: boolean;
  /** Shows the fields and puts the cursor into the first one. */
  readonly edit: () => void;
}
