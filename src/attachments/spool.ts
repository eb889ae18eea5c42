import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Malformed, TooLarge } from "#platform/errors.ts";
import { FileFormatError } from "#platform/files/index.ts";
import { headBytes } from "./attachment-types.rules.ts";
import { asStorageTrouble } from "./storage-trouble.ts";

const leftOverAfterMs = 60 * 60_000;

/** Bytes that have arrived completely and wait on the disk for their place. */
export interface SpooledFile {
  readonly path: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The first bytes. */
  readonly head: Buffer;
}

/**
 * Takes a body in as it arrives, hands it over complete and on the disk, and leaves nothing behind afterwards.
 *
 * @throws TooLarge `file_too_large`; FileFormatError `file_empty`; Malformed `attachment_upload_broken` when it was cut
 * off; Unavailable `attachment_storage` when the disk does not take it
 */
export async function withSpooled<T>(
  { dataFolder, uploadLimitBytes }: { readonly dataFolder: string; readonly uploadLimitBytes: number },
  body: Readable,
  use: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  const folder = spoolFolder(dataFolder);
  const path = join(folder, randomUUID());
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  let size = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < headBytes) head.push(chunk.subarray(0, headBytes - size));
      size += chunk.length;
      if (size > uploadLimitBytes) throw fileTooLarge(uploadLimitBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await mkdir(folder, { recursive: true });
    await pipeline(counted(), createWriteStream(path, { mode: 0o600, flags: "wx", flush: true }));
    if (size === 0) throw new FileFormatError("file_empty");
    return await use({ path, size, sha256: hash.digest("hex"), head: Buffer.concat(head) });
  } catch (error) {
    if (body.destroyed && !body.readableEnded && (error as NodeJS.ErrnoException).code === "ECONNRESET")
      throw Object.assign(new Malformed("attachment_upload_broken"), { cause: error });
    throw asStorageTrouble(error);
  } finally {
    await rm(path, { force: true });
  }
}

/** Where files are that have not arrived completely. */
export function spoolFolder(dataFolder: string): string {
  return join(dataFolder, "files", "uploads");
}

/** Deletes what a program that was killed has left half-arrived: nothing was added to it for an hour. */
export async function tidySpool(dataFolder: string, now: Date): Promise<void> {
  const folder = spoolFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < now.getTime() - leftOverAfterMs) await rm(path, { force: true });
  }
}

/** 413: more bytes than an upload may have. */
export function fileTooLarge(maxBytes: number): TooLarge {
  return new TooLarge("file_too_large", { maxMegabytes: Math.max(1, Math.floor(maxBytes / 1_000_000)) });
}
