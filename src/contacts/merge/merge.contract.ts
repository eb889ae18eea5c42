import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, requiredCode } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { contactFieldLengths } from "../contact.rules.ts";
import { Contact } from "../contacts.contract.ts";

/** Contracts of merging two contacts, and of undoing it (contacts §7, B3). */

/** What hangs on a contact, as a merge counts it. */
export const contactLists = [
  "people",
  "interactions",
  "tasks",
  "opportunities",
  "segmentLines",
  "opportunityEntries",
  "interactionDrafts",
  "primaryContactOf",
  "businessRelations",
  "mailingGroups",
  "industryGroups",
  "jobResponsibilities",
  "webSources",
  "alternativeAddresses",
  "alternativeAddressRanges",
  "profileAnswers",
  "profileHistory",
  "comments",
  "consents",
  "images",
  "syncLog",
  "searchStrings",
  "duplicates",
] as const;
export type ContactList = (typeof contactLists)[number];

/** Days during which a merge can be undone (B3). */
export const undoDays = 30;

const contactPath = z.object({ no: requiredCode(contactFieldLengths.no) });
const duplicateNo = requiredCode(contactFieldLengths.no);
const value = z.union([z.string(), z.boolean(), z.number()]).nullable();
const row = z.record(z.string(), value);

/** A stored field whose values differ. */
export const MergeField = z
  .object({
    /** As the contact names it. */
    field: z.string(),
    current: value,
    duplicate: value,
    /** Not the number: it stays the survivor's. */
    canOverride: z.boolean(),
    /** Worth taking over: the survivor has nothing here, or the duplicate is kept out of more. */
    isSuggested: z.boolean(),
  })
  .meta({ id: "MergeField" });
export type MergeField = z.output<typeof MergeField>;

/** A row of the duplicate that the survivor has already, by its key or by its meaning. */
export const MergeConflict = z
  .object({
    list: z.enum(contactLists),
    /** Names the conflict in `resolutions`: the key of the duplicate's row, its parts joined by `/`. */
    key: z.string(),
    /** Resolved by `autoResolve`: the rows are the same, or one is blank where they differ. */
    isSafe: z.boolean(),
    current: row,
    duplicate: row,
    /** What `remove` can copy to the survivor's row before. */
    fields: z.array(z.string()),
    /** The field that `rename` gives another value; blank where there is none. */
    renames: z.string().nullable(),
  })
  .meta({ id: "MergeConflict" });
export type MergeConflict = z.output<typeof MergeConflict>;

const Counted = z.object({ list: z.enum(contactLists), current: z.int(), duplicate: z.int() });

export const MergePreview = z
  .object({
    current: Contact,
    duplicate: Contact,
    fields: z.array(MergeField),
    /** Lists in which the duplicate has something. */
    lists: z.array(Counted),
    conflicts: z.array(MergeConflict),
  })
  .meta({ id: "MergePreview" });
export type MergePreview = z.output<typeof MergePreview>;

