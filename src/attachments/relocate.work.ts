import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { AppError, Conflict } from "#platform/errors.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import type { RelocationResult } from "./attachments.contract.ts";
import { openAttachment } from "./attachments.queries.ts";
import type { StorageType } from "./attachments.tables.ts";
import { relocateAttachments } from "./relocate.job.ts";
import { withSpooled } from "./spool.ts";
import {
  announceContent,
  currentStore,
  releaseContent,
  type Store,
  storeContent,
  sweepContent,
} from "./store-content.commands.ts";

/** So many files that could not be moved are named. */
const mostFailures = 100;

interface Blob {
  readonly blob_id: string;
  readonly sha256: string;
  readonly size: number;
  readonly storage_type: StorageType;
  readonly storage_location: string | null;
  readonly attachment_no: number;
}

/** The job that moves attachments, over the folder of the disk store. */
export function relocateAttachmentsWork(dataFolder: string): JobWork {
  return work(relocateAttachments, (ctx, _payload, progress) => relocate(ctx, dataFolder, progress));
}

/**
 * Moves what lies elsewhere than new files go (section 9.1), one content at a time: copied, compared by its checksum,
 * switched over, and only then deleted. What fails stays where it is, is reported, and the rest goes on.
 */
async function relocate(
  ctx: Context,
  dataFolder: string,
  progress: Pick<JobProgress, "set" | "throwIfCanceled">,
): Promise<RelocationResult> {
  const store = await currentStore(ctx);
  const blobs = await findElsewhere(ctx, store);
  const failures: RelocationResult["failures"] = [];
  let moved = 0;
  for (const [index, blob] of blobs.entries()) {
    progress.throwIfCanceled();
    progress.set(index, blobs.length);
    try {
      await move(ctx, dataFolder, blob, store);
      moved += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ attachmentNo: blob.attachment_no, code: error.code });
    }
  }
  progress.set(blobs.length, blobs.length);
  await sweepContent(ctx, dataFolder);
  return { moved, failed: failures.length, failures: failures.slice(0, mostFailures) };
}

/** Contents in use that lie elsewhere, each with one attachment that has it. */
async function findElsewhere(ctx: Context, { type, location }: Store): Promise<Blob[]> {
  const { rows } = await sql<Blob>`
    select b.id as blob_id, b.sha256, b.size, b.storage_type, b.storage_location,
           (select min(a.no) from attachments a where a.blob_id = b.id) as attachment_no
      from attachment_blobs b
     where (b.storage_type, b.storage_location) is distinct from (${type}::text, ${location}::text)
       and exists (select from attachments a where a.blob_id = b.id)
     order by b.id`.execute(ctx.db);
  return rows;
}

async function move(ctx: Context, dataFolder: string, blob: Blob, store: Store): Promise<void> {
  const bytes: Readable = await openAttachment(ctx, dataFolder, blob);
  await withSpooled({ dataFolder, uploadLimitBytes: Number.POSITIVE_INFINITY }, bytes, async (file) => {
    if (file.sha256 !== blob.sha256) throw new Conflict("attachment_damaged");
    await announceContent(ctx, file, store);
    await inTransaction(ctx, async (tx) => {
      const target = await storeContent(tx, dataFolder, file, store);
      await tx.db
        .updateTable("attachments")
        .set({ blob_id: target })
        .where("blob_id", "=", blob.blob_id)
        .execute();
      // Either may be without attachments now: the source always, the target when the last one was just deleted.
      await releaseContent(tx, [blob.blob_id, target]);
    });
  });
}
