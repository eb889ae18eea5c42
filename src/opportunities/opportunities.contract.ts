import { z } from "zod";
import { defineComments } from "#comments/comments.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, enumList, flag, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { opportunityStatuses } from "./opportunities.rules.ts";

/** Contracts of opportunities (campaigns §4) as light records: cycles, stages and closing come with their own rules. */

const written = {
  description: text(100).optional(),
  contactNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  campaignNo: code(20).optional(),
  salesCycleCode: code(10).optional(),
  status: z.enum(opportunityStatuses).optional(),
};

export const Opportunity = z
  .object({
    no: z.string(),
    description: z.string(),
    contactNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    contactCompanyName: z.string().nullable(),
    /** Whose it was before it stayed with the company that the person left. */
    formerContactNo: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    campaignNo: z.string().nullable(),
    salesCycleCode: z.string().nullable(),
    segmentNo: z.string().nullable(),
    segmentDescription: z.string().nullable(),
    status: z.enum(opportunityStatuses),
    creationDate: z.string(),
    closed: z.boolean(),
    dateClosed: z.string().nullable(),
    hasComment: z.boolean(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Opportunity" });
export type Opportunity = z.output<typeof Opportunity>;

export const NewOpportunity = z
  .strictObject({ no: code(20).optional(), ...written })
  .meta({ id: "NewOpportunity" });
export type NewOpportunity = z.output<typeof NewOpportunity>;

export const OpportunityChanges = z
  .strictObject({ no: requiredCode(20).optional(), ...written })
  .meta({ id: "OpportunityChanges" });
export type OpportunityChanges = z.output<typeof OpportunityChanges>;

const params = z.object({ no: requiredCode(20) });
const valueProblems = [
  "not_found",
  "description_required",
  "contact_required",
  "salesperson_required",
  "salesperson_blocked",
  "contact_privacy_blocked",
];

export const opportunityFilters = {
  search: z.string().max(200).optional(),
  no: codeList().optional(),
  contactNo: codeList().optional(),
  contactCompanyNo: codeList().optional(),
  aboutContactNo: codeList().optional(),
  salespersonCode: codeList().optional(),
  campaignNo: codeList().optional(),
  salesCycleCode: codeList().optional(),
  status: enumList(opportunityStatuses).optional(),
  closed: flag().optional(),
  creationDateFrom: date().optional(),
  creationDateTo: date().optional(),
};

export const listOpportunities = endpoint({
  id: "listOpportunities",
  method: "GET",
  path: "/opportunities",
  access: "opportunities.read",
  summary: "Opportunities, newest first; `search` looks for words in number, description and contact name.",
  description:
    "What a picker offers (interactions R-OPP): `contactCompanyNo` of the contact, its salesperson and `closed=false`. `aboutContactNo`: those of a contact, with a company also of its people.",
  query: listQuery(
    ["creationDate", "no", "description", "contactName", "salespersonCode", "status"],
    opportunityFilters,
  ),
  result: listOf(Opportunity),
});

export const getOpportunity = endpoint({
  id: "getOpportunity",
  method: "GET",
  path: "/opportunities/{no}",
  access: "opportunities.read",
  summary: "One opportunity.",
  params,
  result: Opportunity,
  problems: ["not_found"],
});

export const createOpportunity = endpoint({
  id: "createOpportunity",
  method: "POST",
  path: "/opportunities",
  access: "opportunities.write",
  summary: "Create an opportunity.",
  description:
    "Without `no` its number comes from the series `opportunityNos`. Without salesperson it gets the user's, else the contact's; without `salesCycleCode` the default cycle of the marketing setup.",
  body: NewOpportunity,
  result: Opportunity,
  status: 201,
  problems: ["duplicate", "manual_no", "setup_missing", ...valueProblems],
});

export const changeOpportunity = endpoint({
  id: "changeOpportunity",
  method: "PATCH",
  path: "/opportunities/{no}",
  access: "opportunities.write",
  summary: "Change an opportunity; a new `no` shows everywhere at once.",
  description:
    "Contact, salesperson and campaign are final once it is won or lost; once started the contact stays within its company.",
  params,
  body: OpportunityChanges,
  result: Opportunity,
  problems: [
    "duplicate",
    "manual_no",
    "opportunity_closed",
    "other_company",
    "stale_version",
    ...valueProblems,
  ],
});

export const deleteOpportunity = endpoint({
  id: "deleteOpportunity",
  method: "DELETE",
  path: "/opportunities/{no}",
  access: "opportunities.write",
  summary: "Delete an opportunity that is not in progress, with its comments; interactions forget it.",
  params,
  problems: ["not_found", "opportunity_in_progress", "stale_version"],
});

export const opportunityComments = defineComments({
  of: "Opportunity",
  path: "/opportunities/{no}",
  params,
  read: "opportunities.read",
  write: "opportunities.write",
});
