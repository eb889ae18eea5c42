/** Turning a company into a person and back (contacts §3.3). */

import type { ContactType } from "./contact.rules.ts";
import { type NameParts, splitName } from "./names.rules.ts";

export interface ContactBeforeTypeChange {
  readonly no: string;
  readonly type: ContactType;
  readonly name: string | null;
  readonly organizationalLevelCode: string | null;
  readonly currencyCode: string | null;
  readonly vatRegistrationNo: string | null;
}

/** How many records hang on the contact. Interactions, tasks and opportunities: those naming exactly this contact. */
export interface TypeChangeCounts {
  readonly interactions: number;
  /** Open and closed ones. */
  readonly tasks: number;
  readonly opportunities: number;
  readonly persons: number;
  readonly businessRelations: number;
  readonly industryGroups: number;
  readonly webSources: number;
  readonly jobResponsibilities: number;
}

export interface TypeChangeDefaults {
  readonly companySalutationCode: string | null;
  readonly personSalutationCode: string | null;
}

/** The values the contact takes. */
export interface TypeChange extends NameParts {
  readonly type: ContactType;
  readonly companyNo: string | null;
  readonly companyName: string | null;
  readonly salutationCode: string | null;
  /** Only a person turned into a company loses it. */
  readonly jobTitle?: null;
}

export type TypeChangeDecision =
  | { readonly allowed: true; readonly change: TypeChange }
  | {
      readonly allowed: false;
      readonly because:
        | "contact_type_has_interactions"
        | "contact_type_has_tasks"
        | "contact_type_has_opportunities"
        | "contact_has_persons";
    }
  | { readonly allowed: false; readonly because: "contact_type_field"; readonly field: string };

/**
 * Whether the contact may become the other type, and what it then looks like. The caller removes a new person
 * from campaign target groups, search strings and duplicate pairs, and searches duplicates of a new company.
 */
export function decideTypeChange(
  contact: ContactBeforeTypeChange,
  counts: TypeChangeCounts,
  defaults: TypeChangeDefaults,
): TypeChangeDecision {
  if (counts.interactions > 0) return { allowed: false, because: "contact_type_has_interactions" };
  if (counts.tasks > 0) return { allowed: false, because: "contact_type_has_tasks" };
  if (counts.opportunities > 0) return { allowed: false, because: "contact_type_has_opportunities" };
  if (contact.type === "company" && counts.persons > 0)
    return { allowed: false, because: "contact_has_persons" };
  const field =
    contact.type === "company" ? filledCompanyField(contact, counts) : filledPersonField(contact, counts);
  if (field !== null) return { allowed: false, because: "contact_type_field", field };
  const change =
    contact.type === "company" ? becomePerson(contact, defaults) : becomeCompany(contact, defaults);
  return { allowed: true, change };
}

function filledCompanyField(contact: ContactBeforeTypeChange, counts: TypeChangeCounts): string | null {
  if (counts.businessRelations > 0) return "businessRelations";
  if (counts.industryGroups > 0) return "industryGroups";
  if (counts.webSources > 0) return "webSources";
  if (contact.currencyCode !== null) return "currencyCode";
  return contact.vatRegistrationNo !== null ? "vatRegistrationNo" : null;
}

function filledPersonField(contact: ContactBeforeTypeChange, counts: TypeChangeCounts): string | null {
  if (contact.organizationalLevelCode !== null) return "organizationalLevelCode";
  return counts.jobResponsibilities > 0 ? "jobResponsibilities" : null;
}

function becomePerson(contact: ContactBeforeTypeChange, defaults: TypeChangeDefaults): TypeChange {
  return {
    type: "person",
    companyNo: null,
    companyName: null,
    salutationCode: defaults.personSalutationCode,
    ...splitName(contact.name),
  };
}

function becomeCompany(contact: ContactBeforeTypeChange, defaults: TypeChangeDefaults): TypeChange {
  return {
    type: "company",
    companyNo: contact.no,
    companyName: contact.name,
    salutationCode: defaults.companySalutationCode,
    firstName: null,
    middleName: null,
    surname: null,
    jobTitle: null,
  };
}
