import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Reads the file of an import and stores its contacts. Repeatable: it goes on behind the last stored batch. */
export const importContacts = job("contacts.import", z.object({ importId: z.uuid() }), {
  isRepeatable: true,
});
