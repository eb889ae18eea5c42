import { encodingOfMark } from "./text-encoding.ts";

export type FileFormat = "csv" | "xlsx" | "vcard";

/** What an answer with such a file says of itself. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  vcard: "text/vcard; charset=utf-8",
};

const zipMark = [0x50, 0x4b, 0x03, 0x04];
const oldOfficeMark = [0xd0, 0xcf, 0x11, 0xe0];

/** First bytes of what people pick by mistake; all of them would otherwise pass as text in Windows-1252. */
const foreignMarks: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xff, 0xd8, 0xff], // JPEG
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // a Linux program
  [0x4d, 0x5a, 0x90], // a Windows program
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];

/** Markup and JSON are text too, but not tables. */
const foreignText = /^\s*(<(\?xml|!doctype|html|table|svg)\b|\{\s*("|\})|\[\s*[{["])/i;

/**
 * What a file is, judged by its first bytes (64 KiB are plenty). Name and content type are believed only where the
 * bytes leave it open: a zip whose first entries do not tell.
 */
export function detectFormat(
  bytes: Uint8Array,
  fileName: string | null = null,
  contentType: string | null = null,
): FileFormat | "unsupported" {
  if (bytes.length === 0) return "unsupported";
  if (startsWith(bytes, zipMark)) return detectZip(bytes, fileName, contentType);
  if (isOldOffice(bytes) || foreignMarks.some((mark) => startsWith(bytes, mark))) return "unsupported";

  const text = new TextDecoder(encodingOfMark(bytes) ?? "windows-1252").decode(bytes);
  if (looksBinary(text) || foreignText.test(text) || text.trim() === "") return "unsupported";
  return /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(firstLine(text)) ? "vcard" : "csv";
}

/** An Excel workbook of before 2007, or a newer one behind a password: both come in this container. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, oldOfficeMark);
}

function detectZip(bytes: Uint8Array, fileName: string | null, contentType: string | null) {
  const names = entryNames(Buffer.from(bytes));
  if (names.some((name) => name.startsWith("xl/"))) return "xlsx";
  if (names.some((name) => /^(word|ppt|META-INF)\//.test(name))) return "unsupported";
  const saysWorkbook = /\.xlsx$/i.test(fileName ?? "") || /spreadsheetml/i.test(contentType ?? "");
  return saysWorkbook || names.includes("[Content_Types].xml") ? "xlsx" : "unsupported";
}

/** Names in the local headers that lie within the bytes, in the order of the zip. */
function entryNames(bytes: Buffer): string[] {
  const mark = Buffer.from(zipMark);
  const nameLengthAt = 26;
  const nameAt = 30;
  const names: string[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + nameAt)) {
    if (at + nameAt > bytes.length) break;
    const end = at + nameAt + bytes.readUInt16LE(at + nameLengthAt);
    names.push(bytes.toString("utf8", at + nameAt, end));
  }
  return names;
}

/** Control characters that no text uses, more of them than an accident explains. */
function looksBinary(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27)) strange++;
  }
  return strange > 2 && strange > text.length / 100;
}

function firstLine(text: string): string {
  return (
    text
      .trimStart()
      .slice(0, 100)
      .split(/[\r\n]/, 1)[0] ?? ""
  );
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
