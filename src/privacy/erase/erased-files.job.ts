import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Deletes what erased contacts left on the disk; what is gone already does not matter. */
export const deleteErasedFiles = job(
  "privacy.deleteErasedFiles",
  z.object({ importIds: z.array(z.uuid()), exportIds: z.array(z.uuid()) }),
  { isRepeatable: true },
);
