import { FileFormatError } from "../file-errors.ts";
import { maxFieldCharacters, maxSharedStringBytes } from "../limits.ts";
import { unescapeCellText } from "./cell-text.ts";
import { walkWholeXml, type XmlListener } from "./xml-walk.ts";

/** Room for the longest text we keep, three bytes a character. */
const blockBytes = 4_194_304;
const lengthBytes = 4;

/**
 * The texts of a workbook, which its cells name by number. They are kept as UTF-8 outside the JavaScript heap: a
 * million short texts cost their bytes and little more.
 */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  /** Where each text begins: number of the block times its size, plus the place in it. */
  readonly #addresses: number[] = [];
  #used = blockBytes;
  #totalBytes = 0;

  /** Throws `file_too_many_texts` when memory would run away. */
  add(text: string): void {
    const bytes = Buffer.from(text.slice(0, maxFieldCharacters + 1));
    const size = bytes.length + lengthBytes;
    this.#totalBytes += size + lengthBytes;
    if (this.#totalBytes > maxSharedStringBytes) throw new FileFormatError("file_too_many_texts");
    if (this.#used + size > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafeSlow(blockBytes));
      this.#used = 0;
    }
    const block = this.#blocks.at(-1)!;
    this.#addresses.push((this.#blocks.length - 1) * blockBytes + this.#used);
    block.writeUInt32LE(bytes.length, this.#used);
    bytes.copy(block, this.#used + lengthBytes);
    this.#used += size;
  }

  /** The text with this number; throws `file_damaged` when a cell names one that does not exist. */
  get(index: number): string {
    const address = this.#addresses[index];
    if (address === undefined) throw new FileFormatError("file_damaged");
    const block = this.#blocks[Math.floor(address / blockBytes)]!;
    const from = (address % blockBytes) + lengthBytes;
    return block.toString("utf8", from, from + block.readUInt32LE(from - lengthBytes));
  }
}

/** Reads the part `xl/sharedStrings.xml`; formatting inside a text and phonetic guides are left out. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const text = new CellTextCollector();
  await walkWholeXml(pieces, {
    open: (name) => {
      if (name === "si") text.start();
      else text.open(name);
    },
    text: (part) => text.text(part),
    close: (name) => {
      if (name === "si") strings.add(text.take());
      else text.close(name);
    },
  });
  return strings;
}

/**
 * Gathers the text of one `si` or `is` element, which may be cut into runs of different formatting. Of a text beyond
 * the limit for fields it keeps enough to show that it is.
 */
export class CellTextCollector implements Required<XmlListener> {
  #text = "";
  #isInText = false;
  #isInPhonetic = false;

  start(): void {
    this.#text = "";
  }

  open(name: string): void {
    if (name === "rPh") this.#isInPhonetic = true;
    if (name === "t") this.#isInText = !this.#isInPhonetic;
  }

  text(part: string): void {
    if (this.#isInText && this.#text.length <= maxFieldCharacters) this.#text += part;
  }

  close(name: string): void {
    if (name === "rPh") this.#isInPhonetic = false;
    if (name === "t") this.#isInText = false;
  }

  take(): string {
    return unescapeCellText(this.#text);
  }
}
