import { createReadStream } from "node:fs";
import { maxFieldCharacters, maxPhotoCharacters } from "../limits.ts";
import { encodingOfMark, readText } from "../text-encoding.ts";

/** A logical line: what was folded over several lines of the file is one again. */
export interface ContentLine {
  /** One character per byte (Latin-1), because each line may say for itself how it is encoded. */
  readonly bytes: string;
  /** The line was longer than a field may be; the rest is lost. */
  readonly isCut: boolean;
}

const utf8Mark = "\xEF\xBB\xBF";
const quotedPrintableHead = /^[^:]*\bQUOTED-PRINTABLE\b/i;

const photoHead = /^(?:[\w-]+\.)?PHOTO[;:]/i;

/**
 * The logical lines of a vCard file. Unfolding happens on bytes, since some programs fold in the middle of a
 * character; the soft line breaks of quoted-printable (version 2.1) are undone as well.
 */
export async function* readContentLines(path: string, head: Uint8Array): AsyncGenerator<ContentLine> {
  const unfolder = new Unfolder();
  for await (const chunk of readBytes(path, head)) yield* unfolder.write(chunk);
  yield* unfolder.end();
}

async function* readBytes(path: string, head: Uint8Array): AsyncGenerator<string> {
  const mark = encodingOfMark(head);
  if (mark === "utf-16le" || mark === "utf-16be") {
    for await (const text of readText(path, mark)) yield Buffer.from(text).toString("latin1");
    return;
  }
  for await (const chunk of createReadStream(path, {
    start: mark ? utf8Mark.length : 0,
  }) as AsyncIterable<Buffer>) {
    yield chunk.toString("latin1");
  }
}

class Unfolder {
  /** The line of the file that is still arriving. */
  #physical = "";
  #isPhysicalCut = false;
  /** Pieces of the logical line, which may go on with the next line of the file; empty before the first. */
  #pieces: string[] = [];
  #length = 0;
  #isCut = false;
  #isQuotedPrintable = false;
  /** Characters that the logical line may have. */
  #most = maxFieldCharacters;

  *write(chunk: string): Generator<ContentLine> {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      this.#extend(chunk.slice(from, end));
      yield* this.#endPhysical();
      from = end + 1;
    }
    this.#extend(chunk.slice(from));
  }

  *end(): Generator<ContentLine> {
    yield* this.#endPhysical();
    yield* this.#endLogical();
  }

  #extend(part: string): void {
    const room = maxPhotoCharacters - this.#physical.length;
    this.#physical += part.slice(0, room);
    if (part.length > room) this.#isPhysicalCut = true;
  }

  *#endPhysical(): Generator<ContentLine> {
    const line = this.#physical.endsWith("\r") ? this.#physical.slice(0, -1) : this.#physical;
    const isFolded = this.#pieces.length > 0 && (line.startsWith(" ") || line.startsWith("\t"));
    if (this.#takeSoftBreak()) this.#append(line);
    else if (isFolded) this.#append(line.slice(1));
    else {
      yield* this.#endLogical();
      this.#isQuotedPrintable = quotedPrintableHead.test(line.slice(0, 1_000));
      this.#most = photoHead.test(line.slice(0, 100)) ? maxPhotoCharacters : maxFieldCharacters;
      this.#append(line);
    }
    this.#isCut ||= this.#isPhysicalCut;
    this.#physical = "";
    this.#isPhysicalCut = false;
  }

  /** Whether the line so far ends in quoted-printable's "goes on", which is taken away. */
  #takeSoftBreak(): boolean {
    const last = this.#pieces.at(-1);
    if (!this.#isQuotedPrintable || !last?.endsWith("=")) return false;
    this.#pieces[this.#pieces.length - 1] = last.slice(0, -1);
    return true;
  }

  #append(piece: string): void {
    const room = this.#most - this.#length;
    if (piece.length > room) this.#isCut = true;
    const kept = piece.slice(0, room);
    if (kept !== "") this.#pieces.push(kept);
    this.#length += kept.length;
  }

  *#endLogical(): Generator<ContentLine> {
    if (this.#length > 0) yield { bytes: this.#pieces.join(""), isCut: this.#isCut };
    this.#pieces = [];
    this.#length = 0;
    this.#isCut = false;
    this.#isQuotedPrintable = false;
  }
}
