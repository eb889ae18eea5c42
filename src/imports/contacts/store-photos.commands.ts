import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { announceContents } from "#attachments/index.ts";
import { putImage } from "#contacts/index.ts";
import { maxImageBytes } from "#pictures/pictures.rules.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { AppError } from "#platform/errors.ts";
import { issuesOf } from "../row-reports.ts";
import type { ContactReport } from "./contact-reports.ts";
import type { ParsedRow } from "./parse-row.rules.ts";

/** Says on the disk's behalf which pictures are about to come, before the transaction that brings them. */
export function announcePhotos(ctx: Context, rows: readonly ParsedRow[]): Promise<void> {
  return announceContents(
    ctx,
    rows.flatMap(({ photo: { bytes } }) => (bytes ? [{ sha256: hashOf(bytes), size: bytes.length }] : [])),
  );
}

/**
 * Gives contacts the pictures of their rows, one file after the other; the picture that is there already stays. What
 * is wrong with a picture is a warning about its row.
 */
export async function storePhotos(
  tx: TransactionContext,
  dataFolder: string,
  rows: readonly ParsedRow[],
  reports: readonly ContactReport[],
): Promise<ContactReport[]> {
  const present = await hashesOf(tx, rows, reports);
  const finished: ContactReport[] = [];
  for (const [
    at,
    {
      photo: { bytes, warning },
      ...row
    },
  ] of rows.entries()) {
    const report = reports[at]!;
    const contact = report.contact;
    const isWanted = contact !== null && bytes !== null && present.get(contact.no) !== hashOf(bytes);
    const refusal = isWanted ? await give(tx, dataFolder, contact.no, bytes) : null;
    const given = isWanted && refusal === null;
    const found = contact !== null && warning !== null ? warning : refusal;
    finished.push({
      ...report,
      ...(given && report.action === "unchanged" && { action: "updated" as const }),
      issues: found ? [...report.issues, ...issuesOf(row, [found], true)] : report.issues,
    });
  }
  return finished;
}

/** What a dry run can tell: what is wrong with the pictures themselves. */
export function warnOfPhotos(rows: readonly ParsedRow[], reports: readonly ContactReport[]): ContactReport[] {
  return rows.map(({ photo: { warning }, ...row }, at) => {
    const report = reports[at]!;
    if (report.contact === null || warning === null) return report;
    return { ...report, issues: [...report.issues, ...issuesOf(row, [warning], true)] };
  });
}

async function give(tx: TransactionContext, dataFolder: string, no: string, bytes: Buffer) {
  try {
    const config = { dataFolder, uploadLimitBytes: maxImageBytes };
    await putImage(tx, config, { no, ifMatch: null }, { body: Readable.from([bytes]), fileName: no });
    return null;
  } catch (error) {
    // Found before anything is written: the transaction goes on.
    if (!(error instanceof AppError) || !error.code.startsWith("image_")) throw error;
    return { path: null, code: error.code, values: error.values };
  }
}

/** What the contacts that get a picture show now, by their numbers. */
async function hashesOf(
  tx: TransactionContext,
  rows: readonly ParsedRow[],
  reports: readonly ContactReport[],
): Promise<ReadonlyMap<string, string>> {
  const nos = reports.flatMap(({ contact }, at) => (contact && rows[at]!.photo.bytes ? [contact.no] : []));
  if (nos.length === 0) return new Map();
  const { rows: found } = await sql<{ no: string; sha256: string }>`
    select c.no, b.sha256 from contacts c join contact_images i on i.contact_id = c.id
      join attachments a on a.no = i.attachment_no join attachment_blobs b on b.id = a.blob_id
     where c.no collate "C" = any(${nos}::text[])`.execute(tx.db);
  return new Map(found.map(({ no, sha256 }) => [no, sha256]));
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
