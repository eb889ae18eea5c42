import { z } from "zod";
import { job } from "#platform/jobs/index.ts";
import type { CanceledFilter } from "./delete-canceled.contract.ts";

/** Deletes canceled entries. Repeatable: a run that was cut off has deleted nothing. */
export const deleteCanceled = job(
  "interactions.deleteCanceled",
  // The endpoint has read and checked it.
  z.object({ filter: z.custom<CanceledFilter>((filter) => typeof filter === "object") }),
  { isRepeatable: true },
);
