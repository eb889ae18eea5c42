import { z } from "zod";
import { commentLength } from "#comments/comments.rules.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  amount,
  code,
  date,
  minutes,
  requiredCode,
  requiredLongText,
  text,
  time,
} from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { informationFlows, initiators } from "../derivations.rules.ts";
import { evaluations } from "../lifecycle.rules.ts";
import {
  Comment,
  correspondenceTypes,
  LogEntry,
  RecordedInteraction,
  recordingProblems,
} from "../log-entry.contract.ts";
import { draftKinds, draftSteps } from "./draft.rules.ts";

/** Contracts of the guided flow and the phone call (interactions, sections 2.6, 6 and 7). */

const whose = {
  of: z.enum(["contact", "company"]),
  /** Of the alternative address it belongs to. */
  altAddressCode: z.string().nullable(),
};

export const PhoneNumber = z
  .object({ phoneNo: z.string(), kind: z.enum(["phone", "mobile"]), ...whose })
  .meta({ id: "SelectablePhoneNumber" });

export const EmailAddress = z.object({ email: z.string(), ...whose }).meta({ id: "SelectableEmailAddress" });

/** A draft, with the names of what it refers to. Once it is over, its values are blank and `entryNo` says where they went. */
export const InteractionDraft = z
  .object({
    id: z.string(),
    kind: z.enum(draftKinds),
    step: z.enum(draftSteps),
    /** The steps of this draft, in order. */
    steps: z.array(z.enum(draftSteps)),
    /** Fields that the place it was started from dictates. */
    fixed: z.array(z.string()),
    /** Fields somebody entered. */
    typed: z.array(z.string()),
    /** What became of it; `null` while it is open. */
    outcome: z.enum(["finished", "postponed"]).nullable(),
    entryNo: z.int().nullable(),
    /** The postponed interaction it goes on with. */
    resumedEntryNo: z.int().nullable(),
    contactNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactAltAddressCode: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    contactCompanyName: z.string().nullable(),
    interactionTemplateCode: z.string().nullable(),
    interactionTemplateDescription: z.string().nullable(),
    interactionGroupCode: z.string().nullable(),
    description: z.string().nullable(),
    subject: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    languageCode: z.string().nullable(),
    date: z.string().nullable(),
    time: z.string().nullable(),
    correspondenceType: z.enum(correspondenceTypes).nullable(),
    informationFlow: z.enum(informationFlows).nullable(),
    initiatedBy: z.enum(initiators).nullable(),
    contactVia: z.string().nullable(),
    dialContact: z.boolean(),
    cost: z.number().nullable(),
    durationMin: z.int().nullable(),
    evaluation: z.enum(evaluations).nullable(),
    wasSuccessful: z.boolean(),
    campaignNo: z.string().nullable(),
    campaignTarget: z.boolean(),
    campaignResponse: z.boolean(),
    opportunityNo: z.string().nullable(),
    taskNo: z.string().nullable(),
    /** The file that goes along: one's own, where it is among the typed fields, else that of the template's language. */
    attachmentNo: z.int().nullable(),
    comments: z.array(Comment),
    /** Of a call: the numbers to choose from. */
    phoneNumbers: z.array(PhoneNumber),
    version: z.int(),
    createdAt: z.string(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "InteractionDraft" });
export type InteractionDraft = z.output<typeof InteractionDraft>;

export const accountKinds = ["customer", "vendor", "bankAccount"] as const;

/** Where the flow is started from; whatever is given is fixed. */
export const NewDraft = z
  .strictObject({
    kind: z.enum(draftKinds).default("interaction"),
    contactNo: code(20).optional(),
    salespersonCode: code(20).optional(),
    campaignNo: code(20).optional(),
    opportunityNo: code(20).optional(),
    taskNo: code(20).optional(),
    /** A customer, vendor or bank account, for its linked contact. */
    account: z.strictObject({ kind: z.enum(accountKinds), no: requiredCode(20) }).optional(),
    /** Goes on with a postponed interaction. */
    postponedEntryNo: z.int().min(1).optional(),
    /** The flow runs on a phone: its mobile number is proposed first. */
    onPhone: z.boolean().default(false),
  })
  .meta({ id: "NewInteractionDraft" });
export type NewDraft = z.output<typeof NewDraft>;

const commentLine = z.strictObject({
  /** Of a line that is there already. */
  lineNo: z.int().min(1).optional(),
  text: requiredLongText(commentLength),
  date: date().nullable().optional(),
  code: code(10).optional(),
});

/** Fields to change, as somebody enters them; the rest follows by the rules of interactions, section 5. */
export const DraftInput = z
  .strictObject({
    contactNo: code(20).optional(),
    /** One of the contact's alternative addresses. */
    contactAltAddressCode: code(10).optional(),
    /** Part of a name: the first contact whose name contains it is taken, none clears the contact. */
    contactName: text(100).optional(),
    interactionTemplateCode: code(10).optional(),
    description: text(100).optional(),
    subject: text(100).optional(),
    salespersonCode: code(20).optional(),
    languageCode: code(10).optional(),
    date: date().nullable().optional(),
    time: time().nullable().optional(),
    correspondenceType: z.enum(correspondenceTypes).nullable().optional(),
    informationFlow: z.enum(informationFlows).nullable().optional(),
    initiatedBy: z.enum(initiators).nullable().optional(),
    contactVia: text(80).optional(),
    dialContact: z.boolean().optional(),
    cost: amount().nullable().optional(),
    durationMin: minutes().nullable().optional(),
    evaluation: z.enum(evaluations).nullable().optional(),
    wasSuccessful: z.boolean().optional(),
    campaignNo: code(20).optional(),
    campaignTarget: z.boolean().optional(),
    campaignResponse: z.boolean().optional(),
    opportunityNo: code(20).optional(),
    taskNo: code(20).optional(),
    /** A file that was uploaded (`POST /attachments`); `null` = none, not even the template's. */
    attachment: z
      .strictObject({ attachmentNo: z.int().min(1) })
      .nullable()
      .optional(),
    /** All lines as they are to be: those left out are gone. */
    comments: z.array(commentLine).max(100).optional(),
    step: z.enum(draftSteps).optional(),
  })
  .meta({ id: "InteractionDraftChange" });
export type DraftInput = z.output<typeof DraftInput>;

const draftPath = z.object({ id: z.uuid() });
const fieldProblems = [
  "field_fixed",
  "contact_required",
  "template_required",
  "template_archived",
  "language_not_on_template",
  "salesperson_blocked",
  "contact_privacy_blocked",
] as const;

export const listDrafts = endpoint({
  id: "listInteractionDrafts",
  method: "GET",
  path: "/interaction-drafts",
  access: "interactions.write",
  summary: "The caller's own open drafts, the latest first.",
  query: listQuery(["lastModifiedAt"], {}),
  result: listOf(InteractionDraft),
});

export const startDraft = endpoint({
  id: "startInteractionDraft",
  method: "POST",
  path: "/interaction-drafts",
  access: "interactions.write",
  summary: "Start the guided flow or a phone call.",
  description:
    "What is given is fixed and cannot be changed later. With `postponedEntryNo` a postponed interaction is resumed with all it holds; the caller's draft that resumes it already is answered again (200). Drafts are private to the caller and expire after 30 days without a change.",
  body: NewDraft,
  result: InteractionDraft,
  status: 201,
  problems: [
    "phone_template_not_set",
    "no_contact_for_account",
    "interaction_not_postponed",
    ...fieldProblems,
  ],
});

export const getDraft = endpoint({
  id: "getInteractionDraft",
  method: "GET",
  path: "/interaction-drafts/{id}",
  access: "interactions.write",
  summary: "One of the caller's drafts.",
  params: draftPath,
  result: InteractionDraft,
});

export const changeDraft = endpoint({
  id: "changeInteractionDraft",
  method: "PATCH",
  path: "/interaction-drafts/{id}",
  access: "interactions.write",
  summary: "Autosave: fields, comments and step, in any combination.",
  description:
    "Another contact or template fills anew what follows from it. The guided flow leaves its first step with template and description only; a step that there is nothing to do in is skipped.",
  params: draftPath,
  body: DraftInput,
  result: InteractionDraft,
  problems: ["draft_over", "not_found", ...fieldProblems],
});

export const discardDraft = endpoint({
  id: "discardInteractionDraft",
  method: "DELETE",
  path: "/interaction-drafts/{id}",
  access: "interactions.write",
  summary: "Discard a draft; a postponed interaction that it resumed stays as it was.",
  params: draftPath,
});

export const Delivery = z
  .strictObject({
    /** False unless said: recording something never sends anything. */
    deliver: z.boolean().optional(),
  })
  .default({})
  .meta({ id: "InteractionDelivery" });

export const finishDraft = endpoint({
  id: "finishInteractionDraft",
  method: "POST",
  path: "/interaction-drafts/{id}/finish",
  access: "interactions.write",
  summary: "Log the interaction.",
  description:
    "Finishing once more answers the same entry for a day, so that nothing is logged twice. A call is checked in the order number, date, description, salesperson, and nothing of it is delivered.",
  params: draftPath,
  body: z
    .strictObject({
      deliver: z.boolean().optional(),
      /** Makes an opportunity of the interaction, unless it has one (campaigns O-5). */
      createOpportunity: z.boolean().optional(),
    })
    .default({})
    .meta({ id: "InteractionFinish" }),
  result: RecordedInteraction,
  problems: ["draft_over", "phone_number_required", "interaction_not_postponed", ...recordingProblems],
});

export const postponeDraft = endpoint({
  id: "postponeInteractionDraft",
  method: "POST",
  path: "/interaction-drafts/{id}/postpone",
  access: "interactions.write",
  summary: "Keep it for later: a contact is all it needs. It counts nowhere before it is finished.",
  params: draftPath,
  result: LogEntry,
  problems: ["draft_over", "contact_required", "contact_privacy_blocked", "interaction_not_postponed"],
});

export const listPhoneNumbers = endpoint({
  id: "listContactPhoneNumbers",
  method: "GET",
  path: "/contacts/{no}/phone-numbers",
  access: "contacts.read",
  summary: "The numbers a contact can be called at: its own, then its company's.",
  description:
    "After its own numbers come those of the alternative address that is active today, or of the one that is named.",
  params: z.object({ no: code(20) }),
  query: z.strictObject({ altAddressCode: code(10).optional() }),
  result: z.object({ items: z.array(PhoneNumber) }).meta({ id: "SelectablePhoneNumbers" }),
  problems: ["no_phone_numbers"],
});

export const listEmailAddresses = endpoint({
  id: "listContactEmailAddresses",
  method: "GET",
  path: "/contacts/{no}/email-addresses",
  access: "contacts.read",
  summary: "The addresses a contact can be written to: its own, then its company's.",
  description:
    "After its own addresses comes that of the alternative address that is active today, or of the one that is named.",
  params: z.object({ no: code(20) }),
  query: z.strictObject({ altAddressCode: code(10).optional() }),
  result: z.object({ items: z.array(EmailAddress) }).meta({ id: "SelectableEmailAddresses" }),
  problems: ["no_email_addresses"],
});
