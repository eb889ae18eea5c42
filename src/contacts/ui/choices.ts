import { type CorrespondenceType, contactTypes, correspondenceTypes } from "#contacts/contact.rules.ts";
import { businessRelations, type Contact } from "#contacts/contacts.contract.ts";
import type { TextKey } from "#web/i18n.ts";

/** The texts of a contact's fixed values. */

export const typeKey = (type: Contact["type"]): TextKey => `contacts.types.${type}`;
export const relationKey = (relation: Contact["businessRelation"]): TextKey =>
  `contacts.relations.${relation}`;
const correspondenceKey = (value: CorrespondenceType): TextKey => `contacts.correspondence.${value}`;

export const relationChoices = businessRelations.map((value) => ({ value, labelKey: relationKey(value) }));
export const typeChoices = contactTypes.map((value) => ({ value, labelKey: typeKey(value) }));
export const correspondenceChoices = correspondenceTypes.map((value) => ({
  value,
  labelKey: correspondenceKey(value),
}));
