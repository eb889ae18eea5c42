import { z } from "zod";
import { LogEntry } from "#interactions/log-entry.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter } from "#platform/http/fields.ts";

/** What the first page shows (campaigns H-1, H-2): tiles, the chart of interactions per week, the latest entries. */
export const Home = z
  .object({
    tiles: z.object({
      companies: z.int(),
      persons: z.int(),
      /** Pairs of companies that may be the same and that nobody has decided about. */
      openDuplicates: z.int(),
      /** Contacts with an open opportunity; companies also by those of their people. */
      withOpenOpportunities: z.int(),
      /** Logged by the reader since Monday. */
      myInteractionsThisWeek: z.int(),
      /** Logged by anybody since Monday. */
      interactionsThisWeek: z.int(),
      /** Kept for later by the reader. */
      myPostponedInteractions: z.int(),
    }),
    /** Weeks by their Monday, oldest first; what is canceled or postponed counts nowhere. */
    weeks: z.array(z.object({ monday: z.string(), noOfInteractions: z.int(), noOfMyInteractions: z.int() })),
    latest: z.array(LogEntry),
  })
  .meta({ id: "Home" });
export type Home = z.output<typeof Home>;

export const getHome = endpoint({
  id: "getHome",
  method: "GET",
  path: "/home",
  access: "interactions.read",
  summary: "Tiles, interactions per week and the latest entries.",
  query: z.strictObject({ weeks: integerParameter(1, 104).optional() }),
  result: Home,
});
