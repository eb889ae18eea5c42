import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, flag, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

/** Contracts of segments (segments §2.1, §5): a worksheet of contacts that are prepared for the same interaction. */

const written = {
  description: text(100).optional(),
  campaignNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  date: date().optional(),
};

export const Segment = z
  .object({
    no: z.string(),
    description: z.string().nullable(),
    campaignNo: z.string().nullable(),
    campaignDescription: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    date: z.string(),
    /** The series that the number was drawn from; blank where it was chosen by hand. */
    noSeries: z.string().nullable(),
    lineCount: z.int(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Segment" });
export type Segment = z.output<typeof Segment>;

export const NewSegment = z.strictObject({ no: code(20).optional(), ...written }).meta({ id: "NewSegment" });
export type NewSegment = z.output<typeof NewSegment>;

export const SegmentChanges = z
  .strictObject({
    no: requiredCode(20).optional(),
    ...written,
    /** The answer to whether the lines take over what changes; asked where there are lines. */
    updateLines: z.boolean().optional(),
  })
  .meta({ id: "SegmentChanges" });
export type SegmentChanges = z.output<typeof SegmentChanges>;

export const segmentPath = z.object({ no: requiredCode(20) });
const valueProblems = ["not_found", "salesperson_blocked", "salesperson_privacy_blocked"];

export const listSegments = endpoint({
  id: "listSegments",
  method: "GET",
  path: "/segments",
  access: "segments.read",
  summary: "Open segments, the latest first; `search` looks for words in number and description.",
  description:
    "`contactNo`: segments with a line of the contact; `aboutContactNo`: of a company also those with its people.",
  query: listQuery(["date", "no", "description", "campaignNo", "salespersonCode"], {
    search: z.string().max(200).optional(),
    no: codeList().optional(),
    campaignNo: codeList().optional(),
    salespersonCode: codeList().optional(),
    contactNo: codeList().optional(),
    aboutContactNo: codeList().optional(),
    dateFrom: date().optional(),
    dateTo: date().optional(),
    isEmpty: flag().optional(),
  }),
  result: listOf(Segment),
});

export const getSegment = endpoint({
  id: "getSegment",
  method: "GET",
  path: "/segments/{no}",
  access: "segments.read",
  summary: "One segment.",
  params: segmentPath,
  result: Segment,
  problems: ["not_found"],
});

export const createSegment = endpoint({
  id: "createSegment",
  method: "POST",
  path: "/segments",
  access: "segments.write",
  summary: "Create a segment.",
  description:
    "Without `no` its number comes from the series `segmentNos` of the marketing setup; without salesperson it gets the user's, without date today.",
  body: NewSegment,
  result: Segment,
  status: 201,
  problems: ["duplicate", "segment_manual_no", "setup_missing", ...valueProblems],
});

export const changeSegment = endpoint({
  id: "changeSegment",
  method: "PATCH",
  path: "/segments/{no}",
  access: "segments.edit",
  summary: "Change a segment, and its lines along with it; a new `no` shows everywhere at once.",
  description:
    "Description, campaign, salesperson and date of a segment with lines take the answer `updateLines` (segments §5.2): true overwrites every line, false leaves them as they are. An alternative address follows the date unless another one was chosen.",
  params: segmentPath,
  body: SegmentChanges,
  result: Segment,
  problems: ["duplicate", "segment_manual_no", "confirmation_required", "stale_version", ...valueProblems],
});

export const deleteSegment = endpoint({
  id: "deleteSegment",
  method: "DELETE",
  path: "/segments/{no}",
  access: "segments.write",
  summary: "Delete a segment with its lines; the contacts stay.",
  params: segmentPath,
  problems: ["not_found", "stale_version"],
});
