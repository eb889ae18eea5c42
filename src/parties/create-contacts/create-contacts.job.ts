import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Goes on behind the last stored batch after a crash: running it twice does no harm. */
export const createContactsFromParties = job("parties.createContacts", z.object({ runId: z.int() }), {
  isRepeatable: true,
});
