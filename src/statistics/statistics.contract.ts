import { z } from "zod";
import { evaluations } from "#interactions/lifecycle.rules.ts";
import { logFilters } from "#interactions/log-entry.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter } from "#platform/http/fields.ts";
import { comparisons, grains } from "./periods.rules.ts";

/** Contracts of the statistics over interactions (interactions, section 13). */

export const subjects = [
  "template",
  "group",
  "salesperson",
  "campaign",
  "evaluation",
  "contact",
  "contactCompany",
] as const;
export type Subject = (typeof subjects)[number];

/** What figures are told apart by: whom or what they are about, or when it was. */
export const breakdowns = [...subjects, ...grains] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Sums over interactions that are neither canceled nor postponed. Amounts in base currency, averages to 0.01. */
const figures = {
  noOfInteractions: z.int(),
  cost: z.number(),
  durationMin: z.int(),
  averageCost: z.number(),
  averageDurationMin: z.number(),
  noOfFailedAttempts: z.int(),
  /** Interactions marked as campaign target or as campaign response. */
  targetContactsContacted: z.int(),
  contactsResponded: z.int(),
  evaluations: z.object(
    Object.fromEntries(evaluations.map((value) => [value, z.int()])) as Record<
      (typeof evaluations)[number],
      z.ZodInt
    >,
  ),
};
export const InteractionFigures = z.object(figures).meta({ id: "InteractionFigures" });
export type InteractionFigures = z.output<typeof InteractionFigures>;

const compared = InteractionFigures.nullable();

export const StatisticsRow = z
  .object({
    /** Code or number, evaluation, or first day of the period; `null` = none. */
    key: z.string().nullable(),
    /** Description or name. */
    name: z.string().nullable(),
    /** Days of a row that stands for a period, within the period asked for. */
    dateFrom: z.string().nullable(),
    dateTo: z.string().nullable(),
    ...figures,
    compared,
  })
  .meta({ id: "StatisticsRow" });
export type StatisticsRow = z.output<typeof StatisticsRow>;

export const InteractionStatistics = z
  .object({
    by: z.enum(breakdowns),
    dateFrom: z.string().nullable(),
    dateTo: z.string().nullable(),
    comparedPeriod: z.object({ dateFrom: z.string(), dateTo: z.string() }).nullable(),
    /** Periods in their order, everything else with most interactions first. */
    rows: z.array(StatisticsRow),
    /** How many rows there are; `rows` has at most `limit` of them. */
    noOfRows: z.int(),
    /** Of all rows. */
    totals: z.object({ ...figures, compared }),
  })
  .meta({ id: "InteractionStatistics" });
export type InteractionStatistics = z.output<typeof InteractionStatistics>;

const { canceled: _, ...filters } = logFilters;

const query = z.strictObject({
  by: z.enum(breakdowns),
  compareWith: z.enum(comparisons).optional(),
  limit: integerParameter(1, 10_000).optional(),
  ...filters,
});
export type StatisticsQuery = z.output<typeof query>;

const description =
  "Dates are inclusive. `previousPeriod`: whole months are compared with as many months before them, any other period with as many days. A row that stands for a period has its counterpart beside it. Contacts are those with most interactions; a company counts what happened with it and its people.";

export const getInteractionStatistics = endpoint({
  id: "getInteractionStatistics",
  method: "GET",
  path: "/statistics/interactions",
  access: "interactions.read",
  summary:
    "Number, cost, duration and evaluations of interactions by what they were or when, with the log's filters.",
  description,
  query,
  result: InteractionStatistics,
  problems: ["period_required"],
});

export const getInteractionStatisticsReport = endpoint({
  id: "getInteractionStatisticsReport",
  method: "GET",
  path: "/reports/interaction-statistics",
  access: "reports.read",
  summary: "The statistics over interactions as JSON, CSV or Excel: by `Accept`, or by `format`.",
  description,
  query: query.extend({ format: z.enum(["json", "csv", "xlsx"]).optional() }),
  produces: [
    "application/json",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  problems: ["period_required"],
});
