import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { FileFormatError, fileTooLarge } from "../file-errors.ts";
import { maxUnpackRatio, ratioMattersFromBytes } from "../limits.ts";

const maxEntries = 10_000;

/** A zip on disk whose parts are unpacked as streams, with bounds against those made to blow up. */
export class ZipArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the directory of the zip. Throws `file_damaged` when there is none or it makes no sense. */
  static async open(path: string): Promise<ZipArchive> {
    const zip = await orDamaged(openPromise(path, { autoClose: false }));
    try {
      return new ZipArchive(zip, await orDamaged(readDirectory(zip)));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * Unpacks one part. What the directory says about its size is believed here and enforced while unpacking.
   * Throws `file_too_large` beyond `maxBytes` or a ratio no honest workbook has, `file_damaged` when it is missing.
   */
  async *read(name: string, maxBytes: number): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new FileFormatError("file_damaged");
    if (entry.uncompressedSize > maxBytes || hasBombRatio(entry)) throw fileTooLarge(maxBytes);

    const stream: Readable = await orDamaged(this.#zip.openReadStreamPromise(entry));
    try {
      for await (const chunk of stream) yield chunk;
    } catch (error) {
      throw asDamaged(error);
    }
  }

  close(): void {
    this.#zip.close();
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new FileFormatError("file_damaged");
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  return entries;
}

function hasBombRatio(entry: Entry): boolean {
  const { uncompressedSize, compressedSize } = entry;
  return uncompressedSize > ratioMattersFromBytes && uncompressedSize > compressedSize * maxUnpackRatio;
}

async function orDamaged<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw asDamaged(error);
  }
}

/** The zip's fault is the file's; a disk that fails (`syscall`) is not. */
function asDamaged(error: unknown): unknown {
  const isDiskError = error instanceof Error && "syscall" in error;
  return isDiskError || error instanceof FileFormatError
    ? error
    : new FileFormatError("file_damaged", {}, error);
}
