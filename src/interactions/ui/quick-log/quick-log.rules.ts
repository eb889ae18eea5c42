import type { z } from "zod";
import type { CorrespondenceType } from "#contacts/contact.rules.ts";
import { chooseTemplate } from "#interactions/choose-template.rules.ts";
import {
  deriveSalesperson,
  type InformationFlow,
  type InitiatedBy,
  type SalespersonChoice,
} from "#interactions/derivations.rules.ts";
import type { DraftInput } from "#interactions/drafts/drafts.contract.ts";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import type { NewInteraction } from "#interactions/log-entry.contract.ts";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";

/**
 * The quick log as values: what somebody typed, and what follows from template and contact as long as nobody types
 * something else. Pure.
 */

/** The contact as the form names it; the rest is read when needed. */
export interface LogContact {
  readonly no: string;
  readonly name: string;
  readonly companyName?: string | null | undefined;
}

/** What a person can enter. A field that is absent was not touched; `null` was cleared. */
export interface TypedValues {
  readonly description?: string | null;
  readonly comment?: string | null;
  readonly date?: string | null;
  readonly time?: string | null;
  readonly salespersonCode?: string | null;
  readonly durationMin?: number | null;
  readonly cost?: number | null;
  readonly evaluation?: Evaluation | null;
  readonly wasSuccessful?: boolean;
  readonly languageCode?: string | null;
  readonly correspondenceType?: CorrespondenceType | null;
  readonly informationFlow?: InformationFlow | null;
  readonly initiatedBy?: InitiatedBy | null;
  readonly contactVia?: string | null;
  readonly campaignNo?: string | null;
  readonly opportunityNo?: string | null;
  /** A file of its own; `null` leaves the template's out. */
  readonly attachment?: { readonly attachmentNo: number } | null | undefined;
}

export interface QuickLogDraft {
  readonly contact: LogContact | null;
  readonly templateCode: string | null;
  /** When the form was opened, by the company's clock: the moment the interaction gets unless another is typed. */
  readonly moment: { readonly date: string; readonly time: string };
  readonly typed: TypedValues;
}

/** What the form knows besides the draft; `null` while it is on its way. */
export interface QuickLogFacts {
  readonly template: InteractionTemplate | null;
  readonly contact: {
    readonly companyNo: string | null;
    readonly languageCode: string | null;
    readonly correspondenceType: CorrespondenceType | null;
    readonly phoneNo: string | null;
    readonly mobilePhoneNo: string | null;
    readonly email: string | null;
  } | null;
  readonly usersSalesperson: SalespersonChoice | null;
  readonly contactsSalesperson: SalespersonChoice | null;
}

/** Every value as the form shows it. */
export type QuickLogValues = { readonly [Name in keyof Required<TypedValues>]: Required<TypedValues>[Name] };

/** What hangs on the template and is filled anew with another one (R-TMPL). Words somebody typed are not among it. */
const hangOnTemplate = [
  "cost",
  "durationMin",
  "informationFlow",
  "initiatedBy",
  "languageCode",
  "correspondenceType",
] as const satisfies readonly (keyof TypedValues)[];

export function withTemplate(draft: QuickLogDraft, templateCode: string | null): QuickLogDraft {
  if (templateCode === draft.templateCode) return draft;
  return { ...draft, templateCode, typed: without(draft.typed, hangOnTemplate) };
}

/** Another contact: its language, channel, numbers and opportunities; a typed salesperson stays (R-SALES). */
export function withContact(draft: QuickLogDraft, contact: LogContact | null): QuickLogDraft {
  if (contact?.no === draft.contact?.no) return draft;
  return {
    ...draft,
    contact,
    typed: without(draft.typed, ["languageCode", "correspondenceType", "contactVia", "opportunityNo"]),
  };
}

export function withTyped(draft: QuickLogDraft, values: TypedValues): QuickLogDraft {
  return { ...draft, typed: { ...draft.typed, ...values } };
}

/** The values to show: what was typed, else what the rules derive. */
export function shownValues(draft: QuickLogDraft, facts: QuickLogFacts): QuickLogValues {
  const { typed, moment } = draft;
  const filled = filledByTemplate(draft, facts);
  return {
    description: typed.description ?? null,
    comment: typed.comment ?? null,
    date: moment.date,
    time: moment.time,
    salespersonCode: deriveSalesperson({
      dictated: null,
      users: facts.usersSalesperson,
      contacts: facts.contactsSalesperson,
    }),
    evaluation: null,
    wasSuccessful: true,
    contactVia: null,
    campaignNo: facts.template?.campaignNo ?? null,
    opportunityNo: null,
    attachment: null,
    ...filled,
    ...typed,
  };
}

