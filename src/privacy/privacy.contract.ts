import { z } from "zod";
import { contactFieldLengths } from "#contacts/contact.rules.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredCode } from "#platform/http/fields.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";

/** Contracts of subject rights (contacts §10, B9): what is kept of a contact, exporting it, erasing it. */

/** Who wanted a contact erased. Nobody is named: the record must not keep what it says was erased. */
export const requesters = ["subject", "representative", "authority", "organisation"] as const;
export type Requester = (typeof requesters)[number] | "retentionRule";

export const exportDays = 7;

/** What an erasure finds of a contact, and takes away or blanks. */
export const erasedKinds = [
  "interactions",
  "postponedInteractions",
  "interactionDrafts",
  "interactionComments",
  "attachments",
  "tasks",
  "opportunities",
  "segmentLines",
  "alternativeAddresses",
  "comments",
  "consents",
  "merges",
  "imports",
  "savedViews",
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

const Counts = z.object(
  Object.fromEntries(erasedKinds.map((kind) => [kind, z.int()])) as Record<ErasedKind, z.ZodInt>,
);
export type ErasedCounts = z.output<typeof Counts>;

/** The record of an erasure: that it was done, by whom, when and why; nothing of whom. */
export const Erasure = z
  .object({
    contactNo: z.string(),
    requestedBy: z.enum([...requesters, "retentionRule"]),
    reason: z.string(),
    erasedAt: z.string(),
    erasedBy: z.string(),
    counts: z.partialRecord(z.enum(erasedKinds), z.int()),
  })
  .meta({ id: "ContactErasure" });
export type Erasure = z.output<typeof Erasure>;

export const PrivacyExport = z
  .object({
    id: z.uuid(),
    contactNo: z.string(),
    fileBytes: z.int().nullable().describe("Blank until the archive is complete"),
    createdAt: z.string(),
    createdBy: z.string(),
    expiresAt: z.string().describe("It is deleted then"),
  })
  .meta({ id: "PrivacyExport" });
export type PrivacyExport = z.output<typeof PrivacyExport>;

/** A record that stays as it is, and that whoever erases should know of. */
const Related = z.object({ no: z.string(), name: z.string().nullable() });

export const ContactPrivacy = z
  .object({
    contactNo: z.string(),
    erasure: Erasure.nullable(),
    exports: z.array(PrivacyExport),
    counts: Counts.describe("What erasing would take away or blank"),
    openTasks: z.int(),
    openOpportunities: z.int(),
    parties: z
      .array(Related.extend({ kind: z.enum(["customer", "vendor", "bankAccount", "employee"]) }))
      .describe("Linked parties: they are not changed"),
    people: z.array(Related).describe("People of a company, the first 50: they are not erased with it"),
    peopleCount: z.int(),
  })
  .meta({ id: "ContactPrivacy" });
export type ContactPrivacy = z.output<typeof ContactPrivacy>;

const contactPath = z.object({ no: requiredCode(contactFieldLengths.no) });
const contactProblems = ["contact_not_found", "contact_merged"] as const;

export const getContactPrivacy = endpoint({
  id: "getContactPrivacy",
  method: "GET",
  path: "/contacts/{no}/privacy",
  access: "privacy.manage",
  summary: "What is kept of a contact, what erasing would take away, and what was exported or erased.",
  params: contactPath,
  result: ContactPrivacy,
  problems: contactProblems,
});

export const ExportedContact = z
  .object({ exportId: z.uuid(), fileBytes: z.int(), files: z.int() })
  .meta({ id: "ExportedContact" });
export type ExportedContact = z.output<typeof ExportedContact>;

export const exportContact = endpoint({
  id: "exportContact",
  method: "POST",
  path: "/contacts/{no}/privacy-export",
  access: "privacy.manage",
  summary: "Write everything about a contact into an archive: JSON per kind of record, and the files.",
  description: `Goes on as a job. The archive, a ZIP file with a README that names its fields, is downloaded from \`/privacy-exports/{id}/file\` and deleted after ${exportDays} days (contacts §10, B9).`,
  params: contactPath,
  result: z.union([ExportedContact, JobAccepted]),
  problems: [...contactProblems, "privacy_export_storage"],
});

export const downloadPrivacyExport = endpoint({
  id: "downloadPrivacyExport",
  method: "GET",
  path: "/privacy-exports/{id}/file",
  access: "privacy.manage",
  summary: "The archive of an exported contact.",
  params: z.object({ id: z.uuid() }),
  produces: ["application/zip"],
  problems: ["not_found"],
});

export const ErasureRequest = z
  .strictObject({
    requestedBy: z.enum(requesters),
    reason: z.string().trim().min(1).max(250).describe("Why; kept for good, so it must not say who it was"),
    confirm: z.boolean().optional(),
  })
  .meta({ id: "ErasureRequest" });
export type ErasureRequest = z.output<typeof ErasureRequest>;

export const eraseContact = endpoint({
  id: "eraseContact",
  method: "POST",
  path: "/contacts/{no}/erase",
  access: "privacy.manage",
  summary: "Erase who a contact was; what was done when, by whom and at what cost stays.",
  description:
    "Names, addresses, numbers, e-mails, comments and alternative addresses go; of its interactions subject, description, address, comments and files; tasks and opportunities lose their texts. Date, template, cost, duration, evaluation and so all statistics stay. The contact stays, blocked and out of segments, and cannot be changed any more. Linked parties are not changed, people of a company are not erased. It cannot be undone; without `confirm: true` nothing happens (contacts §10, B9).",
  params: contactPath,
  body: ErasureRequest,
  result: Erasure,
  problems: [...contactProblems, "contact_erased", "confirmation_required"],
});
