/**
 * What an interaction takes from its contact, template and salesperson (interactions §5), one function per rule.
 * Blank is `null`; dates are `YYYY-MM-DD`, times `HH:MM:SS`, both local to the organisation.
 */

import type { CorrespondenceType } from "#contacts/contact.rules.ts";

export const informationFlows = ["outbound", "inbound"] as const;
export type InformationFlow = (typeof informationFlows)[number];

export const initiators = ["us", "them"] as const;
export type InitiatedBy = (typeof initiators)[number];

/** A decimal as it came, handed on and never computed with. */
export type Amount = string | number;

export interface TemplateLanguage {
  /** Blank = no particular language. */
  readonly languageCode: string | null;
  readonly attachmentNo: number | null;
  readonly wordTemplateCode: string | null;
}

export interface Template {
  readonly code: string;
  readonly interactionGroupCode: string;
  readonly description: string | null;
  readonly unitCost: Amount;
  readonly unitDurationMin: number;
  readonly informationFlow: InformationFlow | null;
  readonly initiatedBy: InitiatedBy | null;
  readonly defaultCorrespondenceType: CorrespondenceType | null;
  readonly ignoreContactCorrespondenceType: boolean;
  readonly defaultLanguageCode: string | null;
  readonly wordTemplateCode: string | null;
  readonly campaignNo: string | null;
  readonly campaignTarget: boolean;
  readonly campaignResponse: boolean;
  readonly archived: boolean;
  readonly languages: readonly TemplateLanguage[];
}

export interface SalespersonChoice {
  readonly code: string;
  readonly blocked: boolean;
}

/** R-SALES: dictated by context or source, else the user's, else the contact's; blocked ones are passed over. */
export function deriveSalesperson(candidates: {
  readonly dictated: SalespersonChoice | null;
  readonly users: SalespersonChoice | null;
  readonly contacts: SalespersonChoice | null;
}): string | null {
  const order = [candidates.dictated, candidates.users, candidates.contacts];
  return order.find((candidate) => candidate !== null && !candidate.blocked)?.code ?? null;
}

type Languages = Pick<Template, "languages" | "defaultLanguageCode">;

/** R-LANG: the contact's language if the template has a row for it, else the template's default (may be blank). */
export function deriveLanguage(template: Languages, contactLanguageCode: string | null): string | null {
  const hasRow = template.languages.some((row) => row.languageCode === contactLanguageCode);
  return contactLanguageCode !== null && hasRow ? contactLanguageCode : template.defaultLanguageCode;
}

/** R-LANG for a language somebody chose; blank may always be chosen. */
export function refuseLanguage(
  template: Pick<Template, "languages"> | null,
  languageCode: string | null,
): "template_required" | "language_not_on_template" | null {
  if (languageCode === null) return null;
  if (template === null) return "template_required";
  return template.languages.some((row) => row.languageCode === languageCode)
    ? null
    : "language_not_on_template";
}

export interface ContentSource {
  readonly attachmentNo: number | null;
  readonly wordTemplateCode: string | null;
}

/** R-CONTENTSRC: the content of the language's row; without a row no attachment and the template's Word template. */
export function deriveContentSource(
  template: Pick<Template, "languages" | "wordTemplateCode">,
  languageCode: string | null,
): ContentSource {
  const row = template.languages.find((candidate) => candidate.languageCode === languageCode);
  return row
    ? { attachmentNo: row.attachmentNo, wordTemplateCode: row.wordTemplateCode }
    : { attachmentNo: null, wordTemplateCode: template.wordTemplateCode };
}

export function hasContent(content: ContentSource): boolean {
  return content.attachmentNo !== null || content.wordTemplateCode !== null;
}

/** R-CORR, first match of its five rules. */
export function deriveCorrespondenceType(facts: {
  readonly segment?: {
    readonly ignoreContactCorrespondenceType: boolean;
    readonly defaultCorrespondenceType: CorrespondenceType | null;
  };
  readonly template: Pick<Template, "defaultCorrespondenceType" | "ignoreContactCorrespondenceType">;
  readonly contacts: CorrespondenceType | null;
  /** The value the draft had before. */
  readonly previous: CorrespondenceType | null;
  /** Guided flow with neither attachment nor Word template: the contact's wish is skipped, nothing to deliver. */
  readonly isGuidedWithoutContent?: boolean;
}): CorrespondenceType | null {
  const { segment, template, contacts, previous } = facts;
  if (segment?.ignoreContactCorrespondenceType && segment.defaultCorrespondenceType !== null) {
    return segment.defaultCorrespondenceType;
  }
  if (template.ignoreContactCorrespondenceType) return template.defaultCorrespondenceType;
  if (contacts !== null && !facts.isGuidedWithoutContent) return contacts;
  return template.defaultCorrespondenceType ?? previous;
}

/**
 * R-CAMP: fixed context, else the segment's, else the template's, else what task, opportunity or user supplied.
 * Derived afresh from its sources whenever the template changes, so that a former template's campaign goes with it.
 */
export function deriveCampaign(sources: {
  readonly fixed: string | null;
  readonly segments: string | null;
  readonly templates: string | null;
  readonly supplied: string | null;
}): string | null {
  return sources.fixed ?? sources.segments ?? sources.templates ?? sources.supplied;
}

export interface Moment {
  readonly date: string;
  readonly time: string;
}

/**
 * R-DATE for the guided flow: one second on, then up to the full minute. At the end of a day the date goes along,
 * so that the interaction is not dated a day back.
 */
export function guidedMoment(now: Moment): Moment {
  const oneMinuteMs = 60_000;
  const milliseconds = Date.parse(`${now.date}T${now.time}Z`) + 1000;
  const rounded = new Date(Math.ceil(milliseconds / oneMinuteMs) * oneMinuteMs).toISOString();
  return { date: rounded.slice(0, 10), time: rounded.slice(11, 19) };
}

/** R-MAIL: all addresses of the alternative address, if it has any, else of the contact. */
export function deriveRecipient(altAddressEmail: string | null, contactEmail: string | null): string | null {
  return altAddressEmail ?? contactEmail;
}

export type RecipientDecision =
  | { readonly allowed: true; readonly correspondenceType: CorrespondenceType | null }
  | { readonly allowed: false; readonly because: "contact_email_missing" };

/** R-MAIL at logging: e-mail without recipient is refused if it is to be delivered, else stored as no type at all. */
export function settleCorrespondence(
  correspondenceType: CorrespondenceType | null,
  recipient: string | null,
  deliver: boolean,
): RecipientDecision {
  if (correspondenceType !== "email" || recipient !== null) return { allowed: true, correspondenceType };
  return deliver
    ? { allowed: false, because: "contact_email_missing" }
    : { allowed: true, correspondenceType: null };
}

/** The subject of an interaction: its own, else its description. */
export function deriveSubject(subject: string | null, description: string | null): string | null {
  return subject ?? description;
}

/** R-TMPL, description: the template's, except that words typed before the first template stay. */
export function deriveDescription(
  current: string | null,
  template: Pick<Template, "description">,
  hadTemplate: boolean,
): string | null {
  return current === null || hadTemplate ? template.description : current;
}
