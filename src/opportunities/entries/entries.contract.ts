import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, date, money, percent, requiredCode } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { closedStatuses, probabilityCalculations } from "../estimates.rules.ts";
import { actionsTaken, actionTypes } from "../moves.rules.ts";
import { Opportunity } from "../opportunities.contract.ts";

/** Contracts of what is done with an opportunity: moving it on its cycle, closing it, its history (campaigns O-10 to O-15). */

const params = z.object({ no: requiredCode(20) });

export const OpportunityEntry = z
  .object({
    entryNo: z.int(),
    /** What holds now; the others are history. */
    active: z.boolean(),
    salesCycleCode: z.string().nullable(),
    /** `null` on closing entries. */
    stage: z.int().nullable(),
    /** As it was called then. */
    stageDescription: z.string().nullable(),
    previousStage: z.int().nullable(),
    contactNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    campaignNo: z.string().nullable(),
    dateOfChange: z.string(),
    dateClosed: z.string().nullable(),
    /** How long it was the active one; `null` while it is. */
    daysOpen: z.int().nullable(),
    /** `null`: the first stage. */
    actionTaken: z.enum(actionsTaken).nullable(),
    estimatedValue: z.number(),
    calcdCurrentValue: z.number(),
    completed: z.number(),
    chancesOfSuccess: z.number(),
    probability: z.number(),
    closeOpportunityCode: z.string().nullable(),
    estimatedCloseDate: z.string(),
  })
  .meta({ id: "OpportunityEntry" });
export type OpportunityEntry = z.output<typeof OpportunityEntry>;

export const listOpportunityEntries = endpoint({
  id: "listOpportunityEntries",
  method: "GET",
  path: "/opportunities/{no}/entries",
  access: "opportunities.read",
  summary: "The entries of an opportunity, the active one first.",
  params,
  query: listQuery(["entryNo"], {}),
  result: listOf(OpportunityEntry),
  problems: ["not_found"],
});

export const OpportunityMoves = z
  .object({
    /** Of the opportunity, for `If-Match`. */
    version: z.int(),
    /** Empty where it is closed, has no cycle, or its cycle has no stages. */
    moves: z.array(
      z.object({
        actionType: z.enum(actionTypes),
        /** Meant where nobody says. */
        isDefault: z.boolean(),
        preselectedStage: z.int(),
        stages: z.array(
          z.object({
            stage: z.int(),
            description: z.string().nullable(),
            completed: z.number(),
            /** The move is refused: the stage asks for a quote, and none is linked. */
            lacksQuote: z.boolean(),
            chancesOfSuccess: z.number(),
            estimatedCloseDate: z.string(),
            /** Leads from the day of the change to the day on which it is expected to be closed. */
            dateFormula: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Of its cycle; `null` without one. */
    probabilityCalculation: z.enum(probabilityCalculations).nullable(),
    /** Proposed whatever the move. */
    dateOfChange: z.string(),
    /** The day before which nothing more happens; `null` before the first change. */
    lastChange: z.string().nullable(),
    estimatedValue: z.number().nullable(),
    /** What closing it would begin with. */
    closing: z.object({
      closingDate: z.string(),
      sales: z.number().nullable(),
      /** The code to close it with, where there is only one. */
      closeOpportunityCodes: z.object({ won: z.string().nullable(), lost: z.string().nullable() }),
    }),
  })
  .meta({ id: "OpportunityMoves" });
export type OpportunityMoves = z.output<typeof OpportunityMoves>;

export const getOpportunityMoves = endpoint({
  id: "getOpportunityMoves",
  method: "GET",
  path: "/opportunities/{no}/moves",
  access: "opportunities.read",
  summary: "Where an opportunity may go from its stage, with the values that are proposed.",
  params,
  result: OpportunityMoves,
  problems: ["not_found"],
});

const values = {
  dateOfChange: date().nullable().optional(),
  estimatedValue: money().nullable().optional(),
  chancesOfSuccess: percent().nullable().optional(),
  estimatedCloseDate: date().nullable().optional(),
};

const valueProblems = [
  "date_of_change_required",
  "change_date_too_early",
  "value_not_positive",
  "estimated_close_date_required",
  "close_date_too_early",
];

export const OpportunityMove = z
  .strictObject({
    actionType: z.enum(actionTypes).optional(),
    stage: z.int().optional(),
    ...values,
  })
  .meta({ id: "OpportunityMove" });
export type OpportunityMove = z.output<typeof OpportunityMove>;

export const updateOpportunity = endpoint({
  id: "updateOpportunity",
  method: "POST",
  path: "/opportunities/{no}/update",
  access: "opportunities.write",
  summary: "Move an opportunity on its sales cycle, or say anew what it is worth where it stands.",
  description:
    "What is left out is as `moves` proposes it: the default action type, its preselected stage, the values. Answers 409 where the wanted move is not offered.",
  params,
  body: OpportunityMove,
  result: Opportunity,
  problems: [
    "not_found",
    "opportunity_closed",
    "sales_cycle_required",
    "cycle_without_stages",
    "stage_not_available",
    "quote_required",
    "stale_version",
    ...valueProblems,
  ],
});

export const FirstStage = z.strictObject(values).meta({ id: "FirstStage" });
export type FirstStage = z.output<typeof FirstStage>;

export const activateFirstStage = endpoint({
  id: "activateFirstStage",
  method: "POST",
  path: "/opportunities/{no}/activate-first-stage",
  access: "opportunities.write",
  summary: "Start an opportunity on the first stage of its sales cycle.",
  params,
  body: FirstStage,
  result: Opportunity,
  problems: [
    "not_found",
    "opportunity_closed",
    "sales_cycle_required",
    "cycle_without_stages",
    "stage_not_available",
    "stale_version",
    ...valueProblems,
  ],
});

export const OpportunityClosing = z
  .strictObject({
    status: z.enum(closedStatuses).nullable().optional(),
    closeOpportunityCode: code(10).optional(),
    /** Left out: today, or the day of the last change where that is later. */
    closingDate: date().nullable().optional(),
    /** What was sold for; needed of one that is won. */
    sales: money().nullable().optional(),
  })
  .meta({ id: "OpportunityClosing" });
export type OpportunityClosing = z.output<typeof OpportunityClosing>;

export const closeOpportunity = endpoint({
  id: "closeOpportunity",
  method: "POST",
  path: "/opportunities/{no}/close",
  access: "opportunities.write",
  summary: "Close an opportunity as won or lost.",
  params,
  body: OpportunityClosing,
  result: Opportunity,
  problems: [
    "not_found",
    "opportunity_closed",
    "status_required",
    "close_opportunity_code_required",
    "close_opportunity_code_type",
    "closing_date_required",
    "close_date_too_early",
    "value_not_positive",
    "stale_version",
  ],
});

export const reopenOpportunity = endpoint({
  id: "reopenOpportunity",
  method: "POST",
  path: "/opportunities/{no}/reopen",
  access: "opportunities.write",
  summary: "Open a closed opportunity again, on the stage where it stood and with the values it had.",
  params,
  result: Opportunity,
  problems: ["not_found", "opportunity_not_closed", "stale_version"],
});
