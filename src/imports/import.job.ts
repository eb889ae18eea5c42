import { z } from "zod";
import { job } from "#platform/jobs/index.ts";
import type { ImportKind } from "./import-settings.rules.ts";

const payload = z.object({ importId: z.uuid() });

/** Read the file of an import and store its rows. Repeatable: they go on behind the last stored batch. */
export const importJobs = {
  contacts: job("contacts.import", payload, { isRepeatable: true }),
  interactions: job("interactions.import", payload, { isRepeatable: true }),
} as const satisfies Readonly<Record<ImportKind, unknown>>;
