import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { date, dateFormula, percent, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

/** Contracts of the stages of a sales cycle and of what stands on them (campaigns S-1 to S-3). */

const stageNo = z.int().min(1).max(999_999);

const written = {
  description: text(100).optional(),
  completed: percent().optional(),
  chancesOfSuccess: percent().optional(),
  quoteRequired: z.boolean().optional(),
  allowSkip: z.boolean().optional(),
  dateFormula: dateFormula().optional(),
};

export const SalesCycleStage = z
  .object({
    /** The order of the cycle; gaps are fine. */
    stage: z.int(),
    description: z.string().nullable(),
    /** How much of the way is done, in percent. */
    completed: z.number(),
    /** What is proposed for opportunities that come here, in percent. */
    chancesOfSuccess: z.number(),
    /** Nobody goes on to it without a quote. */
    quoteRequired: z.boolean(),
    allowSkip: z.boolean(),
    /** From the day of the change to the day on which it is expected to be closed. */
    dateFormula: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "SalesCycleStage" });
export type SalesCycleStage = z.output<typeof SalesCycleStage>;

export const NewSalesCycleStage = z
  .strictObject({ stage: stageNo, ...written })
  .meta({ id: "NewSalesCycleStage" });
export type NewSalesCycleStage = z.output<typeof NewSalesCycleStage>;

export const SalesCycleStageChanges = z.strictObject(written).meta({ id: "SalesCycleStageChanges" });
export type SalesCycleStageChanges = z.output<typeof SalesCycleStageChanges>;

const ofCycle = z.strictObject({ code: requiredCode(10) });
const ofStage = ofCycle.extend({
  stage: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(stageNo),
});

export const listSalesCycleStages = endpoint({
  id: "listSalesCycleStages",
  method: "GET",
  path: "/sales-cycles/{code}/stages",
  access: "setup.read",
  summary: "The stages of a sales cycle in their order.",
  params: ofCycle,
  query: listQuery(["stage"], {}),
  result: listOf(SalesCycleStage),
  problems: ["not_found"],
});

export const getSalesCycleStage = endpoint({
  id: "getSalesCycleStage",
  method: "GET",
  path: "/sales-cycles/{code}/stages/{stage}",
  access: "setup.read",
  summary: "One stage of a sales cycle.",
  params: ofStage,
  result: SalesCycleStage,
  problems: ["not_found"],
});

export const createSalesCycleStage = endpoint({
  id: "createSalesCycleStage",
  method: "POST",
  path: "/sales-cycles/{code}/stages",
  access: "setup.write",
  summary: "Adds a stage to a sales cycle.",
  params: ofCycle,
  body: NewSalesCycleStage,
  result: SalesCycleStage,
  status: 201,
  problems: ["not_found", "duplicate", "invalid_date_formula"],
});

export const changeSalesCycleStage = endpoint({
  id: "changeSalesCycleStage",
  method: "PATCH",
  path: "/sales-cycles/{code}/stages/{stage}",
  access: "setup.write",
  summary: "Changes a stage; entries of opportunities stay as they were saved.",
  params: ofStage,
  body: SalesCycleStageChanges,
  result: SalesCycleStage,
  problems: ["not_found", "invalid_date_formula", "stale_version"],
});

export const deleteSalesCycleStage = endpoint({
  id: "deleteSalesCycleStage",
  method: "DELETE",
  path: "/sales-cycles/{code}/stages/{stage}",
  access: "setup.write",
  summary: "Deletes a stage that no opportunity stands on.",
  params: ofStage,
  problems: ["not_found", "setup_in_use", "stale_version"],
});

const standing = {
  noOfOpportunities: z.int(),
  estimatedValue: z.number(),
  calcdCurrentValue: z.number(),
};

export const SalesCycleStatistics = z
  .object({
    ...standing,
    stages: z.array(
      z.object({
        stage: z.int(),
        description: z.string().nullable(),
        ...standing,
        /** How many days opportunities stood on it before they went on, to one decimal; 0 where none did. */
        averageNoOfDays: z.number(),
      }),
    ),
  })
  .meta({ id: "SalesCycleStatistics" });
export type SalesCycleStatistics = z.output<typeof SalesCycleStatistics>;

export const getSalesCycleStatistics = endpoint({
  id: "getSalesCycleStatistics",
  method: "GET",
  path: "/sales-cycles/{code}/statistics",
  access: "opportunities.read",
  summary:
    "Number and values of the opportunities that are on their way, of the cycle and of each of its stages.",
  description: "The dates, inclusive, are those on which opportunities are expected to be closed.",
  params: ofCycle,
  query: z.strictObject({
    estimatedCloseDateFrom: date().optional(),
    estimatedCloseDateTo: date().optional(),
  }),
  result: SalesCycleStatistics,
  problems: ["not_found"],
});
