import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { previewOf } from "./attachment-types.rules.ts";
import type { Attachment } from "./attachments.contract.ts";
import type { StorageType } from "./attachments.tables.ts";
import { storedFile } from "./disk-store.ts";
import { asStorageTrouble } from "./storage-trouble.ts";

/** A file as it is stored. */
export interface StoredAttachment {
  readonly no: number;
  readonly blob_id: string;
  readonly file_name: string;
  readonly file_extension: string | null;
  readonly mime_type: string;
  readonly read_only: boolean;
  readonly last_modified_at: string;
  readonly sha256: string;
  readonly size: number;
  readonly storage_type: StorageType;
  readonly storage_location: string | null;
}

/** Where the bytes are. */
type StoredBytes = Pick<StoredAttachment, "blob_id" | "sha256" | "size" | "storage_location">;

/** @throws NotFound */
export async function getStoredAttachment(ctx: Context, no: number): Promise<StoredAttachment> {
  const { rows } = await sql<StoredAttachment>`
    select a.no, a.blob_id, a.file_name, a.file_extension, a.mime_type, a.read_only, a.last_modified_at,
           b.sha256, b.size, b.storage_type, b.storage_location
      from attachments a join attachment_blobs b on b.id = a.blob_id
     where a.no = ${no}`.execute(ctx.db);
  if (!rows[0])
    throw new NotFound("not_found", { attachmentNo: no }, [{ path: "attachmentNo", code: "not_found" }]);
  return rows[0];
}

/** What a file is, without its bytes. */
export async function getAttachment(ctx: Context, no: number): Promise<Attachment> {
  const stored = await getStoredAttachment(ctx, no);
  return {
    attachmentNo: stored.no,
    fileName: stored.file_name,
    fileExtension: stored.file_extension,
    mimeType: stored.mime_type,
    size: stored.size,
    sha256: stored.sha256,
    storageType: stored.storage_type,
    storagePointer: stored.storage_location,
    readOnly: stored.read_only,
    preview: previewOf(stored.mime_type),
    lastModifiedAt: stored.last_modified_at,
  };
}

/** Which of the attachments exist. */
export async function findAttachments(ctx: Context, nos: readonly number[]): Promise<ReadonlySet<number>> {
  if (nos.length === 0) return new Set();
  const rows = await ctx.db.selectFrom("attachments").select("no").where("no", "in", nos).execute();
  return new Set(rows.map(({ no }) => no));
}

/**
 * The bytes, as a stream: all of them, or it ends with an error.
 *
 * @throws NotFound `attachment_missing` when the disk store has lost the file; Unavailable `attachment_storage` when it
 * cannot be reached
 */
export async function openAttachment(
  ctx: Context,
  dataFolder: string,
  { blob_id, sha256, size, storage_location }: StoredBytes,
): Promise<Readable> {
  if (storage_location === null) return Readable.from(chunks(ctx.db, blob_id, size), { objectMode: false });
  const { root, path } = storedFile(dataFolder, storage_location, sha256);
  try {
    const handle = await open(path);
    return handle.createReadStream();
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === "ENOENT";
    // The file alone, or the disk with everything on it.
    if (isGone && (await stat(root).catch(() => null))) throw new NotFound("attachment_missing");
    throw asStorageTrouble(error);
  }
}

/**
 * One piece after the other; no connection is kept while the reader takes its time. When the file is replaced meanwhile,
 * the reader must not take what came so far for all of it.
 */
async function* chunks(db: Db, blobId: string, size: number): AsyncGenerator<Buffer> {
  let left = size;
  for (let chunkNo = 0; left > 0; chunkNo++) {
    const row = await db
      .selectFrom("attachment_chunks")
      .select("bytes")
      .where("blob_id", "=", blobId)
      .where("chunk_no", "=", chunkNo)
      .executeTakeFirst();
    if (!row) throw new NotFound("attachment_missing");
    left -= row.bytes.length;
    yield row.bytes;
  }
}
