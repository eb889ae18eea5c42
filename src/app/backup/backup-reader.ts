import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { CommandFailed } from "#platform/command-line.ts";
import { endOfRows } from "./format.ts";

const LINE_END = 0x0a;
/** Longer than any header. */
const LONGEST_LINE = 1024 * 1024;
const terminator = Buffer.from(`\n${endOfRows}\n`);

/** Reads a backup from its beginning: a line, or the rows of a table, and never more than that in memory. */
export class BackupReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #file: string;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
    const unzipped = createGunzip();
    // An error of either stream comes out of the iterator.
    pipeline(createReadStream(file), unzipped, () => undefined);
    this.#chunks = unzipped[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next line, which has to be JSON of this shape. */
  async readLine<S extends z.ZodType>(schema: S): Promise<z.infer<S>> {
    let end = this.#rest.indexOf(LINE_END);
    while (end < 0) {
      if (this.#rest.length > LONGEST_LINE || !(await this.#readMore())) throw this.#damaged();
      end = this.#rest.indexOf(LINE_END);
    }
    const line = this.#rest.subarray(0, end).toString();
    this.#rest = this.#rest.subarray(end + 1);
    try {
      return schema.parse(JSON.parse(line));
    } catch {
      throw this.#damaged();
    }
  }

  /** The rows up to the end of the table. */
  async *rows(): AsyncGenerator<Buffer> {
    // As if a line had just ended, so that a table without rows looks like any other.
    let window = Buffer.concat([Buffer.from("\n"), this.#rest]);
    this.#rest = Buffer.alloc(0);
    let isFirst = true;
    for (;;) {
      const end = window.indexOf(terminator);
      const upTo = end >= 0 ? end + 1 : window.length - terminator.length;
      if (upTo > (isFirst ? 1 : 0)) {
        yield window.subarray(isFirst ? 1 : 0, upTo);
        isFirst = false;
        window = window.subarray(upTo);
      }
      if (end >= 0) {
        this.#rest = window.subarray(window.indexOf(`${endOfRows}\n`) + endOfRows.length + 1);
        return;
      }
      if (!(await this.#readMore())) throw this.#damaged();
      window = Buffer.concat([window, this.#rest]);
      this.#rest = Buffer.alloc(0);
    }
  }

  async #readMore(): Promise<boolean> {
    try {
      const { value, done } = await this.#chunks.next();
      if (done) return false;
      this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall)
        throw new CommandFailed(`${this.#file} cannot be read: ${(error as Error).message}.`);
      throw this.#damaged();
    }
  }

  #damaged(): CommandFailed {
    return new CommandFailed(`${this.#file} is not a complete backup of Rapport. Nothing was restored.`);
  }
}
