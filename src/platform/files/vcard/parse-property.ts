import { isUtf8 } from "node:buffer";
import { listProperties, structuredProperties, type VCardProperty } from "./vcard.ts";

/**
 * Reads one logical line, given as one character per byte, such as `item1.TEL;TYPE=work:+358 9 123`; `null` when it
 * is not a property. Tolerates what version 2.1 wrote: bare types, quoted-printable, a character set per line.
 */
export function parseProperty(bytes: string): VCardProperty | null {
  const colon = indexOutsideQuotes(bytes, ":");
  const [path = "", ...rawParams] = splitOutsideQuotes(bytes.slice(0, Math.max(0, colon)), ";");
  const match = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(path.trim());
  if (!match) return null;

  const name = match[2]!.toUpperCase();
  const params = parseParams(rawParams);
  const value = decodeValue(bytes.slice(colon + 1), params);
  return { name, group: match[1] ?? null, params, values: splitValue(name, value) };
}

type Params = Readonly<Record<string, readonly string[]>>;

function parseParams(rawParams: readonly string[]): Params {
  const params = new Map<string, string[]>();
  for (const raw of rawParams) {
    const [key, values] = parseParam(decodeText(raw, null).trim());
    const known = params.get(key);
    if (known) for (const value of values) known.push(value);
    else if (values.length > 0) params.set(key, values);
  }
  return Object.fromEntries(params);
}

function parseParam(param: string): [key: string, values: string[]] {
  const equals = param.indexOf("=");
  if (equals === -1) {
    const isEncoding = /^(QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(param);
    return isEncoding ? ["ENCODING", [param]] : ["TYPE", param === "" ? [] : [param.toLowerCase()]];
  }
  const key = param.slice(0, equals).trim().toUpperCase();
  const values = splitOutsideQuotes(param.slice(equals + 1), ",").map(unescapeParam);
  // "home,work" in one pair of quotes is common for types, though the standard means one value by it.
  return [key, key === "TYPE" ? values.flatMap((value) => value.toLowerCase().split(",")) : values];
}

/** Quotation marks around a value, and the escapes of RFC 6868. */
function unescapeParam(value: string): string {
  const bare = value.trim().replace(/^"(.*)"$/s, "$1");
  return bare.replace(/\^[n'^]/g, (code) => ({ "^n": "\n", "^'": '"' })[code] ?? "^");
}

function decodeValue(bytes: string, params: Params): string {
  const charset = params.CHARSET?.[0] ?? null;
  const isQuotedPrintable = params.ENCODING?.[0]?.toUpperCase() === "QUOTED-PRINTABLE";
  return decodeText(isQuotedPrintable ? decodeQuotedPrintable(bytes) : bytes, charset);
}

function decodeQuotedPrintable(bytes: string): string {
  return bytes.replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What is valid UTF-8 is UTF-8, whatever the card claims; the rest is what it claims, or Windows-1252. */
function decodeText(bytes: string, charset: string | null): string {
  const buffer = Buffer.from(bytes, "latin1");
  return isUtf8(buffer) ? buffer.toString() : decoderFor(charset).decode(buffer);
}

function decoderFor(charset: string | null): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset ?? "windows-1252");
  } catch {
    return new TextDecoder("windows-1252"); // the card names a character set nobody knows
  }
}

function splitValue(name: string, value: string): string[] {
  if (structuredProperties.has(name)) return splitUnescaped(value, ";").map(unescapeValue);
  if (listProperties.has(name)) return splitUnescaped(value, ",").map(unescapeValue);
  return [unescapeValue(value)];
}

function splitUnescaped(value: string, separator: ";" | ","): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === "\\") at++;
    else if (value[at] === separator) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)];
}

function unescapeValue(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_whole, character: string) =>
    /n/i.test(character) ? "\n" : character,
  );
}

function indexOutsideQuotes(text: string, wanted: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === wanted && !isQuoted) return at;
  }
  return text.indexOf(wanted); // a quotation mark without its partner
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
