/** Choosing a template in the guided flow, the phone call and the quick log (interactions R-TMPL). */

import type { CorrespondenceType } from "#contacts/contact.rules.ts";
import {
  type Amount,
  type ContentSource,
  deriveContentSource,
  deriveCorrespondenceType,
  deriveDescription,
  deriveLanguage,
  hasContent,
  type InformationFlow,
  type InitiatedBy,
  type Template,
} from "./derivations.rules.ts";

export interface DraftBeforeTemplate {
  readonly description: string | null;
  readonly correspondenceType: CorrespondenceType | null;
  /** A template had been chosen already. */
  readonly hadTemplate: boolean;
}

export interface TemplateContact {
  readonly languageCode: string | null;
  readonly correspondenceType: CorrespondenceType | null;
}

/** The fields of the draft which a template fills anew. */
export interface TemplateValues extends ContentSource {
  readonly interactionTemplateCode: string;
  readonly interactionGroupCode: string;
  readonly description: string | null;
  readonly subject: null;
  readonly cost: Amount;
  readonly durationMin: number;
  readonly informationFlow: InformationFlow | null;
  readonly initiatedBy: InitiatedBy | null;
  readonly campaignTarget: boolean;
  readonly campaignResponse: boolean;
  readonly languageCode: string | null;
  readonly correspondenceType: CorrespondenceType | null;
}

export type TemplateChoice =
  | { readonly allowed: true; readonly values: TemplateValues }
  | { readonly allowed: false; readonly because: "contact_required" | "template_archived" };

/** Resets what hangs on the template and fills it again; a contact must be chosen first. */
export function chooseTemplate(
  draft: DraftBeforeTemplate,
  contact: TemplateContact | null,
  template: Template,
): TemplateChoice {
  if (contact === null) return { allowed: false, because: "contact_required" };
  if (template.archived) return { allowed: false, because: "template_archived" };

  const languageCode = deriveLanguage(template, contact.languageCode);
  const content = deriveContentSource(template, languageCode);
  const correspondenceType = deriveCorrespondenceType({
    template,
    contacts: contact.correspondenceType,
    previous: draft.correspondenceType,
    isGuidedWithoutContent: !hasContent(content),
  });
  return {
    allowed: true,
    values: {
      interactionTemplateCode: template.code,
      interactionGroupCode: template.interactionGroupCode,
      description: deriveDescription(draft.description, template, draft.hadTemplate),
      subject: null,
      cost: template.unitCost,
      durationMin: template.unitDurationMin,
      informationFlow: template.informationFlow,
      initiatedBy: template.initiatedBy,
      campaignTarget: template.campaignTarget,
      campaignResponse: template.campaignResponse,
      languageCode,
      ...content,
      correspondenceType,
    },
  };
}
