import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code } from "#platform/http/fields.ts";
import { type TemplateEvent, templateEvents } from "./template-setup.rules.ts";

function ofEvents<Field>(field: () => Field): Record<TemplateEvent, Field> {
  return Object.fromEntries(templateEvents.map((event) => [event, field()])) as Record<TemplateEvent, Field>;
}

/** One template per event that is logged by itself; blank = not logged. */
export const TemplateSetup = z
  .object({
    ...ofEvents(() => z.string().nullable()),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "InteractionTemplateSetup" });
export type TemplateSetup = z.output<typeof TemplateSetup>;

export const TemplateSetupChanges = z
  .strictObject(ofEvents(() => code(10).optional()))
  .meta({ id: "InteractionTemplateSetupChanges" });
export type TemplateSetupChanges = z.output<typeof TemplateSetupChanges>;

export const getTemplateSetup = endpoint({
  id: "getInteractionTemplateSetup",
  method: "GET",
  path: "/interaction-template-setup",
  access: "interactionSetup.read",
  summary: "The template that each automatic event is logged with; blank events are not logged.",
  result: TemplateSetup,
});

export const changeTemplateSetup = endpoint({
  id: "changeInteractionTemplateSetup",
  method: "PATCH",
  path: "/interaction-template-setup",
  access: "interactionSetup.write",
  summary: "Choose the templates of automatic events.",
  description:
    "`outgCalls` is the template of the phone-call flow. Only the template of meeting invitations may have a file in its default language; templates of documents (everything but the general events, and cover sheets) must have no language rows.",
  body: TemplateSetupChanges,
  result: TemplateSetup,
  problems: ["not_found", "template_has_attachment", "template_has_languages", "stale_version"],
});
