import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { detectMimeType, extensionOf } from "./attachment-types.rules.ts";
import type { Attachment } from "./attachments.contract.ts";
import { getAttachment } from "./attachments.queries.ts";
import { type SpooledFile, tidySpool, withSpooled } from "./spool.ts";
import {
  announceContent,
  currentStore,
  releaseContent,
  storeContent,
  sweepContent,
} from "./store-content.commands.ts";

export interface AttachmentsConfig {
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
  readonly uploadLimitBytes: number;
}

export interface Upload {
  readonly body: Readable;
  readonly fileName: string;
}

/** Refuses, by throwing, what the place that a file is for does not take. */
export interface UploadChecks {
  /** Looks at the file before anything of it is stored. */
  readonly accept?: (file: SpooledFile) => Promise<void>;
  /** Locks what is to name the file, before anything of the file is locked. */
  readonly hold?: (tx: TransactionContext) => Promise<void>;
}

/**
 * Stores a file as it arrives and gives it a number. `attach` runs in the same transaction, so that what is to name the
 * file and the file come into being together or not at all.
 */
export function createAttachment(
  ctx: Context,
  config: AttachmentsConfig,
  upload: Upload,
  attach: (tx: TransactionContext, attachmentNo: number) => Promise<void> = async () => undefined,
  { accept, hold }: UploadChecks = {},
): Promise<Attachment> {
  return withSpooled(config, upload.body, async (file) => {
    await accept?.(file);
    const store = await currentStore(ctx);
    await announceContent(ctx, file, store);
    return inTransaction(ctx, async (tx) => {
      await hold?.(tx);
      const blobId = await storeContent(tx, config.dataFolder, file, store);
      const no = await insertAttachment(tx, blobId, upload.fileName, file);
      await attach(tx, no);
      return getAttachment(tx, no);
    });
  });
}

async function insertAttachment(
  tx: TransactionContext,
  blobId: string,
  fileName: string,
  file: SpooledFile,
): Promise<number> {
  const no = await tx.keys.take("attachment");
  const extension = extensionOf(fileName);
  await tx.db
    .insertInto("attachments")
    .values({
      no,
      blob_id: blobId,
      file_name: fileName,
      file_extension: extension,
      mime_type: detectMimeType(file.head, extension),
      created_by: tx.actor.name,
    })
    .execute();
  return no;
}

/**
 * Gives each source a record of its own that shares its bytes, read-only for what is logged (section 8.2); the new
 * numbers, in the same order.
 *
 * @throws Conflict `concurrent_change` when a source is gone
 */
export async function copyAttachments(
  tx: TransactionContext,
  sources: readonly number[],
  { readOnly = true } = {},
): Promise<number[]> {
  if (sources.length === 0) return [];
  const first = await tx.keys.take("attachment", sources.length);
  const { numAffectedRows } = await sql`
    with source as (
      select * from attachments where no = any(${sources}::bigint[]) order by no for share
    )
    insert into attachments (no, blob_id, file_name, file_extension, mime_type, read_only, created_by)
    select ${first}::bigint + wanted.position - 1, s.blob_id, s.file_name, s.file_extension, s.mime_type, ${readOnly}, ${tx.actor.name}
      from unnest(${sources}::bigint[]) with ordinality as wanted(no, position) join source s on s.no = wanted.no`.execute(
    tx.db,
  );
  if (numAffectedRows !== BigInt(sources.length)) throw new Conflict("concurrent_change");
  return sources.map((_, index) => first + index);
}

/** Columns that name an attachment. */
const uses = [
  { table: "interaction_log_entries", column: "attachment_no" },
  { table: "interaction_template_languages", column: "attachment_no" },
  { table: "interaction_drafts", column: "attachment_no" },
  { table: "contact_images", column: "attachment_no" },
  { table: "parties", column: "image_no" },
] as const;

/** An undone merge gives a contact its picture back. */
const comesBack = (no: string) => sql`exists (
  select from contact_merge_steps
   where table_name = 'contact_images' and details @> jsonb_build_array(jsonb_build_object('attachment_no', ${sql.ref(no)})))`;

function isUnused(no: string) {
  const isUsed = uses.map(
    ({ table, column }) =>
      sql`exists (select from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = ${sql.ref(no)})`,
  );
  return sql`not (${sql.join([...isUsed, comesBack(no)], sql` or `)})`;
}

/** Deletes those of the attachments that nothing names any more, with their bytes (section 8.3). */
export async function discardAttachments(
  tx: TransactionContext,
  attachmentNos: readonly (number | null)[],
): Promise<void> {
  const nos = attachmentNos.filter((no) => no !== null);
  if (nos.length === 0) return;
  await sql`select from attachments where no = any(${nos}::bigint[]) order by no for update`.execute(tx.db);
  // A statement of its own: two who give up the last two uses at the same moment do not leave it to each other.
  const { rows } = await sql<{ blob_id: string }>`
    delete from attachments a where no = any(${nos}::bigint[]) and ${isUnused("a.no")} returning blob_id`.execute(
    tx.db,
  );
  await releaseContent(tx, [...new Set(rows.map(({ blob_id }) => blob_id))]);
}

/** Numbers of those that exactly one record names. */
export async function findUnique(
  tx: TransactionContext,
  attachmentNos: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select no from unnest(${attachmentNos}::bigint[]) as wanted(no)
     where (${sql.join(
       uses.map(
         ({ table, column }) =>
           sql`(select count(*) from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = wanted.no)`,
       ),
       sql` + `,
     )}) = 1`.execute(tx.db);
  return rows.map(({ no }) => no);
}

/** Deletes uploads that nothing has named for seven days, bytes left over, and files that never arrived; may run twice without harm. */
export async function tidyAttachments(ctx: Context, dataFolder: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ no: number }>`
      select no from attachments a
       where not read_only and created_at < ${ctx.now.toISOString()}::timestamptz - interval '7 days' and ${isUnused("a.no")}
       limit 10000`.execute(tx.db);
    await discardAttachments(
      tx,
      rows.map(({ no }) => no),
    );
  });
  await sweepContent(ctx, dataFolder);
  await tidySpool(dataFolder, ctx.now);
}
