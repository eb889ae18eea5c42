import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { findSubject } from "../erase/erasable-contact.ts";
import { exportDays, type PrivacyExport } from "../privacy.contract.ts";
import { removeArchive, storedArchives } from "./archive-files.ts";
import { exportContactJob } from "./export.job.ts";

/** Orders the archive of a contact; the job's id. @throws NotFound `contact_not_found`, `contact_merged` */
export function orderExport(ctx: Context, no: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const subject = await findSubject(tx.db, no);
    const id = randomUUID();
    await tx.db
      .insertInto("privacy_exports")
      .values({
        id,
        contact_id: subject.id,
        contact_no: no,
        file_bytes: null,
        created_at: tx.now.toISOString(),
        created_by: tx.actor.name,
        expires_at: new Date(tx.now.getTime() + exportDays * 86_400_000).toISOString(),
      })
      .execute();
    await recordChange(tx, {
      action: "contact.exported",
      resource: "contacts",
      key: no,
      changes: { exportId: id },
    });
    return enqueue(tx, exportContactJob, { exportId: id });
  });
}

const columns = sql.raw(
  'id, contact_no as "contactNo", file_bytes as "fileBytes", created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt"',
);

/** Archives of the contact that are not expired, the latest first. */
export async function listExports(ctx: Context, contactId: number): Promise<PrivacyExport[]> {
  const { rows } = await sql<PrivacyExport>`
    select ${columns} from privacy_exports
     where contact_id = ${contactId} and expires_at > ${ctx.now.toISOString()}::timestamptz
     order by created_at desc limit 20`.execute(ctx.db);
  return rows;
}

/** Says who took an archive along, and answers its record. @throws NotFound while or once it is not there */
export function takeExport(ctx: Context, id: string): Promise<PrivacyExport> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<PrivacyExport>`
      select ${columns} from privacy_exports
       where id = ${id} and file_bytes is not null and expires_at > ${tx.now.toISOString()}::timestamptz`.execute(
      tx.db,
    );
    const [found] = rows;
    if (!found) throw new NotFound("not_found", { key: id });
    await recordChange(tx, {
      action: "contact.exportDownloaded",
      resource: "contacts",
      key: found.contactNo,
      changes: { exportId: id },
    });
    return found;
  });
}

/** Forgets the archives of a contact; their files are the caller's to delete. */
export async function deleteExportsOf(tx: Tx, contactId: number): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom("privacy_exports")
    .where("contact_id", "=", contactId)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Deletes expired archives, and files that no record names: a program that was killed left them. */
export async function deleteOldExports(ctx: Context, dataFolder: string): Promise<void> {
  await ctx.db.deleteFrom("privacy_exports").where("expires_at", "<=", ctx.now.toISOString()).execute();
  const stored = await storedArchives(dataFolder);
  if (stored.length === 0) return;
  const rows = await ctx.db.selectFrom("privacy_exports").select("id").execute();
  const known = new Set(rows.map(({ id }) => id));
  await Promise.all(stored.filter((id) => !known.has(id)).map((id) => removeArchive(dataFolder, id)));
}
