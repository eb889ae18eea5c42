/** The whole of an interaction recorded in one go: API, batch and quick log (interactions §5, §8.2). */

import { type AltAddressRange, activeAltAddress } from "#contacts/alternative-address.rules.ts";
import type { CorrespondenceType } from "#contacts/contact.rules.ts";
import { isPrivacyBlocked } from "#contacts/privacy.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import {
  type Amount,
  type ContentSource,
  deriveCampaign,
  deriveContentSource,
  deriveCorrespondenceType,
  deriveLanguage,
  deriveRecipient,
  deriveSalesperson,
  deriveSubject,
  type InformationFlow,
  type InitiatedBy,
  type Moment,
  refuseLanguage,
  type SalespersonChoice,
  settleCorrespondence,
  type Template,
} from "./derivations.rules.ts";
import type { Evaluation } from "./lifecycle.rules.ts";

/** What the caller supplied, normalized: `undefined` = derive it, `null` = explicitly blank. References are in the facts. */
export interface InteractionInput {
  readonly description?: string | null | undefined;
  readonly subject?: string | null | undefined;
  /** `null` leaves the interaction without salesperson, which is refused; a code is `facts.salespeople.supplied`. */
  readonly salespersonCode?: string | null | undefined;
  readonly date?: string | null | undefined;
  /** Blank is no time of day: the present one is taken. */
  readonly time?: string | null | undefined;
  readonly languageCode?: string | null | undefined;
  readonly correspondenceType?: CorrespondenceType | null | undefined;
  readonly informationFlow?: InformationFlow | null | undefined;
  readonly initiatedBy?: InitiatedBy | null | undefined;
  readonly cost?: Amount | null | undefined;
  readonly durationMin?: number | null | undefined;
  readonly evaluation?: Evaluation | null | undefined;
  readonly wasSuccessful?: boolean | undefined;
  readonly contactAltAddressCode?: string | null | undefined;
  readonly campaignNo?: string | null | undefined;
  readonly campaignTarget?: boolean | undefined;
  readonly campaignResponse?: boolean | undefined;
  readonly deliver?: boolean | undefined;
}

export interface InteractionContact {
  readonly no: string;
  /** A company's own number; blank for a standalone person. */
  readonly companyNo: string | null;
  readonly languageCode: string | null;
  readonly correspondenceType: CorrespondenceType | null;
  readonly email: string | null;
  readonly privacyBlocked: boolean;
  /** The company of a person; `null` for companies and standalone persons. */
  readonly company: { readonly privacyBlocked: boolean } | null;
  readonly altAddressRanges: readonly AltAddressRange[];
  /** E-mail by code of the alternative address. */
  readonly altAddressEmails: Readonly<Record<string, string | null>>;
}

export interface InteractionFacts {
  /** `null`: none was named. */
  readonly contact: InteractionContact | null;
  readonly template: Template | null;
  readonly salespeople: {
    /** The one `input.salespersonCode` names. */
    readonly supplied: SalespersonChoice | null;
    /** The one a task, opportunity or other source dictates. */
    readonly dictated: SalespersonChoice | null;
    readonly users: SalespersonChoice | null;
    readonly contacts: SalespersonChoice | null;
  };
  /** Campaign of the task or opportunity the interaction belongs to. */
  readonly sourceCampaignNo: string | null;
  readonly now: Moment;
  /** What a correction leaves as it was: it was right when it was logged, and is not judged anew. */
  readonly kept?: ReadonlySet<KeptField>;
}

/** Fields that are judged by what records say today. */
export type KeptField =
  | "contactNo"
  | "interactionTemplateCode"
  | "salespersonCode"
  | "languageCode"
  | "correspondenceType";

