import { relocateAttachmentsWork } from "#attachments/index.ts";
import { importContactsWork } from "#imports/index.ts";
import { deleteCanceledWork } from "#interactions/index.ts";
import type { JobWork } from "#platform/jobs/index.ts";
import type { Config } from "./config.ts";

/** Every module's background work. */
export function jobWorks({ dataFolder }: Pick<Config, "dataFolder">): readonly JobWork[] {
  return [importContactsWork(dataFolder), relocateAttachmentsWork(dataFolder), deleteCanceledWork()];
}
