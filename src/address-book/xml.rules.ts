/** Namespaces of the protocols, and the writing of XML. Pure. */

export const davNamespace = "DAV:";
export const cardNamespace = "urn:ietf:params:xml:ns:carddav";
/** Of the change mark that older clients look at. */
export const calendarServerNamespace = "http://calendarserver.org/ns/";

/** Prefixes that are declared on every answer. */
const prefixes: Readonly<Record<string, string>> = {
  [davNamespace]: "D",
  [cardNamespace]: "C",
  [calendarServerNamespace]: "CS",
};

export const declarations = Object.entries(prefixes)
  .map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`)
  .join("");

export const xmlStart = '<?xml version="1.0" encoding="utf-8"?>\n';

/** XML that is written already: the only kind that goes into an answer without being escaped. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A text as content or attribute: signs are escaped, characters that XML has no place for are left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\r", "&#13;")
  );
}

/** A name of our own, such as `D:href`, with its content. */
export function tag(name: string, ...content: readonly (Xml | string)[]): Xml {
  if (content.length === 0) return new Xml(`<${name}/>`);
  return new Xml(`<${name}>${written(content)}</${name}>`);
}

/** A name that somebody else has given, with its content. */
export function tagOf(
  { uri, local }: { readonly uri: string; readonly local: string },
  content: readonly (Xml | string)[] = [],
): Xml {
  const prefix = prefixes[uri];
  if (prefix !== undefined) return tag(`${prefix}:${local}`, ...content);
  return new Xml(`<${local} xmlns="${escapeXml(uri)}">${written(content)}</${local}>`);
}

function written(content: readonly (Xml | string)[]): string {
  return content.map((part) => (part instanceof Xml ? part.text : escapeXml(part))).join("");
}
