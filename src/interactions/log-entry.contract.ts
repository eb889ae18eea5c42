import { z } from "zod";
import { commentLength } from "#comments/comments.rules.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  amount,
  code,
  codeList,
  date,
  enumList,
  flag,
  integerParameter,
  minutes,
  requiredLongText,
  text,
  time,
} from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { Warning } from "#platform/http/warnings.ts";
import { informationFlows, initiators } from "./derivations.rules.ts";
import { evaluations } from "./lifecycle.rules.ts";

/** Contracts of recording and of the log (interactions, sections 2.4, 8.2, 8.3 and 12). */

export const correspondenceTypes = ["hardCopy", "email"] as const;

/** An entry of the interaction log. Amounts in base currency, durations in whole minutes. */
export const LogEntry = z
  .object({
    entryNo: z.int(),
    contactNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    contactCompanyName: z.string().nullable(),
    formerContactNo: z.string().nullable(),
    date: z.string(),
    time: z.string(),
    recordedAt: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    subject: z.string().nullable(),
    interactionTemplateCode: z.string().nullable(),
    interactionGroupCode: z.string().nullable(),
    languageCode: z.string().nullable(),
    informationFlow: z.enum(informationFlows).nullable(),
    initiatedBy: z.enum(initiators).nullable(),
    correspondenceType: z.enum(correspondenceTypes).nullable(),
    contactVia: z.string().nullable(),
    contactAltAddressCode: z.string().nullable(),
    cost: z.number(),
    durationMin: z.int(),
    evaluation: z.enum(evaluations).nullable(),
    attemptFailed: z.boolean(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    userId: z.string(),
    campaignNo: z.string().nullable(),
    campaignEntryNo: z.int().nullable(),
    campaignTarget: z.boolean(),
    campaignResponse: z.boolean(),
    segmentNo: z.string().nullable(),
    loggedSegmentEntryNo: z.int().nullable(),
    taskNo: z.string().nullable(),
    opportunityNo: z.string().nullable(),
    documentType: z.string().nullable(),
    documentNo: z.string().nullable(),
    versionNo: z.int().nullable(),
    documentOccurrence: z.int().nullable(),
    attachmentNo: z.int().nullable(),
    deliveryStatus: z.enum(["inProgress", "error", "delivered"]).nullable(),
    source: z.string(),
    canceled: z.boolean(),
    canceledAt: z.string().nullable(),
    canceledBy: z.string().nullable(),
    cancelReason: z.string().nullable(),
    /** The entry that it corrects. */
    correctsEntryNo: z.int().nullable(),
    /** The entry that stands in its place; this one is canceled for as long as there is one. */
    correctedByEntryNo: z.int().nullable(),
    postponed: z.boolean(),
    hasComment: z.boolean(),
    noOfComments: z.int(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "LogEntry" });
export type LogEntry = z.output<typeof LogEntry>;

/** An entry as recording it answers. */
export const RecordedInteraction = LogEntry.extend({
  warnings: z
    .array(Warning)
    .describe("Consents of the contact that speak against it (contacts B6); it is recorded all the same"),
}).meta({ id: "RecordedInteraction" });

const commentText = requiredLongText(commentLength);

/** Input of one interaction; what is left out is derived (interactions, section 5). */
export const NewInteraction = z
  .strictObject({
    contactNo: code(20).optional(),
    /** One of the contact's; left out, the one active on the date. */
    contactAltAddressCode: code(10).optional(),
    interactionTemplateCode: code(10).optional(),
    description: text(100).optional(),
    subject: text(100).optional(),
    salespersonCode: code(20).optional(),
    date: date().nullable().optional(),
    time: time().nullable().optional(),
    languageCode: code(10).optional(),
    correspondenceType: z.enum(correspondenceTypes).nullable().optional(),
    informationFlow: z.enum(informationFlows).nullable().optional(),
    initiatedBy: z.enum(initiators).nullable().optional(),
    contactVia: text(80).optional(),
    cost: amount().nullable().optional(),
    durationMin: minutes().nullable().optional(),
    evaluation: z.enum(evaluations).nullable().optional(),
    wasSuccessful: z.boolean().optional(),
    campaignNo: code(20).optional(),
    campaignTarget: z.boolean().optional(),
    campaignResponse: z.boolean().optional(),
    opportunityNo: code(20).optional(),
    taskNo: code(20).optional(),
    comments: z.array(commentText).max(100).optional(),
    /** A file that was uploaded (`POST /attachments`); `null` = none. Left out, it is that of the template's language. */
    attachment: z
      .strictObject({ attachmentNo: z.int().min(1) })
      .nullable()
      .optional(),
    /** False unless said: recording something never sends anything. */
    deliver: z.boolean().optional(),
    /** True keeps it for later: only `contactNo` is needed, and it counts nowhere before it is finished. */
    postponed: z.boolean().optional(),
  })
  .meta({ id: "NewInteraction" });
export type NewInteraction = z.output<typeof NewInteraction>;

export const recordingProblems = [
  "contact_required",
  "template_required",
  "salesperson_required",
  "date_required",
  "description_required",
  "language_not_on_template",
  "contact_privacy_blocked",
  "salesperson_blocked",
  "template_archived",
  "email_needs_content",
  "no_attachment",
  "open_action_needs_content",
] as const;

export const createInteraction = endpoint({
  id: "createInteraction",
  method: "POST",
  path: "/interactions",
  access: "interactions.write",
  summary: "Record an interaction with a contact.",
  description:
    "What is left out is derived by the rules of interactions, section 5: salesperson, language, correspondence type, cost and duration from the template, date and time from the clock. Nothing is ever sent unless `deliver` is true.",
  body: NewInteraction,
  result: RecordedInteraction,
  status: 201,
  problems: recordingProblems,
});

/** An answer per item, in order: the entry, or the problem that kept it from being recorded. */
export const BatchAnswer = z
  .object({
    items: z.array(
      z.object({
        status: z.int(),
        entry: LogEntry.nullable(),
        warnings: z.array(Warning),
        problem: z
          .object({
            code: z.string(),
            detail: z.string(),
            errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: "BatchAnswer" });

export const createInteractions = endpoint({
  id: "createInteractions",
  method: "POST",
  path: "/interactions/batch",
  access: "interactions.write",
  summary: "Record up to 1,000 interactions.",
  description:
    "`atomic` (the default): all or none, 422 names every item that breaks a rule. Otherwise the good ones are recorded and every item gets its own answer, in order.",
  body: z
    .strictObject({ atomic: z.boolean().default(true), items: z.array(NewInteraction).min(1).max(1_000) })
    .meta({ id: "NewInteractions" }),
  result: BatchAnswer,
  problems: recordingProblems,
});

const entryPath = z.object({ entryNo: integerParameter(1, Number.MAX_SAFE_INTEGER) });

export const logFilters = {
  /** Words of description, subject and comments, in any Finnish or English form; the last one may be unfinished. */
  search: z.string().max(200).optional(),
  contactNo: codeList().optional(),
  contactCompanyNo: codeList().optional(),
  interactionTemplateCode: codeList().optional(),
  interactionGroupCode: codeList().optional(),
  salespersonCode: codeList().optional(),
  evaluation: enumList(evaluations).optional(),
  informationFlow: enumList(informationFlows).optional(),
  initiatedBy: enumList(initiators).optional(),
  correspondenceType: enumList(correspondenceTypes).optional(),
  campaignNo: codeList().optional(),
  opportunityNo: codeList().optional(),
  taskNo: codeList().optional(),
  segmentNo: codeList().optional(),
  documentType: z.string().max(200).optional(),
  documentNo: codeList().optional(),
  userId: z.string().max(50).optional(),
  attemptFailed: flag().optional(),
  canceled: flag().optional(),
  dateFrom: date().optional(),
  dateTo: date().optional(),
};

export const listLogEntries = endpoint({
  id: "listInteractionLogEntries",
  method: "GET",
  path: "/interaction-log-entries",
  access: "interactions.read",
  summary: "The interaction log, newest first; never postponed ones.",
  description:
    "`date` sorts by when it happened, `entryNo` by when it was recorded. Canceled entries are in it, with their flag.",
  query: listQuery(["date", "entryNo"], logFilters),
  result: listOf(LogEntry),
});

export const getLogEntry = endpoint({
  id: "getInteractionLogEntry",
  method: "GET",
  path: "/interaction-log-entries/{entryNo}",
  access: "interactions.read",
  summary: "One entry of the log.",
  params: entryPath,
  result: LogEntry,
});

/** The result of an interaction, entered when it is over (interactions, section 6 step 4). */
export const InteractionResult = z
  .strictObject({
    description: text(100).optional(),
    evaluation: z.enum(evaluations).nullable().optional(),
    wasSuccessful: z.boolean().optional(),
    cost: amount().nullable().optional(),
    durationMin: minutes().nullable().optional(),
  })
  .meta({ id: "InteractionResult" });

export const changeLogEntry = endpoint({
  id: "changeInteractionLogEntry",
  method: "PATCH",
  path: "/interaction-log-entries/{entryNo}",
  access: "interactions.write",
  summary: "Enter the result: description, evaluation, success, cost, duration. Everything else is final.",
  params: entryPath,
  body: InteractionResult,
  result: LogEntry,
  problems: ["description_required"],
});

export const deleteLogEntry = endpoint({
  id: "deleteInteractionLogEntry",
  method: "DELETE",
  path: "/interaction-log-entries/{entryNo}",
  access: "interactions.delete",
  summary: "Delete a canceled entry with its comments.",
  params: entryPath,
  problems: ["not_deletable"],
});

const evaluation = z.enum(evaluations);
/** Why an entry was marked as canceled or put back; kept with it. */
const reason = text(250).optional();
/** Delete what is attached to these entries and to nothing else; false unless said (section 8.3). */
const removeUniqueAttachments = z.boolean().optional();
const entryNos = z.array(z.int().min(1)).min(1).max(1_000);
const Entries = z.object({ items: z.array(LogEntry) }).meta({ id: "LogEntries" });

export const evaluateLogEntry = endpoint({
  id: "evaluateInteractionLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/evaluate",
  access: "interactions.write",
  summary: "Say how it went.",
  params: entryPath,
  body: z.strictObject({ evaluation }).meta({ id: "Evaluation" }),
  result: LogEntry,
});

export const cancelLogEntry = endpoint({
  id: "cancelInteractionLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/cancel",
  access: "interactions.write",
  summary: "Mark an entry as canceled: it stays in the log and counts nowhere.",
  params: entryPath,
  body: z.strictObject({ reason, removeUniqueAttachments }).default({}).meta({ id: "Cancellation" }),
  result: LogEntry,
});

export const reinstateLogEntry = endpoint({
  id: "reinstateInteractionLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/reinstate",
  access: "interactions.write",
  summary: "Undo the cancellation of an entry.",
  params: entryPath,
  body: z.strictObject({ reason }).default({}).meta({ id: "Reinstatement" }),
  result: LogEntry,
  problems: ["segment_canceled", "campaign_entry_canceled", "interaction_corrected"],
});

export const evaluateLogEntries = endpoint({
  id: "evaluateInteractionLogEntries",
  method: "POST",
  path: "/interaction-log-entries/evaluate",
  access: "interactions.write",
  summary: "Evaluate several entries, all or none.",
  body: z.strictObject({ entryNos, evaluation }).meta({ id: "EvaluationOfSeveral" }),
  result: Entries,
});

export const cancelLogEntries = endpoint({
  id: "cancelInteractionLogEntries",
  method: "POST",
  path: "/interaction-log-entries/cancel",
  access: "interactions.write",
  summary: "Mark several entries as canceled, all or none.",
  body: z.strictObject({ entryNos, reason, removeUniqueAttachments }).meta({ id: "CancellationOfSeveral" }),
  result: Entries,
});

export const reinstateLogEntries = endpoint({
  id: "reinstateInteractionLogEntries",
  method: "POST",
  path: "/interaction-log-entries/reinstate",
  access: "interactions.write",
  summary: "Undo the cancellation of several entries, all or none.",
  body: z.strictObject({ entryNos, reason }).meta({ id: "ReinstatementOfSeveral" }),
  result: Entries,
  problems: ["segment_canceled", "campaign_entry_canceled", "interaction_corrected"],
});

/** A comment of an entry; line numbers go in steps of 10,000. */
export const Comment = z
  .object({
    lineNo: z.int(),
    date: z.string().nullable(),
    code: z.string().nullable(),
    text: z.string(),
    author: z.string(),
    createdAt: z.string(),
    lastModifiedAt: z.string().nullable(),
  })
  .meta({ id: "InteractionComment" });
export type Comment = z.output<typeof Comment>;

const commentPath = entryPath.extend({ lineNo: integerParameter(1, 2_000_000_000) });

export const listComments = endpoint({
  id: "listInteractionComments",
  method: "GET",
  path: "/interaction-log-entries/{entryNo}/comments",
  access: "interactions.read",
  summary: "The comments of an entry, in their order.",
  params: entryPath,
  result: z.object({ items: z.array(Comment) }).meta({ id: "InteractionComments" }),
});

export const addComment = endpoint({
  id: "addInteractionComment",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/comments",
  access: "interactions.write",
  summary:
    "Add a comment. Its date is today unless the entry already has one of today (interactions, section 2.5).",
  params: entryPath,
  body: z
    .strictObject({ text: commentText, date: date().nullable().optional(), code: code(10).optional() })
    .meta({ id: "NewInteractionComment" }),
  result: Comment,
  status: 201,
});

export const changeComment = endpoint({
  id: "changeInteractionComment",
  method: "PATCH",
  path: "/interaction-log-entries/{entryNo}/comments/{lineNo}",
  access: "interactions.write",
  summary: "Change a comment.",
  params: commentPath,
  body: z
    .strictObject({
      text: commentText.optional(),
      date: date().nullable().optional(),
      code: code(10).optional(),
    })
    .meta({ id: "InteractionCommentChange" }),
  result: Comment,
});

export const deleteComment = endpoint({
  id: "deleteInteractionComment",
  method: "DELETE",
  path: "/interaction-log-entries/{entryNo}/comments/{lineNo}",
  access: "interactions.write",
  summary: "Delete a comment.",
  params: commentPath,
});
