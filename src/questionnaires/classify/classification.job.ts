import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Answers the automatic questions of all contacts anew. Repeatable: it ends in the same answers. */
export const classifyContacts = job(
  "contacts.classify",
  z.object({
    /** `null`: all questionnaires. */
    questionnaireIds: z.array(z.int()).nullable(),
    date: z.iso.date(),
    dryRun: z.boolean(),
  }),
  { isRepeatable: true },
);
