/** What contacts offer to the pages of other modules. */

export { importContacts, newContact } from "./actions.ts";
export { contactHref, contactListHref } from "./addresses.ts";
export type { CardSubject, ContactSection, ContactSectionProps } from "./card-parts.ts";
export { duplicatesHref } from "./duplicates/paths.ts";
export { openNewContact } from "./new/open-new-contact.ts";
