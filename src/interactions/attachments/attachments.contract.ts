import { z } from "zod";
import {
  Attachment,
  downloadProblems,
  downloadQuery,
  uploadProblems,
  uploadQuery,
  uploadType,
} from "#attachments/attachments.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { flag, integerParameter, requiredCode } from "#platform/http/fields.ts";

/** Contracts of what is attached to templates and log entries (interactions, sections 8.1, 8.3 and 9.2). */

export const getEntryAttachment = endpoint({
  id: "getInteractionLogEntryAttachment",
  method: "GET",
  path: "/interaction-log-entries/{entryNo}/attachment",
  access: "interactions.read",
  summary: "The file of an entry, exactly as it is stored.",
  params: z.object({ entryNo: integerParameter(1, Number.MAX_SAFE_INTEGER) }),
  query: downloadQuery,
  produces: ["application/octet-stream"],
  problems: ["no_attachment_here", ...downloadProblems],
});

const rowPath = z.object({ code: requiredCode(10), languageCode: z.string().max(10) });
const path = "/interaction-templates/{code}/languages/{languageCode}/attachment";
const rowText =
  "`default` is the row of the template's default language (made when it is not there), `-` the row without a particular language.";

export const putTemplateAttachment = endpoint({
  id: "putInteractionTemplateAttachment",
  method: "PUT",
  path,
  access: "interactionSetup.write",
  summary: "Attach a file to a language of a template: the body is the file.",
  description: `${rowText} Its name comes in \`X-File-Name\` (percent-encoded) or \`fileName\`. Replacing a file takes \`replaceAttachment\`.`,
  params: rowPath,
  query: uploadQuery.extend({ replaceAttachment: flag().optional() }),
  consumes: [uploadType],
  result: Attachment,
  problems: ["confirmation_required", "attachment_read_only", ...uploadProblems],
});

export const copyTemplateAttachment = endpoint({
  id: "copyInteractionTemplateAttachment",
  method: "POST",
  path: `${path}/copy`,
  access: "interactionSetup.write",
  summary: "Attach an independent copy of the file of another template or language.",
  description: rowText,
  params: rowPath,
  body: z
    .strictObject({
      templateCode: requiredCode(10),
      /** Like in the address: a code, `default` or `-`. */
      languageCode: z.string().max(10).default("default"),
      replaceAttachment: z.boolean().optional(),
    })
    .meta({ id: "TemplateAttachmentSource" }),
  result: Attachment,
  problems: ["confirmation_required", "attachment_read_only", "no_attachment_here"],
});

export const getTemplateAttachment = endpoint({
  id: "getInteractionTemplateAttachment",
  method: "GET",
  path,
  access: "setup.read",
  summary: "The file of a language of a template, named after the template; 204 when there is none.",
  description: rowText,
  params: rowPath,
  query: downloadQuery,
  produces: ["application/octet-stream"],
  problems: downloadProblems,
});

export const deleteTemplateAttachment = endpoint({
  id: "deleteInteractionTemplateAttachment",
  method: "DELETE",
  path,
  access: "interactionSetup.write",
  summary: "Remove the file of a language of a template with its bytes.",
  description: rowText,
  params: rowPath,
  problems: ["attachment_read_only"],
});