function filledByTemplate(draft: QuickLogDraft, { template, contact }: QuickLogFacts) {
  const blank = {
    cost: null,
    durationMin: null,
    informationFlow: null,
    initiatedBy: null,
    languageCode: null,
    correspondenceType: null,
  };
  if (template === null) return blank;
  const choice = chooseTemplate(
    { description: draft.typed.description ?? null, correspondenceType: null, hadTemplate: false },
    contact ?? { languageCode: null, correspondenceType: null },
    asRuleTemplate(template),
  );
  if (!choice.allowed) return blank;
  const { cost, durationMin, informationFlow, initiatedBy, languageCode, correspondenceType } = choice.values;
  return { cost: Number(cost), durationMin, informationFlow, initiatedBy, languageCode, correspondenceType };
}

/** The template as the rules see it; Word templates come with later releases of the contract. */
function asRuleTemplate(template: InteractionTemplate) {
  return {
    ...template,
    wordTemplateCode: null,
    languages: template.languages.map(({ languageCode, attachmentNo }) => ({
      languageCode,
      attachmentNo,
      wordTemplateCode: null,
    })),
  };
}

export const descriptionLength = 100;
/** So many characters may be missing at the end of a description that is cut between two words. */
const wordRoom = 30;

/**
 * Splits what was typed into the description (one line of at most 100 characters, cut between words) and the rest,
 * which is kept as a comment, so that nobody has to stop typing.
 */
export function splitDescription(typed: string | null): { description: string | null; rest: string | null } {
  const text = (typed ?? "").trim();
  const [firstLine = "", ...lines] = text.split("\n");
  const first = firstLine.trim();
  if (first.length <= descriptionLength) {
    return { description: first || null, rest: lines.join("\n").trim() || null };
  }
  const blank = first.lastIndexOf(" ", descriptionLength);
  const end = blank >= descriptionLength - wordRoom ? blank : descriptionLength;
  const rest = [first.slice(end).trim(), ...lines].join("\n").trim();
  return { description: first.slice(0, end).trim(), rest: rest || null };
}

export type InteractionInput = z.input<typeof NewInteraction>;
export type FlowInput = z.input<typeof DraftInput>;

/**
 * The request: everything as it is shown, so that what one sees is what is logged. While template or contact have not
 * been read yet, what hangs on them is left out and the server derives it by the same rules.
 */
export function requestOf(draft: QuickLogDraft, facts: QuickLogFacts): InteractionInput {
  const shown = shownValues(draft, facts);
  const { description, rest } = splitDescription(shown.description);
  const comments = [rest, shown.comment?.trim() || null].filter((text) => text !== null);
  const isFilled = facts.template !== null && facts.contact !== null;
  const hanging = isFilled ? pick(shown, hangOnTemplate) : pick(draft.typed, hangOnTemplate);
  const request: InteractionInput = {
    ...(draft.contact && { contactNo: draft.contact.no }),
    ...(draft.templateCode !== null && { interactionTemplateCode: draft.templateCode }),
    ...(description !== null && { description }),
    date: shown.date,
    time: shown.time,
    ...(shown.salespersonCode !== null && { salespersonCode: shown.salespersonCode }),
    ...hanging,
    ...(shown.evaluation !== null && { evaluation: shown.evaluation }),
    wasSuccessful: shown.wasSuccessful,
    ...(shown.contactVia !== null && { contactVia: shown.contactVia }),
    // Left out, the template's campaign is taken (R-CAMP).
    ...pick(draft.typed, ["campaignNo", "opportunityNo"]),
    ...(comments.length > 0 && { comments }),
    ...(draft.typed.attachment !== undefined && { attachment: draft.typed.attachment }),
  };
  return request;
}

/** What was entered, as the guided flow takes it; a template waits until there is a contact (R-TMPL). */
export function flowInputOf(draft: QuickLogDraft): FlowInput {
  const { description: words, comment, ...fields } = draft.typed;
  const { description, rest } = splitDescription(words ?? null);
  const comments = [rest, comment?.trim() || null].filter((text) => text !== null);
  return {
    ...(draft.contact && draft.templateCode !== null && { interactionTemplateCode: draft.templateCode }),
    ...fields,
    ...(description !== null && { description }),
    ...(comments.length > 0 && { comments: comments.map((text) => ({ text })) }),
  };
}

/** Whether something would be lost if the draft went. */
export function isWorthKeeping({ typed }: QuickLogDraft): boolean {
  return Object.values(typed).some((value) => value !== null && value !== "" && value !== true);
}

/** The numbers and addresses of the contact, for "number used". */
export function waysToReach(contact: QuickLogFacts["contact"]): string[] {
  if (contact === null) return [];
  const ways = [contact.mobilePhoneNo, contact.phoneNo, contact.email];
  return [...new Set(ways.filter((way) => way !== null))];
}

function without<T extends object>(values: T, names: readonly (keyof T)[]): T {
  const kept = Object.entries(values).filter(([name]) => !names.includes(name as keyof T));
  return Object.fromEntries(kept) as T;
}

function pick<T extends object, Name extends keyof T>(values: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name]]] : []))) as Pick<
    T,
    Name
  >;
}
