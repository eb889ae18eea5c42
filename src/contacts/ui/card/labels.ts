import { ContactChange } from "#contacts/contacts.contract.ts";
import type { TextKey } from "#web/i18n.ts";

/** The names of a contact's fields, for the question which of two values to keep. */
export const fieldLabels = Object.fromEntries(
  Object.keys(ContactChange.shape).map((field) => [field, `fields.${field}` as TextKey]),
);
