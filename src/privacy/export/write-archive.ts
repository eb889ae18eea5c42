import { createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { ZipFile } from "yazl";
import type { Context, Tx } from "#app/database.ts";
import { getStoredAttachment, openAttachment } from "#attachments/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { archiveFile, unfinishedArchive } from "./archive-files.ts";
import { type ExportKind, exportKinds } from "./export-kinds.ts";
import { readmeOf } from "./readme.ts";

/** Records that are read and written at once: an archive is never whole in memory. */
const rowsAtOnce = 500;

export interface WrittenArchive {
  readonly fileBytes: number;
  /** Files in it, the README included. */
  readonly files: number;
}

/** Where archives are kept, and in which words they explain themselves. */
export interface ArchivePlace {
  readonly dataFolder: string;
  readonly translate: Translator;
}

/** How far the writing is: called between records, throws to stop. */
type OnStep = () => void;

/**
 * Writes everything about a contact into the archive of an export, as it was at one moment. A file of the same name that
 * was cut off is written anew.
 */
export async function writeArchive(
  ctx: Context,
  { dataFolder, translate }: ArchivePlace,
  subject: { readonly exportId: string; readonly contactId: number; readonly contactNo: string },
  onStep: OnStep,
): Promise<WrittenArchive> {
  const { exportId } = subject;
  const part = unfinishedArchive(dataFolder, exportId);
  await mkdir(dirname(part), { recursive: true });
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(part, { mode: 0o600 }));
  // What goes wrong is thrown by whoever feeds the archive; this one follows.
  written.catch(() => undefined);
  try {
    const files = await ctx.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((db) => fill({ zip, written }, { ...ctx, db }, { dataFolder, translate }, subject, onStep));
    zip.end();
    await written;
    await rename(part, archiveFile(dataFolder, exportId));
    return { fileBytes: (await stat(archiveFile(dataFolder, exportId))).size, files };
  } catch (error) {
    (zip.outputStream as Readable).destroy(error as Error);
    throw error;
  }
}

async function fill(
  archive: OpenArchive,
  ctx: Context & { readonly db: Tx },
  { dataFolder, translate }: ArchivePlace,
  { contactId, contactNo }: { readonly contactId: number; readonly contactNo: string },
  onStep: OnStep,
): Promise<number> {
  const fieldsOf = new Map<string, readonly string[]>();
  const attachments = new Set<number>();
  for (const kind of exportKinds) {
    const fields = new Set<string>();
    await add(
      archive,
      `${kind.file}.json`,
      jsonOf(records(ctx.db, kind, contactId, onStep), (row) => {
        for (const name of Object.keys(row)) fields.add(name);
        if (typeof row.attachmentNo === "number") attachments.add(row.attachmentNo);
      }),
    );
    fieldsOf.set(kind.file, [...fields]);
  }
  for (const no of attachments) {
    onStep();
    const stored = await getStoredAttachment(ctx, no);
    await add(
      archive,
      `files/${no}-${safeName(stored.file_name)}`,
      await openAttachment(ctx, dataFolder, stored),
    );
  }
  const readme = readmeOf(translate, { contactNo, now: ctx.now, fieldsOf });
  await add(archive, "README.txt", Readable.from([readme], { objectMode: false }));
  return exportKinds.length + attachments.size + 1;
}

/** An archive that is being written, and the promise that breaks when the disk does not take it. */
interface OpenArchive {
  readonly zip: ZipFile;
  readonly written: Promise<void>;
}

/** One after the other: the records come over the connection of the transaction. */
async function add({ zip, written }: OpenArchive, path: string, content: Readable): Promise<void> {
  zip.addReadStream(content, path);
  await Promise.race([finished(content), written]);
}

async function* records(
  tx: Tx,
  kind: ExportKind,
  contactId: number,
  onStep: OnStep,
): AsyncGenerator<Record<string, unknown>> {
  await sql`declare archived no scroll cursor for ${kind.rows(contactId)}`.execute(tx);
  for (;;) {
    onStep();
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      fetch ${sql.lit(rowsAtOnce)} from archived`.execute(tx);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await sql`close archived`.execute(tx);
}

/** A JSON array, a record a line. */
function jsonOf(
  rows: AsyncGenerator<Record<string, unknown>>,
  look: (row: Record<string, unknown>) => void,
): Readable {
  async function* lines() {
    let separator = "[\n";
    for await (const row of rows) {
      look(row);
      yield `${separator}${JSON.stringify(row)}`;
      separator = ",\n";
    }
    yield separator === "[\n" ? "[]\n" : "\n]\n";
  }
  return Readable.from(lines(), { objectMode: false });
}

/** A name that no operating system takes for a folder or a device. */
function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._ -]/gu, "_").replace(/^\.+/, "_");
}
