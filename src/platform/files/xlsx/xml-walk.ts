import { SaxesParser } from "saxes";
import { FileFormatError } from "../file-errors.ts";
import { maxRowCharacters } from "../limits.ts";
import { encodingOfMark } from "../text-encoding.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of XML wants to hear. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A worksheet needs about ten levels. */
const maxDepth = 100;

/**
 * Walks through XML that arrives in pieces and yields after each piece, so that the caller can take what its
 * listener has gathered. Document types are not expanded. Throws `file_damaged` where the XML is not well formed or
 * holds one text or tag longer than a row may be, or tags within tags without end.
 */
export async function* walkXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let charactersInOne = 0;
  let depth = 0;
  parser.on("opentag", (tag) => {
    charactersInOne = 0;
    if (++depth > maxDepth) throw new FileFormatError("file_damaged");
    listener.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    charactersInOne = 0;
    depth--;
    listener.close?.(localName(tag.name));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOfMark(piece) ?? "utf-8");
    const text = decoder.decode(piece, { stream: true });
    charactersInOne += text.length;
    if (charactersInOne > maxRowCharacters) throw new FileFormatError("file_damaged");
    orDamaged(() => parser.write(text));
    yield;
  }
  orDamaged(() => parser.close());
  yield;
}

/** Walks through XML to its end, for parts whose listener keeps what it needs. */
export async function walkWholeXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _piece of walkXml(pieces, listener));
}

function orDamaged(parse: () => void): void {
  try {
    parse();
  } catch (error) {
    throw error instanceof FileFormatError ? error : new FileFormatError("file_damaged", {}, error);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
