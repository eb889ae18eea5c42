import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter, requiredText, text } from "#platform/http/fields.ts";
import { LogEntry, NewInteraction, recordingProblems } from "../log-entry.contract.ts";
import { correctableFields } from "./correction.rules.ts";

/** Contracts of correcting a logged interaction (interactions, B10). */

const entryPath = z.object({ entryNo: integerParameter(1, Number.MAX_SAFE_INTEGER) });

/** What can be corrected; what is left out stays as it was, `null` clears it. */
export const CorrectedFields = NewInteraction.omit({ comments: true, deliver: true, postponed: true });
export type CorrectedFields = z.output<typeof CorrectedFields>;

export const reasonLength = 250;

export const Correction = CorrectedFields.extend({
  /** Why; kept with the entry that is corrected. */
  reason: requiredText(reasonLength),
}).meta({ id: "InteractionCorrection" });

export const correctLogEntry = endpoint({
  id: "correctInteractionLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/correct",
  access: "interactions.write",
  summary: "Record a new entry that takes the place of this one, which is canceled with the reason.",
  description:
    "What is left out stays as it was; `null` clears it. With another template the language is derived anew, and a subject that was the description follows it. Comments and the attachment go along. Answers the new entry; `correctsEntryNo` and `correctedByEntryNo` link the two.",
  params: entryPath,
  body: Correction,
  result: LogEntry,
  status: 201,
  problems: [
    ...recordingProblems,
    "interaction_corrected",
    "interaction_canceled",
    "correction_changes_nothing",
  ],
});

export const undoCorrection = endpoint({
  id: "undoInteractionCorrection",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/undo-correction",
  access: "interactions.write",
  summary: "Cancel this entry, which corrects another one, and put that one back.",
  params: entryPath,
  body: z
    .strictObject({ reason: text(reasonLength).optional() })
    .default({})
    .meta({ id: "CorrectionUndo" }),
  result: LogEntry,
  problems: ["no_correction", "interaction_canceled", "segment_canceled", "campaign_entry_canceled"],
});

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** One entry of a chain of corrections. */
export const CorrectedVersion = z
  .object({
    entry: LogEntry,
    /** What differs from the entry that it corrects; empty for the first one. An attachment is named by its file. */
    changes: z.array(z.object({ field: z.enum(correctableFields), before: value, after: value })),
  })
  .meta({ id: "CorrectedVersion" });
export type CorrectedVersion = z.output<typeof CorrectedVersion>;

export const listCorrections = endpoint({
  id: "listInteractionCorrections",
  method: "GET",
  path: "/interaction-log-entries/{entryNo}/corrections",
  access: "interactions.read",
  summary: "The entries that corrected one another up to this one and after it, the first one first.",
  description: "Entries that were deleted are left out. The reason is that of the entry which was canceled.",
  params: entryPath,
  result: z.object({ items: z.array(CorrectedVersion) }).meta({ id: "CorrectedVersions" }),
});
