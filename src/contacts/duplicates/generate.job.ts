import { z } from "zod";
import { job } from "#platform/jobs/index.ts";
import type { GenerateFilter } from "./duplicates.contract.ts";

/** Indexes companies for duplicates. Repeatable: it goes on from the marks in its row of `duplicate_runs`. */
export const generateJob = job(
  "duplicates.generate",
  z.object({
    runId: z.int(),
    // The endpoint has read and checked it.
    filter: z.custom<GenerateFilter>((filter) => typeof filter === "object"),
  }),
  { isRepeatable: true },
);
