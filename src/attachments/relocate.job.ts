import { z } from "zod";
import { job } from "#platform/jobs/index.ts";

/** Moves every attachment to where new ones go. Repeatable: what has moved already is not there to be moved again. */
export const relocateAttachments = job("attachments.relocate", z.object({}), { isRepeatable: true });
