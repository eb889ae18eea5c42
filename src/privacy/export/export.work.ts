import type { Context } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { removeArchive } from "./archive-files.ts";
import { exportContactJob } from "./export.job.ts";
import { type ArchivePlace, writeArchive } from "./write-archive.ts";

/** The job that writes the archive of a contact. */
export function exportContactWork(place: ArchivePlace): JobWork {
  return work(exportContactJob, (ctx, { exportId }, progress) => write(ctx, place, exportId, progress));
}

async function write(ctx: Context, place: ArchivePlace, exportId: string, progress: JobProgress) {
  const found = await ctx.db
    .selectFrom("privacy_exports")
    .select(["contact_id", "contact_no"])
    .where("id", "=", exportId)
    .executeTakeFirst();
  if (!found) throw new NotFound("not_found", { key: exportId });
  const subject = { exportId, contactId: found.contact_id, contactNo: found.contact_no };
  try {
    const { fileBytes, files } = await writeArchive(ctx, place, subject, () => progress.throwIfCanceled());
    await ctx.db.transaction().execute(async (db) => {
      const finished = await db
        .updateTable("privacy_exports")
        .set({ file_bytes: fileBytes })
        .where("id", "=", exportId)
        .executeTakeFirst();
      // Erased while it was written: nothing of it may stay.
      if (finished.numUpdatedRows === 0n) throw new NotFound("not_found", { key: exportId });
      await progress.succeedIn({ ...ctx, db }, { exportId, fileBytes, files });
    });
  } catch (error) {
    await removeArchive(place.dataFolder, exportId);
    throw error;
  }
}
