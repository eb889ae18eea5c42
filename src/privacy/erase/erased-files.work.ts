import { sweepContent } from "#attachments/index.ts";
import { deleteImportFile } from "#imports/index.ts";
import { type JobWork, work } from "#platform/jobs/index.ts";
import { removeArchive } from "../export/archive-files.ts";
import { deleteErasedFiles } from "./erased-files.job.ts";

/** The job behind an erasure: attachments that nothing names any more, files of imports, archives of exports. */
export function deleteErasedFilesWork(dataFolder: string): JobWork {
  return work(deleteErasedFiles, async (ctx, { importIds, exportIds }) => {
    await sweepContent(ctx, dataFolder);
    await Promise.all([
      ...importIds.map((id) => deleteImportFile(dataFolder, id)),
      ...exportIds.map((id) => removeArchive(dataFolder, id)),
    ]);
  });
}
