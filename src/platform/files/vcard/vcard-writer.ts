import { Readable } from "node:stream";
import { listProperties, structuredProperties, type VCard, type VCardProperty } from "./vcard.ts";
import { flattenVCard } from "./vcard-columns.ts";

const maxLineOctets = 75;
const blockCharacters = 65_536;

/** Values that are addresses, not texts: commas and semicolons stand bare in them. */
const uriProperties: ReadonlySet<string> = new Set(["URL", "UID", "IMPP", "SOURCE", "MEMBER", "PHOTO"]);

/** Marks of an encoding that is gone once the value is decoded. */
const encodingParams: ReadonlySet<string> = new Set(["ENCODING", "CHARSET"]);

/** Writes cards as vCard 4.0 (RFC 6350, `text/vcard`, UTF-8) while they arrive. */
export function writeVCards(cards: AsyncIterable<VCard> | Iterable<VCard>): Readable {
  return Readable.from(blocks(cards), { objectMode: false });
}

async function* blocks(cards: AsyncIterable<VCard> | Iterable<VCard>): AsyncGenerator<Buffer> {
  let block = "";
  for await (const card of cards) {
    block += formatVCard(card);
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = "";
  }
  if (block !== "") yield Buffer.from(block);
}

/** Versions that are written: 4.0 (RFC 6350), and 3.0 (RFC 2426) for what reads no newer one. */
export type WrittenVersion = "3.0" | "4.0";

/** One card with its line ends. The names that the version demands are made up of what there is. */
export function formatVCard(card: VCard, version: WrittenVersion = "4.0"): string {
  const { kind, properties } = version === "4.0" ? card : asVersion3(card);
  const hasFormattedName = properties.some(({ name }) => name === "FN");
  const formattedName = hasFormattedName ? [] : [`FN:${escapeText(flattenVCard(card).formattedName ?? "")}`];
  const kinds = version === "3.0" || kind === "other" ? [] : [`KIND:${kind}`];
  const lines = [...formattedName, ...properties.map(formatProperty)];
  return ["BEGIN:VCARD", `VERSION:${version}`, ...kinds, ...lines, "END:VCARD"]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}

/** What version 3 calls otherwise: kinds, preferences, pictures; it demands the parts of the name. */
function asVersion3(card: VCard): VCard {
  const written = card.properties.flatMap(propertyOfVersion3);
  const name: VCardProperty = {
    name: "N",
    group: null,
    params: {},
    values: [flattenVCard(card).formattedName ?? "", "", "", "", ""],
  };
  const company: VCardProperty = { name: "X-ABSHOWAS", group: null, params: {}, values: ["COMPANY"] };
  return {
    ...card,
    properties: [
      ...written,
      ...(written.some((property) => property.name === "N") ? [] : [name]),
      ...(card.kind === "org" ? [company] : []),
    ],
  };
}

function propertyOfVersion3(property: VCardProperty): VCardProperty[] {
  const { name, params, values } = property;
  if (name === "LANG") return [];
  const { PREF, VALUE: _, TYPE = [], ...others } = params;
  const picture = /^data:image\/(\w+);base64,(.*)$/s.exec(values[0] ?? "");
  if (name === "PHOTO" && picture)
    return [
      {
        ...property,
        params: { [encodingOf3]: ["b"], TYPE: [picture[1]!.toUpperCase()] },
        values: [picture[2]!],
      },
    ];
  const types = [...(name === "EMAIL" ? ["internet"] : []), ...TYPE, ...(PREF?.[0] === "1" ? ["pref"] : [])];
  return [{ ...property, params: { ...others, ...(types.length > 0 && { TYPE: types }) } }];
}

/** `ENCODING`, marked as meant: as a rule it tells of an encoding that is gone. */
const encodingOf3 = "ENCODING-";

function formatProperty({ name, group, params, values }: VCardProperty): string {
  const path = group === null ? token(name) : `${token(group)}.${token(name)}`;
  const written = Object.entries(params)
    .filter(([key]) => !encodingParams.has(key))
    .map(([key, list]) => `;${token(key).replace(/-$/, "")}=${list.map(formatParam).join(",")}`);
  return `${path}${written.join("")}:${formatValue(name, values)}`;
}

function formatValue(name: string, values: readonly string[]): string {
  if (structuredProperties.has(name)) return values.map(escapeText).join(";");
  if (listProperties.has(name)) return values.map(escapeText).join(",");
  if (uriProperties.has(name)) return withoutControls(values.join(",")).replaceAll("\n", "");
  return values.map(escapeText).join(",");
}

function escapeText(text: string): string {
  return withoutControls(text)
    .replace(/[\\,;]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** RFC 6868, and quotation marks where a value would end too early. */
function formatParam(value: string): string {
  const escaped = withoutControls(value).replaceAll("^", "^^").replaceAll("\n", "^n").replaceAll('"', "^'");
  return /[,:;]/.test(escaped) ? `"${escaped}"` : escaped;
}

/** Line ends become one kind; other control characters but the tab have no place in a card. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
}

function token(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, "");
}

/** Cuts a line into pieces of at most 75 octets, between characters; the space that marks a piece counts. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= maxLineOctets) return line;
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > maxLineOctets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
