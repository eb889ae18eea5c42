import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { amount, code, codeList, flag, minutes, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { defineSetupList } from "#setup/lists/define-setup-list.contract.ts";
import { textField } from "#setup/lists/setup-fields.contract.ts";
import { interactionTotals } from "#statistics/interaction-totals.contract.ts";
import { wizardActions } from "./attachments/wizard-action.rules.ts";
import { informationFlows, initiators } from "./derivations.rules.ts";
import { correspondenceTypes } from "./log-entry.contract.ts";

/** Contracts of interaction groups and templates (interactions, sections 2.1–2.3 and 8.1). */

const codePath = z.object({ code: requiredCode(10) });

/** Classes of templates (section 2.1): a set-up list like the others. */
const groups = defineSetupList({
  resource: "interaction-groups",
  singular: "InteractionGroup",
  label: "description",
  fields: { description: textField(100) },
  access: { read: "setup.read", write: "interactionSetup.write" },
});
export const interactionGroups = {
  ...groups,
  get: { ...groups.get, result: groups.item.extend(interactionTotals).meta({ id: "InteractionGroupCard" }) },
};

const TemplateLanguage = z.object({
  languageCode: z.string().nullable(),
  description: z.string().nullable(),
  /** What is attached to it: `GET …/languages/{languageCode}/attachment`. */
  attachmentNo: z.int().nullable(),
});

export const InteractionTemplate = z
  .object({
    code: z.string(),
    interactionGroupCode: z.string(),
    description: z.string().nullable(),
    unitCost: z.number(),
    unitDurationMin: z.int(),
    informationFlow: z.enum(informationFlows).nullable(),
    initiatedBy: z.enum(initiators).nullable(),
    defaultCorrespondenceType: z.enum(correspondenceTypes).nullable(),
    ignoreContactCorrespondenceType: z.boolean(),
    defaultLanguageCode: z.string().nullable(),
    /** The action of the guided flow (R-WA). */
    wizardAction: z.enum(wizardActions).nullable(),
    languages: z.array(TemplateLanguage),
    /** Of the row of the default language. */
    attachmentNo: z.int().nullable(),
    campaignNo: z.string().nullable(),
    campaignTarget: z.boolean(),
    campaignResponse: z.boolean(),
    archived: z.boolean(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "InteractionTemplate" });
export type InteractionTemplate = z.output<typeof InteractionTemplate>;

export const NewInteractionTemplate = z
  .strictObject({
    code: requiredCode(10),
    interactionGroupCode: requiredCode(10),
    description: text(100).optional(),
    /** Base currency, up to 5 decimals. */
    unitCost: amount().optional(),
    /** Whole minutes. */
    unitDurationMin: minutes().optional(),
    informationFlow: z.enum(informationFlows).nullable().optional(),
    initiatedBy: z.enum(initiators).nullable().optional(),
    defaultCorrespondenceType: z.enum(correspondenceTypes).nullable().optional(),
    ignoreContactCorrespondenceType: z.boolean().optional(),
    wizardAction: z.enum(wizardActions).nullable().optional(),
    campaignNo: code(20).optional(),
    campaignTarget: z.boolean().optional(),
    campaignResponse: z.boolean().optional(),
    archived: z.boolean().optional(),
  })
  .meta({ id: "NewInteractionTemplate" });
export type NewInteractionTemplate = z.output<typeof NewInteractionTemplate>;

export const listInteractionTemplates = endpoint({
  id: "listInteractionTemplates",
  method: "GET",
  path: "/interaction-templates",
  access: "setup.read",
  summary: "Interaction templates.",
  query: listQuery(["code", "description"], {
    search: z.string().max(100).optional(),
    code: codeList().optional(),
    interactionGroupCode: codeList().optional(),
    archived: flag().optional(),
  }),
  result: listOf(InteractionTemplate),
});

export const getInteractionTemplate = endpoint({
  id: "getInteractionTemplate",
  method: "GET",
  path: "/interaction-templates/{code}",
  access: "setup.read",
  summary: "One interaction template.",
  params: codePath,
  result: InteractionTemplate.extend(interactionTotals).meta({ id: "InteractionTemplateCard" }),
});

export const createInteractionTemplate = endpoint({
  id: "createInteractionTemplate",
  method: "POST",
  path: "/interaction-templates",
  access: "interactionSetup.write",
  summary: "Create an interaction template.",
  description: "The default correspondence type is e-mail unless said (interactions, section 2.2).",
  body: NewInteractionTemplate,
  result: InteractionTemplate,
  status: 201,
  problems: ["duplicate"],
});

export const changeInteractionTemplate = endpoint({
  id: "changeInteractionTemplate",
  method: "PATCH",
  path: "/interaction-templates/{code}",
  access: "interactionSetup.write",
  summary: "Change an interaction template; entries already logged keep their values.",
  params: codePath,
  body: NewInteractionTemplate.partial()
    .extend({ defaultLanguageCode: code(10).optional(), createLanguage: z.boolean().optional() })
    .meta({ id: "InteractionTemplateChange" }),
  result: InteractionTemplate,
  problems: ["duplicate", "confirmation_required", "language_not_created", "wizard_action_not_allowed"],
});

export const deleteInteractionTemplate = endpoint({
  id: "deleteInteractionTemplate",
  method: "DELETE",
  path: "/interaction-templates/{code}",
  access: "interactionSetup.write",
  summary: "Delete a template that no interaction names; archive it otherwise.",
  params: codePath,
  problems: ["template_in_use"],
});

const languagePath = codePath.extend({ languageCode: z.string().max(10) });

export const putTemplateLanguage = endpoint({
  id: "putInteractionTemplateLanguage",
  method: "PUT",
  path: "/interaction-templates/{code}/languages/{languageCode}",
  access: "interactionSetup.write",
  summary: "Create or change the row of a language; `-` is the row without a particular language.",
  params: languagePath,
  body: z.strictObject({ description: text(100).optional() }).meta({ id: "TemplateLanguageInput" }),
  result: InteractionTemplate,
});

export const changeTemplateLanguage = endpoint({
  id: "changeInteractionTemplateLanguage",
  method: "PATCH",
  path: "/interaction-templates/{code}/languages/{languageCode}",
  access: "interactionSetup.write",
  summary: "Change the row of a language: its description, or which language it is.",
  description:
    "`languageCode` gives the row, with its file, another language (`null`: no particular one); the template's default language follows if it was this one.",
  params: languagePath,
  body: z
    .strictObject({ languageCode: code(10).optional(), description: text(100).optional() })
    .meta({ id: "TemplateLanguageChange" }),
  result: InteractionTemplate,
  problems: ["duplicate", "template_in_use"],
});

export const deleteTemplateLanguage = endpoint({
  id: "deleteInteractionTemplateLanguage",
  method: "DELETE",
  path: "/interaction-templates/{code}/languages/{languageCode}",
  access: "interactionSetup.write",
  summary: "Delete the row of a language.",
  params: languagePath,
});
