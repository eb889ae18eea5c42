import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, flag, integerParameter, requiredCode } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import { contactFieldLengths } from "../contact.rules.ts";
import { moment } from "../contacts.contract.ts";
import { DuplicatePair } from "./duplicate-pair.contract.ts";
import { searchFields, searchParts } from "./search-string.rules.ts";

/** Contract of pairs of companies that may be the same (contacts, section 5; B2). */

const ComparedString = z
  .object({
    part: z.enum(searchParts),
    length: z.int(),
    contactString: z.string().nullable(),
    duplicateString: z.string().nullable(),
    isHit: z.boolean(),
  })
  .meta({ id: "ComparedString" });

/** A field of the set-up with the values of both, and which of its strings hit. */
const ComparedField = z
  .object({
    field: z.enum(searchFields),
    contactValue: z.string().nullable(),
    duplicateValue: z.string().nullable(),
    strings: z.array(ComparedString),
  })
  .meta({ id: "ComparedField" });

export const DuplicateDetails = DuplicatePair.extend({
  /** How many strings make a pair, by the set-up. */
  neededHits: z.int(),
  fields: z.array(ComparedField),
}).meta({ id: "DuplicateDetails" });
export type DuplicateDetails = z.output<typeof DuplicateDetails>;

const no = () => requiredCode(contactFieldLengths.no);
const pair = z.strictObject({ contactNo: no(), duplicateNo: no() });

export const listDuplicates = endpoint({
  id: "listDuplicates",
  method: "GET",
  path: "/duplicates",
  access: "contacts.read",
  summary: "Pairs of companies that may be the same, by default those first that share most.",
  description:
    "`contactNo` finds pairs with the company on either side, `search` those where either holds every word, `separate=false` those that nobody has decided about.",
  query: listQuery(["hits", "foundAt"], {
    search: z.string().max(200).optional(),
    contactNo: codeList().optional(),
    separate: flag().optional(),
    hitsFrom: integerParameter(1, 100).optional(),
    hitsTo: integerParameter(1, 100).optional(),
  }),
  result: listOf(DuplicatePair).meta({ id: "DuplicatePairs" }),
});

export const getDuplicate = endpoint({
  id: "getDuplicate",
  method: "GET",
  path: "/duplicates/{contactNo}/{duplicateNo}",
  access: "contacts.read",
  summary: "A pair side by side: both values of every field of the set-up, and which strings hit.",
  description: "The two numbers may stand in either order; so in the other paths of pairs.",
  params: pair,
  result: DuplicateDetails,
  problems: ["duplicate_pair_not_found"],
});

export const separateDuplicate = endpoint({
  id: "separateDuplicate",
  method: "POST",
  path: "/duplicates/{contactNo}/{duplicateNo}/separate",
  access: "contacts.write",
  summary: "Says that the two are different companies: they are not brought up again.",
  params: pair,
  result: DuplicatePair,
  problems: ["duplicate_pair_not_found"],
});

export const unseparateDuplicate = endpoint({
  id: "unseparateDuplicate",
  method: "POST",
  path: "/duplicates/{contactNo}/{duplicateNo}/unseparate",
  access: "contacts.write",
  summary: "Takes it back: the two may be the same.",
  params: pair,
  result: DuplicatePair,
  problems: ["duplicate_pair_not_found"],
});

export const DuplicateEstimate = z
  .object({
    searchHitPercent: z.int(),
    neededHits: z.int(),
    /** How many search strings the set-up has. */
    searchStrings: z.int(),
    /** `null`: more than can be counted in a moment. */
    pairs: z.int().nullable(),
    /** Reckoned from some of the companies. */
    isEstimate: z.boolean(),
  })
  .meta({ id: "DuplicateEstimate" });
export type DuplicateEstimate = z.output<typeof DuplicateEstimate>;

export const previewDuplicates = endpoint({
  id: "previewDuplicates",
  method: "GET",
  path: "/duplicates/preview",
  access: "contacts.read",
  summary: "How many pairs a percentage of hits would give, without changing anything.",
  query: z.strictObject({ searchHitPercent: integerParameter(1, 100) }),
  result: DuplicateEstimate,
});

/** Which companies are indexed; nothing: all of them. */
export const GenerateFilter = z
  .strictObject({
    no: codeList().optional(),
    salespersonCode: codeList().optional(),
    territoryCode: codeList().optional(),
    countryCode: codeList().optional(),
    languageCode: codeList().optional(),
    postCode: codeList().optional(),
    city: codeList().optional(),
    lastModifiedFrom: moment().optional(),
  })
  .meta({ id: "GenerateDuplicatesFilter" });
export type GenerateFilter = z.output<typeof GenerateFilter>;

export const GeneratedDuplicates = z
  .object({ companies: z.int(), openPairs: z.int() })
  .meta({ id: "GeneratedDuplicates" });
export type GeneratedDuplicates = z.output<typeof GeneratedDuplicates>;

export const generateDuplicates = endpoint({
  id: "generateDuplicates",
  method: "POST",
  path: "/duplicates/generate",
  access: "jobs.run",
  summary:
    "Indexes all companies that meet the filters, whether or not search strings are maintained, and finds their pairs.",
  description:
    "Goes on as a job, batch by batch: one that was canceled or cut off keeps what it has done. The filters are texts, several values by commas. Fails with `duplicates_too_many` when the set-up would make more than 100,000 pairs and more than five for each company.",
  body: GenerateFilter.default({}),
  result: z.union([GeneratedDuplicates, JobAccepted]),
  status: 202,
  problems: ["duplicates_too_many"],
});