export interface InteractionValues extends ContentSource {
  readonly contactNo: string;
  readonly contactCompanyNo: string | null;
  readonly contactAltAddressCode: string | null;
  readonly interactionTemplateCode: string;
  readonly interactionGroupCode: string;
  readonly salespersonCode: string;
  readonly date: string;
  readonly time: string;
  readonly description: string;
  readonly subject: string;
  readonly languageCode: string | null;
  readonly correspondenceType: CorrespondenceType | null;
  readonly informationFlow: InformationFlow | null;
  readonly initiatedBy: InitiatedBy | null;
  readonly cost: Amount;
  readonly durationMin: number;
  readonly evaluation: Evaluation | null;
  readonly attemptFailed: boolean;
  readonly campaignNo: string | null;
  readonly campaignTarget: boolean;
  readonly campaignResponse: boolean;
}

export type DerivedInteraction =
  | { readonly valid: true; readonly values: InteractionValues }
  | { readonly valid: false; readonly errors: readonly FieldError[] };

/** Of an interaction that is postponed anything may be missing but the contact. */
export type PostponedValues = Pick<
  InteractionValues,
  | "contactNo"
  | "date"
  | "time"
  | "cost"
  | "durationMin"
  | "attemptFailed"
  | "campaignTarget"
  | "campaignResponse"
> & { readonly [Name in keyof InteractionValues]: InteractionValues[Name] | null };

export type DerivedPostponed =
  | { readonly valid: true; readonly values: PostponedValues }
  | { readonly valid: false; readonly errors: readonly FieldError[] };

/**
 * Every value of the interaction, or everything that keeps it from being logged: first what is missing (contact,
 * template, salesperson, date, description), then what is not allowed. The first error is the one to answer with.
 */
export function deriveInteraction(input: InteractionInput, facts: InteractionFacts): DerivedInteraction {
  const { contact, template } = facts;
  const description = supplied(input.description, template?.description ?? null);
  const date = supplied(input.date, facts.now.date);
  const salespersonCode = chooseSalesperson(input, facts);

  const missing: FieldError[] = [];
  if (contact === null) missing.push(required("contactNo", "contact_required"));
  if (template === null) missing.push(required("interactionTemplateCode", "template_required"));
  if (salespersonCode === null) missing.push(required("salespersonCode", "salesperson_required"));
  if (date === null) missing.push(required("date", "date_required"));
  if (description === null) missing.push(required("description", "description_required"));
  const errors = [...missing, ...refuseValues(input, facts)];

  const isIncomplete =
    contact === null ||
    template === null ||
    salespersonCode === null ||
    date === null ||
    description === null;
  if (isIncomplete || errors.length > 0) return { valid: false, errors };

  const values = deriveValues(input, facts, contact);
  const isTypeKept = facts.kept?.has("contactNo") && facts.kept.has("correspondenceType");
  const settled = isTypeKept
    ? { allowed: true as const, correspondenceType: values.correspondenceType }
    : settleCorrespondence(
        values.correspondenceType,
        deriveRecipient(altAddressEmail(contact, values.contactAltAddressCode), contact.email),
        input.deliver ?? false,
      );
  if (!settled.allowed) return { valid: false, errors: [{ path: "contactNo", code: settled.because }] };

  return {
    valid: true,
    values: {
      ...values,
      interactionTemplateCode: template.code,
      interactionGroupCode: template.interactionGroupCode,
      salespersonCode,
      description,
      subject: deriveSubject(input.subject ?? null, description) ?? description,
      correspondenceType: settled.correspondenceType,
    },
  };
}

/** What is known of an interaction that is postponed; a contact and allowed values are all it needs (§8.2). */
export function derivePostponed(input: InteractionInput, facts: InteractionFacts): DerivedPostponed {
  const { contact } = facts;
  const missing = contact === null ? [required("contactNo", "contact_required")] : [];
  const errors = [...missing, ...refuseValues(input, facts)];
  if (contact === null || errors.length > 0) return { valid: false, errors };
  return { valid: true, values: deriveValues(input, facts, contact) };
}

