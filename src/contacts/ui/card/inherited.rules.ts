import type { Contact } from "#contacts/contacts.contract.ts";
import { addressFields, classifyingFields, communicationFields } from "#contacts/defaults.rules.ts";

/** Which of a person's values are those of its company (contacts §4). Pure. */

const inheritableFields = [
  ...classifyingFields.map(([field]) => field),
  ...addressFields,
  ...communicationFields,
] as const;

export type InheritableField = (typeof inheritableFields)[number];

type Values = { readonly [Field in InheritableField]?: unknown };

/**
 * The fields whose value is the company's: a change at the company reaches them. Blank ones are left out. The county
 * belongs to an address that is compared as a whole.
 */
export function inheritedFields(
  person: Values,
  company: Pick<Contact, InheritableField> | null,
): ReadonlySet<string> {
  if (company === null) return new Set();
  return new Set(
    inheritableFields.filter((field) => {
      const value = person[field] ?? null;
      return value !== null && value === company[field];
    }),
  );
}
