import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { TooLarge, Unavailable } from "#platform/errors.ts";

/** Where uploaded files are kept: `files/imports` of the data folder, named by the id of their import. */

export function importFile(dataFolder: string, id: string): string {
  return join(dataFolder, "files", "imports", id);
}

/**
 * Writes a body to disk as it arrives. Throws `file_too_large` (413) beyond `maxBytes`, `import_storage` (503) when
 * the disk does not take it; nothing is left behind then. Answers the SHA-256 of the bytes, in hexadecimal.
 */
export async function saveUpload(path: string, body: Readable, maxBytes: number): Promise<string> {
  const digest = createHash("sha256");
  try {
    await mkdir(join(path, ".."), { recursive: true });
    const bytes = limited(body, maxBytes, (chunk) => digest.update(chunk));
    await pipeline(bytes, createWriteStream(path, { mode: 0o600, flags: "wx" }));
    return digest.digest("hex");
  } catch (error) {
    await removeUpload(path);
    const { code } = error as NodeJS.ErrnoException;
    if (code && storageCodes.has(code))
      throw Object.assign(new Unavailable("import_storage"), { cause: error });
    throw error;
  }
}

const storageCodes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO"]);

export function removeUpload(path: string): Promise<void> {
  return rm(path, { force: true });
}

/** 413: more bytes than an upload may have. */
export function uploadTooLarge(maxBytes: number): TooLarge {
  return new TooLarge("file_too_large", { maxMegabytes: Math.max(1, Math.floor(maxBytes / 1_000_000)) });
}

/** The stream itself stays open: whoever is refused should still get an answer over the same connection. */
async function* limited(
  body: Readable,
  maxBytes: number,
  look: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    total += (chunk as Buffer).length;
    if (total > maxBytes) throw uploadTooLarge(maxBytes);
    look(chunk as Buffer);
    yield chunk as Buffer;
  }
}
