import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter } from "#platform/http/fields.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import { previews } from "./attachment-types.rules.ts";

/** Contracts of attachments (interactions, sections 2.7, 9.1 and 9.2). */

export const storageTypes = ["embedded", "file"] as const;

/** The body of an upload: the bytes of the file and nothing else. Its name stands in `X-File-Name`, percent-encoded. */
export const uploadType = "application/octet-stream";

/** A file. Its size is in bytes; `preview` says how a browser may show it. */
export const Attachment = z
  .object({
    attachmentNo: z.int(),
    fileName: z.string(),
    fileExtension: z.string().nullable(),
    mimeType: z.string(),
    size: z.int(),
    sha256: z.string(),
    storageType: z.enum(storageTypes),
    storagePointer: z.string().nullable(),
    readOnly: z.boolean(),
    preview: z.enum(previews).nullable(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.output<typeof Attachment>;

export const uploadQuery = z.strictObject({ fileName: z.string().max(300).optional() });
export const uploadProblems = [
  "file_empty",
  "file_too_large",
  "attachment_storage",
  "attachment_upload_broken",
] as const;

/** `preview=true`: for showing instead of saving; only what `preview` of the attachment allows. */
export const downloadQuery = z.strictObject({
  preview: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
});
export const downloadProblems = [
  "attachment_storage",
  "attachment_missing",
  "attachment_no_preview",
] as const;

export const uploadAttachment = endpoint({
  id: "uploadAttachment",
  method: "POST",
  path: "/attachments",
  access: "interactions.write",
  summary: "Upload a file that an interaction is going to name.",
  description:
    "The body is the file itself; its name comes in `X-File-Name` (percent-encoded) or `fileName`. What it is is found out from its bytes. A file that nothing names within seven days is deleted.",
  query: uploadQuery,
  consumes: [uploadType],
  isRepeatable: false,
  result: Attachment,
  status: 201,
  problems: uploadProblems,
});

export const getAttachment = endpoint({
  id: "getAttachment",
  method: "GET",
  path: "/attachments/{attachmentNo}",
  access: "interactions.read",
  summary: "What a file is: name, type, size; not its bytes.",
  params: z.object({ attachmentNo: integerParameter(1, Number.MAX_SAFE_INTEGER) }),
  result: Attachment,
});

/** What became of a relocation; `failures` names the first hundred. */
export const RelocationResult = z
  .object({
    moved: z.int(),
    failed: z.int(),
    failures: z.array(z.object({ attachmentNo: z.int(), code: z.string() })),
  })
  .meta({ id: "AttachmentRelocation" });
export type RelocationResult = z.output<typeof RelocationResult>;

export const relocateAttachments = endpoint({
  id: "relocateAttachments",
  method: "POST",
  path: "/attachments/relocate",
  access: "setup.write",
  summary: "Move every attachment to where new ones go.",
  description:
    "Goes on as a job: each file is copied, compared by its checksum, switched over and only then deleted at its old place. What fails stays readable where it is and is reported; the rest goes on.",
  result: z.union([RelocationResult, JobAccepted]),
  status: 202,
});
