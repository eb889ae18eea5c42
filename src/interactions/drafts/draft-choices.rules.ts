/** What follows when a draft gets another contact or template (interactions R-SALES, R-LANG, R-TMPL, R-CORR, R-CAMP). */

import { activeAltAddress } from "#contacts/alternative-address.rules.ts";
import { isPrivacyBlocked } from "#contacts/privacy.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import { chooseTemplate, type TemplateContact } from "../choose-template.rules.ts";
import {
  deriveContentSource,
  deriveCorrespondenceType,
  deriveLanguage,
  deriveSalesperson,
  hasContent,
  type Template,
} from "../derivations.rules.ts";
import type {
  Draft,
  DraftContact,
  DraftFacts,
  DraftField,
  DraftTemplate,
  DraftValues,
} from "./draft.rules.ts";
import { proposedNumber } from "./phone-numbers.rules.ts";

/** Nothing new is recorded of a privacy-blocked contact. */
export function refuseContact(contact: DraftContact | null): FieldError[] {
  if (contact === null || !isPrivacyBlocked(contact, contact.company)) return [];
  return [{ path: "contactNo", code: "contact_privacy_blocked", values: { contactNo: contact.no } }];
}

/** What a new contact fills anew, whatever somebody had entered. */
const followingContact: readonly DraftField[] = [
  "contactAltAddressCode",
  "languageCode",
  "contactVia",
  "opportunityNo",
];

/**
 * The draft with the contact of the facts, or without any. Alternative address, salesperson, language, correspondence type
 * and number follow the contact; an opportunity of the former one goes.
 */
export function chooseDraftContact(draft: Draft, facts: DraftFacts): Draft {
  const { contact } = facts;
  const follows: readonly DraftField[] =
    contact === null ? [...followingContact, "salespersonCode"] : followingContact;
  const mayDerive = (field: DraftField) => !draft.fixed.includes(field) && !draft.typed.includes(field);
  const values: DraftValues = {
    ...draft.values,
    contactNo: contact?.no ?? null,
    contactAltAddressCode:
      contact && draft.values.date !== null
        ? activeAltAddress(contact.altAddressRanges, draft.values.date)
        : null,
    languageCode: null,
    contactVia:
      contact && draft.kind === "phoneCall" ? proposedNumber(contact.phones, draft.isOnPhone) : null,
    opportunityNo: draft.fixed.includes("opportunityNo") ? draft.values.opportunityNo : null,
    ...(contact === null
      ? { salespersonCode: draft.fixed.includes("salespersonCode") ? draft.values.salespersonCode : null }
      : {
          ...(mayDerive("salespersonCode") && { salespersonCode: salespersonOf(facts) }),
          ...followingTemplate(draft, contact, facts.template, mayDerive("correspondenceType")),
        }),
  };
  return { ...draft, values, typed: draft.typed.filter((field) => !follows.includes(field)) };
}

function salespersonOf({ salespeople: { users, contacts } }: DraftFacts): string | null {
  return deriveSalesperson({ dictated: null, users, contacts });
}

/** Language and correspondence type depend on both contact and template. */
function followingTemplate(
  { values }: Draft,
  contact: DraftContact,
  template: Template | null,
  mayDeriveType: boolean,
): Partial<DraftValues> {
  if (template === null || values.interactionTemplateCode === null) return {};
  const languageCode = deriveLanguage(template, contact.languageCode);
  if (!mayDeriveType) return { languageCode };
  const correspondenceType = deriveCorrespondenceType({
    template,
    contacts: contact.correspondenceType,
    previous: values.correspondenceType,
    isGuidedWithoutContent: !hasContent(deriveContentSource(template, languageCode)),
  });
  return { languageCode, correspondenceType };
}

/** Fields that a template fills anew, whatever somebody had entered. */
const filledByTemplate: readonly DraftField[] = [
  "subject",
  "cost",
  "durationMin",
  "informationFlow",
  "initiatedBy",
  "campaignTarget",
  "campaignResponse",
  "languageCode",
  "correspondenceType",
];

const nobody: TemplateContact = { languageCode: null, correspondenceType: null };

/** The draft with the template, or without any. A call has its template before it has a contact. */
export function chooseDraftTemplate(
  draft: Draft,
  template: DraftTemplate | null,
  contact: DraftContact | null,
): Draft {
  if (template === null) return withoutTemplate(draft);
  const { description, correspondenceType } = draft.values;
  const hadTemplate = draft.values.interactionTemplateCode !== null;
  const choice = chooseTemplate(
    { description, correspondenceType, hadTemplate },
    contact ?? nobody,
    template,
  );
  if (!choice.allowed) return draft;
  const {
    interactionGroupCode: _group,
    attachmentNo: _attachment,
    wordTemplateCode: _word,
    ...filled
  } = choice.values;
  const isReplaced = filled.description !== description;
  return {
    ...draft,
    values: { ...draft.values, ...filled, campaignNo: campaignWith(draft, template) },
    typed: draft.typed.filter(
      (field) =>
        !filledByTemplate.includes(field) &&
        !(field === "description" && isReplaced) &&
        !(field === "campaignNo" && template.campaignNo !== null),
    ),
  };
}

/** The file that goes along: one's own, else that of the template's language (R-CONTENTSRC). */
export function contentOf({ typed, values }: Draft, template: Template | null): number | null {
  if (typed.includes("attachmentNo")) return values.attachmentNo;
  return template && deriveContentSource(template, values.languageCode).attachmentNo;
}

/** Another template or language brings its own content; a file of one's own is attached anew (§6). */
export function reloadContent(before: Draft, after: Draft): Draft {
  const isSame =
    before.values.interactionTemplateCode === after.values.interactionTemplateCode &&
    before.values.languageCode === after.values.languageCode;
  if (isSame) return after;
  return {
    ...after,
    values: { ...after.values, attachmentNo: null },
    typed: after.typed.filter((field) => field !== "attachmentNo"),
  };
}

/** R-CAMP: a fixed campaign stays; else the template's; else what somebody supplied. The former template's goes. */
function campaignWith({ fixed, typed, values }: Draft, template: Template | null): string | null {
  if (fixed.includes("campaignNo")) return values.campaignNo;
  return template?.campaignNo ?? (typed.includes("campaignNo") ? values.campaignNo : null);
}

function withoutTemplate(draft: Draft): Draft {
  const { values, typed } = draft;
  return {
    ...draft,
    typed: typed.filter((field) => !filledByTemplate.includes(field)),
    values: {
      ...values,
      interactionTemplateCode: null,
      description: typed.includes("description") ? values.description : null,
      subject: null,
      cost: null,
      durationMin: null,
      informationFlow: null,
      initiatedBy: null,
      languageCode: null,
      correspondenceType: null,
      campaignTarget: false,
      campaignResponse: false,
      campaignNo: campaignWith(draft, null),
    },
  };
}
