import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** What was erased is not found again: running it twice does no harm. */
export const applyRetentionRule = job(
  "privacy.applyRetentionRule",
  z.object({ ruleId: z.int(), dryRun: z.boolean() }),
  { isRepeatable: true },
);
