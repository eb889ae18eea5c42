import { FileFormatError } from "../file-errors.ts";
import type { FileSource } from "../file-source.ts";
import { defaultMaxUnpackedBytes } from "../limits.ts";
import { type TableFile, tableOf } from "../table.ts";
import { readNumberFormats } from "./number-formats.ts";
import { readSharedStrings, SharedStrings } from "./shared-strings.ts";
import { type CellContext, readSheetRows } from "./sheet-rows.ts";
import { maxDescriptionBytes, readWorkbook, type Sheet, type Workbook } from "./workbook.ts";
import { ZipArchive } from "./zip-archive.ts";

export interface XlsxOptions {
  /** Default: the first sheet that is not hidden. */
  readonly sheetName?: string;
  /** Bytes a part may unpack to. */
  readonly maxUnpackedBytes?: number;
}

export interface XlsxFile extends TableFile {
  readonly sheetName: string;
  /** All sheets with cells, hidden ones included, in the workbook's order. */
  readonly sheetNames: readonly string[];
  /** Lets go of the file on disk. */
  close(): void;
}

/**
 * A sheet of a workbook as a table. Only the shared texts are held in memory, with a bound; rows are unpacked and
 * read one after the other. Throws `file_damaged`, `file_unsupported` (no workbook inside), `file_too_large`
 * (unpacked), `file_too_many_texts`, `file_sheet_not_found`, `file_no_header`.
 */
export async function openXlsx(source: FileSource, options: XlsxOptions = {}): Promise<XlsxFile> {
  const maxBytes = options.maxUnpackedBytes ?? defaultMaxUnpackedBytes;
  const zip = await ZipArchive.open(source.path);
  try {
    const workbook = await readWorkbook(zip);
    const sheet = chooseSheet(workbook.sheets, options.sheetName);
    const context = await readContext(zip, workbook, maxBytes);
    const table = await tableOf(() => readSheetRows(zip.read(sheet.path, maxBytes), context), "fill");
    return {
      ...table,
      sheetName: sheet.name,
      sheetNames: workbook.sheets.map(({ name }) => name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function chooseSheet(sheets: readonly Sheet[], sheetName: string | undefined): Sheet {
  const sheet =
    sheetName === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new FileFormatError("file_sheet_not_found", { sheetName: sheetName ?? null });
  return sheet;
}

async function readContext(zip: ZipArchive, workbook: Workbook, maxBytes: number): Promise<CellContext> {
  const { sharedStringsPath, stylesPath, is1904 } = workbook;
  const hasStrings = sharedStringsPath !== null && zip.has(sharedStringsPath);
  const hasStyles = stylesPath !== null && zip.has(stylesPath);
  return {
    strings: hasStrings
      ? await readSharedStrings(zip.read(sharedStringsPath, maxBytes))
      : new SharedStrings(),
    formats: hasStyles ? await readNumberFormats(zip.read(stylesPath, maxDescriptionBytes)) : [],
    is1904,
  };
}
