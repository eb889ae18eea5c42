import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Writes the archive anew from the beginning when it was cut off. */
export const exportContactJob = job("privacy.exportContact", z.object({ exportId: z.uuid() }), {
  isRepeatable: true,
});
