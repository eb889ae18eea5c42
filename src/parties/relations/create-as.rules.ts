/** Which contact a new or existing party is linked to, and by which template (contacts §6.3, 6.4). */

import type { ContactType } from "#contacts/contact.rules.ts";
import type { PartyKind } from "../party-kinds.rules.ts";

export interface HolderFacts {
  readonly kind: PartyKind;
  readonly contact: { readonly id: number; readonly type: ContactType; readonly privacyBlocked: boolean };
  /** Of a person; `null` for a standalone one and for a company. */
  readonly company: { readonly id: number; readonly privacyBlocked: boolean } | null;
  /** Number of the party of this kind that the contact, or its company, is linked to. */
  readonly linkedPartyNo: string | null;
}

export type HolderDecision =
  | { readonly allowed: true; readonly holderId: number }
  | {
      readonly allowed: false;
      readonly because: "contact_privacy_blocked" | "contact_company_required" | "contact_person_only";
    }
  | { readonly allowed: false; readonly because: "relation_contact_linked"; readonly partyNo: string };

/** The contact whose row is linked: the company where there is one, a person for employees and private customers. */
export function decideHolder({ kind, contact, company, linkedPartyNo }: HolderFacts): HolderDecision {
  if (contact.privacyBlocked || company?.privacyBlocked)
    return { allowed: false, because: "contact_privacy_blocked" };
  const isPerson = contact.type === "person";
  if (kind === "employee" && !isPerson) return { allowed: false, because: "contact_person_only" };
  const isStandalone = isPerson && company === null;
  if (isStandalone && (kind === "vendor" || kind === "bankAccount"))
    return { allowed: false, because: "contact_company_required" };
  if (linkedPartyNo !== null)
    return { allowed: false, because: "relation_contact_linked", partyNo: linkedPartyNo };
  return { allowed: true, holderId: kind === "employee" ? contact.id : (company?.id ?? contact.id) };
}

export interface OfferedTemplate {
  readonly code: string;
  readonly contactType: ContactType;
}

export type TemplateDecision<Template> =
  | { readonly allowed: true; readonly template: Template | null }
  | { readonly allowed: false; readonly because: "template_required" | "not_found" };

/** Templates of the kind that suit the type of the contact: the named one, the only one, or none at all. */
export function decideTemplate<Template extends OfferedTemplate>(
  templates: readonly Template[],
  contactType: ContactType,
  named: string | null,
): TemplateDecision<Template> {
  const offered = templates.filter((template) => template.contactType === contactType);
  if (named !== null) {
    const template = offered.find(({ code }) => code === named);
    return template ? { allowed: true, template } : { allowed: false, because: "not_found" };
  }
  if (offered.length > 1) return { allowed: false, because: "template_required" };
  return { allowed: true, template: offered[0] ?? null };
}
