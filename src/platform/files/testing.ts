import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { AppError } from "../errors.ts";
import { type FileSource, openSource } from "./file-source.ts";
import { defaultMaxFileBytes } from "./limits.ts";

/** Everything an iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** A file with these contents, opened; it is deleted when `use` is done. */
export async function withSource<T>(
  contents: string | Uint8Array | NodeJS.ReadableStream,
  use: (source: FileSource) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-test-"));
  try {
    const path = join(folder, "file");
    const isBytes = typeof contents === "string" || contents instanceof Uint8Array;
    await writeFile(path, isBytes ? contents : await buffer(contents));
    return await use(await openSource(path, defaultMaxFileBytes));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names in the scripts a contact list meets, with combining marks and characters beyond the basic plane. */
export const namesOfEveryScript = [
  "Åke Öhrnberg-Mäkäräinen",
  "Дарья Ёлкина",
  "ليلى المصري",
  "佐々木 桜",
  "김하늘",
  "Núria Ĝermanová",
  "e\u0301lodie n\u0303",
  "𠮷野 👩‍💻 🇫🇮",
  "שירה כהן",
  "อรทัย",
] as const;

/** `read` or the code it failed with, for tests that only ask that hostile input ends in one of ours. */
export async function codeOrRead(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "read";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A zip of these parts, by path. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, contents] of Object.entries(parts)) zip.addBuffer(Buffer.from(contents), path);
  zip.end();
  return await buffer(zip.outputStream);
}

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook as Excel lays them out: shared texts, styles, two sheets of which the first is hidden. */
export function excelParts(
  sheetData: string,
  options: { sharedStrings?: string; styles?: string; workbookProperties?: string } = {},
): Record<string, string> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relationship}/${type}" Target="${target}"/>`;
  const relations = (...lines: string[]) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${head}<workbook ${main} xmlns:r="${relationship}">${options.workbookProperties ?? "<workbookPr/>"}<sheets>` +
      '<sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Contacts" sheetId="2" r:id="rId2"/>' +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml"),
      relation(2, "worksheet", "/xl/worksheets/sheet2.xml"),
      relation(3, "sharedStrings", "sharedStrings.xml"),
      relation(4, "styles", "styles.xml"),
    ),
    "xl/worksheets/sheet1.xml": `${head}<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    "xl/worksheets/sheet2.xml": `${head}<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `${head}<sst ${main}>${options.sharedStrings ?? ""}</sst>`,
    "xl/styles.xml": `${head}<styleSheet ${main}>${options.styles ?? ""}</styleSheet>`,
  };
}