/** A merge that was done. */
export const Merge = z
  .object({
    id: z.int(),
    /** The number the survivor had. */
    contactNo: z.string(),
    /** The number of what it is now in; blank once that was deleted. */
    survivorNo: z.string().nullable(),
    duplicateNo: z.string(),
    duplicateName: z.string().nullable(),
    mergedAt: z.string(),
    mergedBy: z.string(),
    moved: z.array(z.object({ list: z.enum(contactLists), count: z.int() })),
    undoUntil: z.string(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
    /** Why it cannot be undone, as the code of the problem; blank: it can. */
    undoProblem: z.string().nullable(),
  })
  .meta({ id: "ContactMerge" });
export type Merge = z.output<typeof Merge>;

export const previewMerge = endpoint({
  id: "previewContactMerge",
  method: "GET",
  path: "/contacts/{no}/merge-preview",
  access: "contacts.merge",
  summary:
    "What merging a duplicate into the contact would do: fields that differ, lists that move, conflicts.",
  params: contactPath,
  query: z.strictObject({ duplicateNo }),
  result: MergePreview,
  problems: ["merge_same", "merge_type", "contact_not_found", "contact_merged"],
});

export const MergeResolution = z
  .strictObject({
    list: z.enum(contactLists),
    key: z.string().max(200),
    /** `remove` drops the duplicate's row, `rename` keeps it under another key. */
    action: z.enum(["remove", "rename"]),
    /** With `remove`: fields of the survivor's row that take the duplicate's values. */
    fields: z.array(z.string().max(50)).max(50).optional(),
    /** With `rename`: the new value of the field that the conflict `renames`. */
    newKey: z.string().max(50).optional(),
  })
  .meta({ id: "MergeResolution" });
export type MergeResolution = z.output<typeof MergeResolution>;

export const MergeRequest = z
  .strictObject({
    duplicateNo,
    /** Fields of the contact that take the duplicate's value. */
    overrides: z.array(z.string().max(50)).max(100).optional(),
    resolutions: z.array(MergeResolution).max(5_000).optional(),
    /** Resolves conflicts that are safe and not resolved otherwise. */
    autoResolve: z.boolean().optional(),
    confirm: z.boolean().optional(),
  })
  .meta({ id: "ContactMergeRequest" });
export type MergeRequest = z.output<typeof MergeRequest>;

export const mergeContacts = endpoint({
  id: "mergeContacts",
  method: "POST",
  path: "/contacts/{no}/merge",
  access: "contacts.merge",
  summary: "Merge a duplicate into the contact, which keeps its number and its values.",
  description:
    "Everything that refers to the duplicate refers to the contact from then on, and its number leads here: what is recorded under it lands on the contact. The values of `overrides` are the duplicate's. Without `confirm: true` nothing happens. It can be undone for 30 days (contacts §7, B3).",
  params: contactPath,
  body: MergeRequest,
  result: z.object({ contact: Contact, merge: Merge }).meta({ id: "MergedContact" }),
  problems: [
    "confirmation_required",
    "merge_same",
    "merge_type",
    "merge_conflicts",
    "merge_rename_key",
    "merge_restore_key",
    "contact_not_found",
    "contact_merged",
  ],
});

/** Something that stays as it is although the merge was undone. */
export const KeptByUndo = z
  .object({
    /** `changedSince`: its new value stays. `goneSince`: it was deleted, or passed on to somebody else. */
    reason: z.enum(["changedSince", "goneSince"]),
    list: z.enum([...contactLists, "fields"]),
    /** The fields, or how many rows. */
    fields: z.array(z.string()),
    count: z.int(),
  })
  .meta({ id: "KeptByUndo" });
export type KeptByUndo = z.output<typeof KeptByUndo>;

export const undoProblems = [
  "merge_undone",
  "merge_undo_expired",
  "merge_undo_erased",
  "merge_undo_survivor_deleted",
  "merge_undo_merged_further",
  "merge_undo_number_taken",
] as const;

export const undoMerge = endpoint({
  id: "undoContactMerge",
  method: "POST",
  path: "/merges/{id}/undo",
  access: "contacts.merge",
  summary: "Undo a merge: the duplicate is back with its number, its fields and what was its own.",
  description:
    "What was recorded on the survivor since stays there. Fields and rows that were changed since keep their changes; `kept` says which.",
  params: z.object({
    id: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  }),
  result: z
    .object({ contact: Contact, survivor: Contact, merge: Merge, kept: z.array(KeptByUndo) })
    .meta({ id: "UndoneMerge" }),
  problems: ["not_found", ...undoProblems],
});

export const mergeSorts = ["mergedAt"] as const;

export const listMerges = endpoint({
  id: "listContactMerges",
  method: "GET",
  path: "/merges",
  access: "contacts.read",
  summary: "Merges of contacts, the latest first.",
  description: "`contactNo`: those of the contact, whether it survived or is back after an undo.",
  query: listQuery(mergeSorts, { contactNo: codeList().optional() }),
  result: listOf(Merge).meta({ id: "ContactMergePage" }),
});
