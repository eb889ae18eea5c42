import { relocateAttachmentsWork } from "#attachments/index.ts";
import { generateDuplicatesWork } from "#contacts/index.ts";
import { importWorks } from "#imports/index.ts";
import { deleteCanceledWork } from "#interactions/index.ts";
import { createContactsWork } from "#parties/index.ts";
import type { JobWork } from "#platform/jobs/index.ts";
import { applyRetentionRuleWork, deleteErasedFilesWork, exportContactWork } from "#privacy/index.ts";
import { classifyContactsWork } from "#questionnaires/index.ts";
import type { Config } from "./config.ts";
import { createTexts } from "./texts.ts";

/** Every module's background work. */
export function jobWorks({ dataFolder }: Pick<Config, "dataFolder">): readonly JobWork[] {
  return [
    ...importWorks(dataFolder),
    relocateAttachmentsWork(dataFolder),
    deleteCanceledWork(),
    createContactsWork(),
    generateDuplicatesWork(),
    classifyContactsWork(),
    exportContactWork({ dataFolder, translate: createTexts() }),
    deleteErasedFilesWork(dataFolder),
    applyRetentionRuleWork(),
  ];
}
