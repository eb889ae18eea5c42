import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The encoding a byte order mark names, or `null` without one. */
export function encodingOfMark(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * How a text file is encoded: its mark says, or else the whole of it is looked at. Bytes that are not UTF-8 make it
 * Windows-1252, which is what Excel in western Europe saves as "CSV". A file with more good multi-byte characters
 * than bad bytes stays UTF-8: it is a damaged UTF-8 file, and its bad rows are reported one by one.
 */
export async function detectEncoding(path: string, head: Uint8Array): Promise<TextEncoding> {
  const marked = encodingOfMark(head);
  if (marked) return marked;

  let good = 0;
  let bad = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
    rest = bytes.subarray(whole.length);
    const counts = countSequences(whole);
    good += counts.good;
    bad += counts.bad;
  }
  bad += rest.length;
  return bad > good ? "windows-1252" : "utf-8";
}

/** The file as text, piece by piece, without its byte order mark. Bytes that fit nothing become U+FFFD. */
export async function* readText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** Bytes at the end that begin a character whose rest comes with the next chunk: 0 to 3. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Multi-byte characters that are well formed, and bytes that belong to none. */
function countSequences(bytes: Buffer): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  if (isUtf8(bytes)) {
    for (const byte of bytes) if (byte >= 0xc0) good++;
    return { good, bad };
  }
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    const isGood =
      byte < 0x80 || (byte >= 0xc2 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length);
    if (isGood && byte >= 0x80) good++;
    if (!isGood) bad++;
    at += isGood ? length : 1;
  }
  return { good, bad };
}
