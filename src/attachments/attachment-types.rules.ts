/** What a file is, judged by its first bytes; its name only says more where the bytes leave it open. */

/** How a browser may show a file; everything else is only downloaded. */
export const previews = ["image", "pdf", "text", "html"] as const;
export type Preview = (typeof previews)[number];

/** Bytes at the beginning that `detectMimeType` wants to see. */
export const headBytes = 4096;

const marks: readonly (readonly [mimeType: string, mark: readonly number[]])[] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];
const zipMark = [0x50, 0x4b, 0x03, 0x04];
const oldOfficeMark = [0xd0, 0xcf, 0x11, 0xe0];

const ooxml = "application/vnd.openxmlformats-officedocument";
const zipTypes: Readonly<Record<string, string>> = {
  docx: `${ooxml}.wordprocessingml.document`,
  xlsx: `${ooxml}.spreadsheetml.sheet`,
  pptx: `${ooxml}.presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
};
const oldOfficeTypes: Readonly<Record<string, string>> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  msg: "application/vnd.ms-outlook",
};
const textTypes: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  csv: "text/csv",
  eml: "message/rfc822",
  vcf: "text/vcard",
  ics: "text/calendar",
};
const unknownType = "application/octet-stream";

/** The media type of a file; what its sender called it is not asked. */
export function detectMimeType(head: Uint8Array, extension: string | null): string {
  const marked = marks.find(([, mark]) => startsWith(head, mark));
  if (marked) return marked[0];
  if (isWebp(head)) return "image/webp";
  const key = extension ?? "";
  if (startsWith(head, zipMark)) return zipTypes[key] ?? "application/zip";
  if (startsWith(head, oldOfficeMark)) return oldOfficeTypes[key] ?? unknownType;
  return isText(head) ? (textTypes[key] ?? "text/plain") : unknownType;
}

/** How a browser may show a file of this type, `null` when it must not. */
export function previewOf(mimeType: string): Preview | null {
  if (mimeType.startsWith("image/")) return "image";
  if (mimeType === "application/pdf") return "pdf";
  if (mimeType === "text/html") return "html";
  return mimeType.startsWith("text/") || mimeType === "message/rfc822" ? "text" : null;
}

/** What follows the last dot of a name, in lower case; `null` without one. */
export function extensionOf(fileName: string): string | null {
  const at = fileName.lastIndexOf(".");
  if (at <= 0 || at === fileName.length - 1) return null;
  return fileName.slice(at + 1).toLowerCase();
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function isWebp(head: Uint8Array): boolean {
  return startsWith(head, [0x52, 0x49, 0x46, 0x46]) && startsWith(head.subarray(8), [0x57, 0x45, 0x42, 0x50]);
}

/** UTF-8 without control characters that no text uses; the last character may be cut off. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}
