import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import type { StorageType } from "./attachments.tables.ts";
import { placeFile, storedFile } from "./disk-store.ts";
import type { SpooledFile } from "./spool.ts";
import { isStorageTrouble } from "./storage-trouble.ts";

/** Where bytes are kept. */
export interface Store {
  readonly type: StorageType;
  readonly location: string | null;
}

/** What a file is, wherever it lies. */
type Content = Pick<SpooledFile, "sha256" | "size">;

/** Size of the pieces in which the database keeps a file. */
const chunkBytes = 1024 * 1024;

/** The store that new files go to (section 9.1). */
export async function currentStore(ctx: Context): Promise<Store> {
  const { rows } = await sql<Store>`
    select attachment_storage_type as type,
           case when attachment_storage_type = 'file' then attachment_storage_location end as location
      from marketing_setup`.execute(ctx.db);
  return rows[0]!;
}

/**
 * Says that bytes are about to come, before they do: a file on the disk has always a row that names it, whenever the
 * program stops. A row that came to nothing is cleaned up an hour later.
 */
export async function announceContent(ctx: Context, file: SpooledFile, store: Store): Promise<void> {
  if (store.type === "file") await claimBlobs(ctx, [file], store);
}

/** The same for files that a transaction is about to bring, by what they are; outside of it. */
export async function announceContents(ctx: Context, files: readonly Content[]): Promise<void> {
  if (files.length === 0) return;
  const store = await currentStore(ctx);
  if (store.type === "file") await claimBlobs(ctx, files, store);
}

/**
 * Keeps bytes in a store, once for every content, and returns the id of the blob. It stays locked until the transaction
 * ends, so that nobody cleans it up before something names it.
 */
export async function storeContent(
  tx: TransactionContext,
  dataFolder: string,
  file: SpooledFile,
  store: Store,
): Promise<string> {
  const [claimed] = await claimBlobs(tx, [file], store);
  const { id, isNew } = claimed!;
  if (store.type === "file") {
    await placeFile(file.path, storedFile(dataFolder, store.location!, file.sha256));
  } else if (isNew) await embed(tx, id, file.path);
  return id;
}

/** A blob for every content, made or touched, in the order of the contents. */
async function claimBlobs(ctx: Context, files: readonly Content[], { type, location }: Store) {
  const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]));
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into attachment_blobs as b (sha256, size, storage_type, storage_location)
    select sha256, size, ${type}, ${location}
      from unnest(${[...sizes.keys()]}::text[], ${[...sizes.values()]}::bigint[]) as f(sha256, size) order by sha256
    on conflict on constraint attachment_blobs_content_key do update set touched_at = now(), unused_since = null
    returning b.id, b.xmax = 0 as "isNew"`.execute(ctx.db);
  return rows;
}

/** Piece by piece: a file is never whole in memory. */
async function embed(tx: TransactionContext, blobId: string, path: string): Promise<void> {
  let chunkNo = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: chunkBytes })) {
    await tx.db
      .insertInto("attachment_chunks")
      .values({ blob_id: blobId, chunk_no: chunkNo++, bytes: bytes as Buffer })
      .execute();
  }
}

/**
 * Lets go of blobs that no attachment names any more: bytes in the database at once, files by `sweepContent` once the
 * transaction stands.
 */
export async function releaseContent(tx: TransactionContext, blobIds: readonly string[]): Promise<void> {
  if (blobIds.length === 0) return;
  await sql`select from attachment_blobs where id = any(${blobIds}::uuid[]) order by id for update`.execute(
    tx.db,
  );
  // A statement of its own: it sees what was attached while the locks were waited for.
  await sql`
    with unused as (
      select id, storage_type from attachment_blobs b
       where id = any(${blobIds}::uuid[]) and not exists (select from attachments where blob_id = b.id)
    ), marked as (
      update attachment_blobs set unused_since = now() where id in (select id from unused where storage_type = 'file')
    )
    delete from attachment_blobs where id in (select id from unused where storage_type = 'embedded')`.execute(
    tx.db,
  );
}

/**
 * Deletes files of the disk store that nothing names any more, and bytes that were brought along and never attached. A
 * file that is gone already does not matter.
 */
export async function sweepContent(ctx: Context, dataFolder: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from attachment_blobs b
     where (unused_since is not null or touched_at < ${ctx.now.toISOString()}::timestamptz - interval '1 hour')
       and not exists (select from attachments where blob_id = b.id)
     limit 10000`.execute(ctx.db);
  for (const { id } of rows) {
    await inTransaction(ctx, (tx) => sweepBlob(tx, dataFolder, id)).catch((error: unknown) => {
      // The disk is away: the row stays, and the next clean-up tries again.
      if (!isStorageTrouble(error)) throw error;
    });
  }
}

async function sweepBlob(tx: TransactionContext, dataFolder: string, id: string): Promise<void> {
  const blob = await tx.db
    .selectFrom("attachment_blobs")
    .select(["sha256", "storage_location"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!blob) return;
  const { rows } = await sql`
    delete from attachment_blobs b
     where id = ${id} and (unused_since is not null or touched_at < now() - interval '1 hour')
       and not exists (select from attachments where blob_id = b.id)
    returning id`.execute(tx.db);
  if (rows.length > 0 && blob.storage_location !== null)
    await rm(storedFile(dataFolder, blob.storage_location, blob.sha256).path, { force: true });
}
