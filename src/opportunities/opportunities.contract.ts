import { z } from "zod";
import { defineComments } from "#comments/comments.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  code,
  codeList,
  date,
  decimalParameter,
  enumList,
  flag,
  integerList,
  money,
  percent,
  requiredCode,
  text,
} from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { opportunityStatuses, priorities } from "./opportunities.rules.ts";

/** Contracts of opportunities (campaigns §4). What they are worth follows from their entries (`entries/`). */

const written = {
  description: text(100).optional(),
  contactNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  campaignNo: code(20).optional(),
  salesCycleCode: code(10).optional(),
  priority: z.enum(priorities).optional(),
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
    priority: z.enum(priorities),
    creationDate: z.string(),
    closed: z.boolean(),
    dateClosed: z.string().nullable(),
    /** The stage that it stands on; `null` before the first one and once it is closed. */
    currentStage: z.int().nullable(),
    currentStageDescription: z.string().nullable(),
    /** These of its active entry; `null` where it has not been started. Percentages are 0–100. */
    estimatedValue: z.number().nullable(),
    calcdCurrentValue: z.number().nullable(),
    completed: z.number().nullable(),
    chancesOfSuccess: z.number().nullable(),
    probability: z.number().nullable(),
    estimatedCloseDate: z.string().nullable(),
    closeOpportunityCode: z.string().nullable(),
    hasComment: z.boolean(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Opportunity" });
export type Opportunity = z.output<typeof Opportunity>;

export const NewOpportunity = z
  .strictObject({
    no: code(20).optional(),
    ...written,
    /** Today unless said. */
    creationDate: date().nullable().optional(),
    /** Begins with the first stage of its cycle; the three values below are then needed. */
    activateFirstStage: z.boolean().optional(),
    estimatedValue: money().nullable().optional(),
    chancesOfSuccess: percent().nullable().optional(),
    estimatedCloseDate: date().nullable().optional(),
  })
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
  "setup_blocked",
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
  priority: enumList(priorities).optional(),
  currentStage: integerList().optional(),
  closeOpportunityCode: codeList().optional(),
  dateClosedFrom: date().optional(),
  dateClosedTo: date().optional(),
  estimatedCloseDateFrom: date().optional(),
  estimatedCloseDateTo: date().optional(),
  estimatedValueFrom: decimalParameter().optional(),
  estimatedValueTo: decimalParameter().optional(),
  calcdCurrentValueFrom: decimalParameter().optional(),
  calcdCurrentValueTo: decimalParameter().optional(),
  probabilityFrom: decimalParameter().optional(),
  probabilityTo: decimalParameter().optional(),
  chancesOfSuccessFrom: decimalParameter().optional(),
  chancesOfSuccessTo: decimalParameter().optional(),
  completedFrom: decimalParameter().optional(),
  completedTo: decimalParameter().optional(),
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
    [
      "creationDate",
      "no",
      "description",
      "contactName",
      "salespersonCode",
      "status",
      "priority",
      "dateClosed",
      "salesCycleCode",
      "currentStage",
      "estimatedValue",
      "calcdCurrentValue",
      "probability",
      "chancesOfSuccess",
      "completed",
      "estimatedCloseDate",
    ],
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
    "Without `no` its number comes from the series `opportunityNos`. Without salesperson it gets the user's, else the contact's; without `salesCycleCode` the default cycle of the marketing setup, unless that is blocked. With `activateFirstStage` it is started at once, as of its creation date.",
  body: NewOpportunity,
  result: Opportunity,
  status: 201,
  problems: [
    "duplicate",
    "manual_no",
    "setup_missing",
    "sales_cycle_required",
    "creation_date_required",
    "cycle_without_stages",
    "value_not_positive",
    "estimated_close_date_required",
    "close_date_too_early",
    ...valueProblems,
  ],
});

export const changeOpportunity = endpoint({
  id: "changeOpportunity",
  method: "PATCH",
  path: "/opportunities/{no}",
  access: "opportunities.write",
  summary: "Change an opportunity; a new `no` shows everywhere at once.",
  description:
    "Contact, salesperson, campaign and priority are final once it is won or lost; once started the cycle stays, and the contact within its company. Its status follows from what is done with it.",
  params,
  body: OpportunityChanges,
  result: Opportunity,
  problems: [
    "duplicate",
    "manual_no",
    "opportunity_closed",
    "other_company",
    "sales_cycle_fixed",
    "stale_version",
    ...valueProblems,
  ],
});

export const deleteOpportunity = endpoint({
  id: "deleteOpportunity",
  method: "DELETE",
  path: "/opportunities/{no}",
  access: "opportunities.write",
  summary:
    "Delete an opportunity that is not in progress, with its comments and entries; interactions forget it.",
  params,
  problems: ["not_found", "opportunity_in_progress", "stale_version"],
});

export const deleteClosedOpportunities = endpoint({
  id: "deleteClosedOpportunities",
  method: "POST",
  path: "/opportunities/delete-closed",
  access: "jobs.run",
  summary:
    "Delete the closed opportunities that meet the filters, with comments and entries; reports how many.",
  description: "The filters are those of the list, as texts: all of them or none are deleted.",
  body: z.strictObject(opportunityFilters).meta({ id: "ClosedOpportunitiesFilter" }).default({}),
  result: z.object({ deleted: z.int() }).meta({ id: "DeletedOpportunities" }),
});

export const opportunityComments = defineComments({
  of: "Opportunity",
  path: "/opportunities/{no}",
  params,
  read: "opportunities.read",
  write: "opportunities.write",
});