/** Every value, supplied or derived. */
function deriveValues(
  input: InteractionInput,
  facts: InteractionFacts,
  contact: InteractionContact,
): PostponedValues {
  const { template } = facts;
  const date = supplied(input.date, facts.now.date) ?? facts.now.date;
  const languageCode = supplied(
    input.languageCode,
    template && deriveLanguage(template, contact.languageCode),
  );
  const derivedType =
    template && deriveCorrespondenceType({ template, contacts: contact.correspondenceType, previous: null });
  return {
    contactNo: contact.no,
    contactCompanyNo: contact.companyNo,
    contactAltAddressCode: supplied(
      input.contactAltAddressCode,
      activeAltAddress(contact.altAddressRanges, date),
    ),
    interactionTemplateCode: template?.code ?? null,
    interactionGroupCode: template?.interactionGroupCode ?? null,
    salespersonCode: chooseSalesperson(input, facts),
    date,
    time: input.time ?? facts.now.time,
    description: supplied(input.description, template?.description ?? null),
    subject: input.subject ?? null,
    languageCode,
    ...(template === null
      ? { attachmentNo: null, wordTemplateCode: null }
      : deriveContentSource(template, languageCode)),
    correspondenceType: supplied(input.correspondenceType, derivedType),
    informationFlow: supplied(input.informationFlow, template?.informationFlow ?? null),
    initiatedBy: supplied(input.initiatedBy, template?.initiatedBy ?? null),
    cost: supplied(input.cost, template?.unitCost ?? 0) ?? 0,
    durationMin: supplied(input.durationMin, template?.unitDurationMin ?? 0) ?? 0,
    evaluation: input.evaluation ?? null,
    attemptFailed: !(input.wasSuccessful ?? true),
    campaignNo: supplied(input.campaignNo, campaignOf(template, facts)),
    campaignTarget: input.campaignTarget ?? template?.campaignTarget ?? false,
    campaignResponse: input.campaignResponse ?? template?.campaignResponse ?? false,
  };
}

/** What was supplied, blank included, else what was derived. */
function supplied<Value>(value: Value | null | undefined, derived: Value | null): Value | null {
  return value === undefined ? derived : value;
}

function required(path: string, code: string): FieldError {
  return { path, code };
}

function chooseSalesperson(input: InteractionInput, facts: InteractionFacts): string | null {
  return supplied(input.salespersonCode, deriveSalesperson(facts.salespeople));
}

function refuseValues(input: InteractionInput, facts: InteractionFacts): FieldError[] {
  const { contact, template, salespeople } = facts;
  const isKept = (field: KeptField) => facts.kept?.has(field) ?? false;
  const errors: FieldError[] = [];
  if (contact !== null && !isKept("contactNo") && isPrivacyBlocked(contact, contact.company)) {
    errors.push({ path: "contactNo", code: "contact_privacy_blocked", values: { contactNo: contact.no } });
  }
  if (template?.archived && !isKept("interactionTemplateCode")) {
    errors.push({
      path: "interactionTemplateCode",
      code: "template_archived",
      values: { interactionTemplateCode: template.code },
    });
  }
  if (input.salespersonCode && salespeople.supplied?.blocked && !isKept("salespersonCode")) {
    const { code } = salespeople.supplied;
    errors.push({ path: "salespersonCode", code: "salesperson_blocked", values: { salespersonCode: code } });
  }
  const language =
    template === null || isKept("languageCode") ? null : refuseLanguage(template, input.languageCode ?? null);
  if (language !== null) {
    errors.push({
      path: "languageCode",
      code: language,
      values: { languageCode: input.languageCode ?? null },
    });
  }
  return errors;
}

function campaignOf(template: Template | null, facts: InteractionFacts): string | null {
  return deriveCampaign({
    fixed: null,
    segments: null,
    templates: template?.campaignNo ?? null,
    supplied: facts.sourceCampaignNo,
  });
}

function altAddressEmail(contact: InteractionContact, altAddressCode: string | null): string | null {
  return altAddressCode === null ? null : (contact.altAddressEmails[altAddressCode] ?? null);
}
