import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileFormatError, fileTooLarge } from "./file-errors.ts";

/** A path on disk, or a stream that is written to a temporary file first. */
export type FileInput = string | Readable;

export interface FileSource {
  readonly path: string;
  readonly size: number;
  /** The first bytes of the file, at most 64 KiB. */
  readonly head: Buffer;
  /** Deletes the temporary file; a path that was handed in stays. */
  dispose(): Promise<void>;
}

const headBytes = 65_536;

/**
 * Makes the input readable more than once: the encoding of a text and the directory of a workbook are known only
 * after its last byte. Throws `file_too_large` beyond `maxBytes` and `file_empty` without any.
 */
export async function openSource(input: FileInput, maxBytes: number): Promise<FileSource> {
  if (typeof input === "string") return describe(input, maxBytes, async () => {});

  const folder = await mkdtemp(join(tmpdir(), "rapport-file-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "upload");
    await pipeline(input, limitBytes(maxBytes), createWriteStream(path, { mode: 0o600 }));
    return await describe(path, maxBytes, dispose);
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function describe(path: string, maxBytes: number, dispose: () => Promise<void>): Promise<FileSource> {
  const { size } = await stat(path);
  if (size > maxBytes) throw fileTooLarge(maxBytes);
  if (size === 0) throw new FileFormatError("file_empty");
  return { path, size, head: await readHead(path), dispose };
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}

function limitBytes(maxBytes: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > maxBytes) done(fileTooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}
