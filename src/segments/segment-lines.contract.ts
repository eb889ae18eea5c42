import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, integerParameter, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { segmentPath } from "./segments.contract.ts";

/** Contracts of the lines of segments (segments §2.2, §6): one contact each. */

export const maximumLinesAtOnce = 1_000;

export const SegmentLine = z
  .object({
    segmentNo: z.string(),
    segmentDescription: z.string().nullable(),
    lineNo: z.int(),
    contactNo: z.string().nullable(),
    /** Only of a person. */
    contactName: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    contactCompanyName: z.string().nullable(),
    contactPhoneNo: z.string().nullable(),
    contactMobilePhoneNo: z.string().nullable(),
    contactEmail: z.string().nullable(),
    contactAltAddressCode: z.string().nullable(),
    campaignNo: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    description: z.string().nullable(),
    date: z.string(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "SegmentLine" });
export type SegmentLine = z.output<typeof SegmentLine>;

const written = {
  contactNo: code(20).optional(),
  /** One of the contact's; left out, the one active on the date. */
  contactAltAddressCode: code(10).optional(),
  campaignNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  description: text(100).optional(),
  date: date().optional(),
};

export const NewSegmentLine = z.strictObject(written).meta({ id: "NewSegmentLine" });
export type NewSegmentLine = z.output<typeof NewSegmentLine>;

export const SegmentLineChanges = z.strictObject(written).meta({ id: "SegmentLineChanges" });
export type SegmentLineChanges = z.output<typeof SegmentLineChanges>;

/** Many at once, and whether some of them may be left out. */
export const NewSegmentLines = z
  .strictObject({
    items: z.array(NewSegmentLine).min(1).max(maximumLinesAtOnce),
    /** False: nobody comes onto the segment twice. True unless said. */
    allowExisting: z.boolean().optional(),
    /** True: lines that break a rule are left out instead of refusing all. False unless said. */
    skipRefused: z.boolean().optional(),
  })
  .meta({ id: "NewSegmentLines" });
export type NewSegmentLines = z.output<typeof NewSegmentLines>;

export const AddedSegmentLines = z
  .object({
    items: z.array(SegmentLine),
    /** Numbers, as they were asked for, of contacts that are on the segment already or were named twice. */
    existing: z.array(z.string()),
    /** What was left out because it breaks a rule, and which one. */
    refused: z.array(z.object({ contactNo: z.string().nullable(), code: z.string() })),
  })
  .meta({ id: "AddedSegmentLines" });
export type AddedSegmentLines = z.output<typeof AddedSegmentLines>;

const linePath = z.object({ no: requiredCode(20), lineNo: integerParameter(1, Number.MAX_SAFE_INTEGER) });
const valueProblems = [
  "not_found",
  "contact_privacy_blocked",
  "salesperson_blocked",
  "salesperson_privacy_blocked",
];

export const listSegmentLines = endpoint({
  id: "listSegmentLines",
  method: "GET",
  path: "/segments/{no}/lines",
  access: "segments.read",
  summary: "The lines of a segment; `search` looks for words in number, name and company of the contact.",
  params: segmentPath,
  query: listQuery(["lineNo"], {
    search: z.string().max(200).optional(),
    contactNo: codeList().optional(),
    salespersonCode: codeList().optional(),
  }),
  result: listOf(SegmentLine),
  problems: ["not_found"],
});

export const listContactSegmentLines = endpoint({
  id: "listContactSegmentLines",
  method: "GET",
  path: "/contacts/{no}/segment-lines",
  access: "segments.read",
  summary: "The lines of open segments that a contact is on; of a company its people's too.",
  params: segmentPath,
  query: listQuery(["date"], {}),
  result: listOf(SegmentLine),
  problems: ["contact_not_found"],
});

export const getSegmentLine = endpoint({
  id: "getSegmentLine",
  method: "GET",
  path: "/segments/{no}/lines/{lineNo}",
  access: "segments.read",
  summary: "One line.",
  params: linePath,
  result: SegmentLine,
  problems: ["not_found"],
});

export const createSegmentLine = endpoint({
  id: "createSegmentLine",
  method: "POST",
  path: "/segments/{no}/lines",
  access: "segments.edit",
  summary: "Put a contact on a segment; one may be on it twice.",
  description:
    "What is left out is the segment's (segments §6.1); a salesperson that the segment does not name is the contact's. Without a contact the line waits for one.",
  params: segmentPath,
  body: NewSegmentLine,
  result: SegmentLine,
  status: 201,
  problems: valueProblems,
});

export const createSegmentLines = endpoint({
  id: "createSegmentLines",
  method: "POST",
  path: "/segments/{no}/lines/batch",
  access: "segments.edit",
  summary: "Put up to 1,000 contacts on a segment: all of them or none, unless some may be left out.",
  description:
    "422 names every line that breaks a rule, at `items.<index>`; with `skipRefused` they are left out. With `allowExisting` false contacts that are on the segment already are left out, too. The answer is in order and names who was left out.",
  params: segmentPath,
  body: NewSegmentLines,
  result: AddedSegmentLines,
  problems: ["segment_lines_refused", ...valueProblems],
});

export const changeSegmentLine = endpoint({
  id: "changeSegmentLine",
  method: "PATCH",
  path: "/segments/{no}/lines/{lineNo}",
  access: "segments.edit",
  summary: "Change a line.",
  description:
    "A `contactNo`, also the one that is there, assigns the contact anew (segments §6.1): everything that is not in the same request becomes the segment's again. A new date takes the alternative address along that was active on the old one.",
  params: linePath,
  body: SegmentLineChanges,
  result: SegmentLine,
  problems: ["stale_version", ...valueProblems],
});

export const deleteSegmentLine = endpoint({
  id: "deleteSegmentLine",
  method: "DELETE",
  path: "/segments/{no}/lines/{lineNo}",
  access: "segments.edit",
  summary: "Take a line off its segment; the contact stays.",
  params: linePath,
  problems: ["not_found", "stale_version"],
});

export const removeSegmentLines = endpoint({
  id: "removeSegmentLines",
  method: "POST",
  path: "/segments/{no}/lines/remove",
  access: "segments.edit",
  summary: "Take up to 1,000 lines off their segment: all of them or none; the contacts stay.",
  description: "422 `not_found` names every line that is not there, at `lineNos.<index>`.",
  params: segmentPath,
  body: z
    .strictObject({
      lineNos: z.array(z.int().min(1)).min(1).max(maximumLinesAtOnce),
    })
    .meta({ id: "LinesToRemove" }),
  result: z.object({ removed: z.int() }).meta({ id: "RemovedSegmentLines" }),
  problems: ["not_found"],
});
