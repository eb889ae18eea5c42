import { z } from "zod";

/** What a group, a template or a salesperson shows of its interactions (interactions, section 13): all that count. */
export const interactionTotals = {
  noOfInteractions: z.int(),
  /** Base currency. */
  cost: z.number(),
  durationMin: z.int(),
};
export interface InteractionTotals {
  readonly noOfInteractions: number;
  readonly cost: number;
  readonly durationMin: number;
}
