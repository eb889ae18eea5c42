import type { Readable } from "node:stream";
import { type AppError, Malformed, TooLarge } from "../errors.ts";

/** JSON objects, one a line, as many as there are: what comes in is read, and what goes out is written, line by line. */

export const ndjsonType = "application/x-ndjson";

/** Longest line in bytes. */
export const longestLine = 65_536;

/** A line that was read: what it holds, or why it cannot be read. */
export type ReadLine =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly error: AppError };

const newLine = 0x0a;

/** Reads a stream line by line; blank lines are passed over, one that is too long is skipped without being kept. */
export async function* readNdjson(stream: Readable): AsyncGenerator<ReadLine> {
  let parts: Buffer[] = [];
  let size = 0;
  let line = 1;
  const take = (): ReadLine | null => {
    const read = size > longestLine ? tooLong(line) : parse(line, Buffer.concat(parts).toString("utf8"));
    parts = [];
    size = 0;
    line += 1;
    return read;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newLine); end !== -1; end = chunk.indexOf(newLine, start)) {
      size += end - start;
      if (size <= longestLine) parts.push(chunk.subarray(start, end));
      start = end + 1;
      const read = take();
      if (read) yield read;
    }
    size += chunk.length - start;
    if (size <= longestLine) parts.push(chunk.subarray(start));
    else parts = [];
  }
  const last = take();
  if (last) yield last;
}

function tooLong(line: number): ReadLine {
  return { line, error: new TooLarge("line_too_long", { maximum: longestLine }) };
}

function parse(line: number, text: string): ReadLine | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  try {
    return { line, value: JSON.parse(trimmed) as unknown };
  } catch {
    return { line, error: new Malformed("malformed_json") };
  }
}
