import { z } from "zod";

/** Number and values of opportunities (contacts §1.1, campaigns O-19): over the active entry of each. */
const figures = {
  noOfOpportunities: z.int(),
  /** Base currency; averages to 0.01, 0 where there are none. */
  estimatedValue: z.number(),
  calcdCurrentValue: z.number(),
  avgEstimatedValue: z.number(),
  avgCalcdCurrentValue: z.number(),
};

/** All that were started, won and lost ones included, and beside them those that are still open. */
export const opportunityFigures = { ...figures, openOpportunities: z.object(figures) };

export type OpportunityFigures = z.output<z.ZodObject<typeof opportunityFigures>>;
