import { SaxesParser } from "saxes";
import { DavError } from "./dav-error.ts";

/** An element of a request. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  /** Without namespace. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own, without that of its children. */
  readonly text: string;
}

/** A request of a client has about eight levels. */
const maxDepth = 32;
const maxElements = 200_000;

/**
 * Reads the body of a request as a tree; its size was limited when it arrived. No document types, so there are no
 * entities to expand and nothing to fetch. `null` for a blank body. @throws DavError 400 `dav_xml`
 */
export function readXml(body: string): XmlElement | null {
  if (body.trim() === "") return null;
  const open: (XmlElement & { children: XmlElement[]; text: string })[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", ({ uri, local, attributes }) => {
    if (open.length >= maxDepth || ++count > maxElements) refuse();
    const element = { uri, local, attributes: plainAttributes(attributes), children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  parser.write(body.replace(/^\uFEFF/, "")).close();
  return root;
}

function refuse(): never {
  throw new DavError(400, "dav_xml");
}

function plainAttributes(attributes: Readonly<Record<string, { local: string; value: string }>>) {
  return Object.fromEntries(Object.values(attributes).map(({ local, value }) => [local, value]));
}

/** The children of a name. */
export function childrenNamed(element: XmlElement, uri: string, local: string): readonly XmlElement[] {
  return element.children.filter((child) => child.uri === uri && child.local === local);
}
