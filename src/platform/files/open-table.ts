import type { CsvDelimiter } from "./csv/csv-delimiter.ts";
import { openCsv } from "./csv/csv-reader.ts";
import { detectFormat, type FileFormat, isOldOffice } from "./detect-format.ts";
import { fileUnsupported } from "./file-errors.ts";
import { type FileInput, type FileSource, openSource } from "./file-source.ts";
import { defaultMaxFileBytes } from "./limits.ts";
import type { TableFile } from "./table.ts";
import type { TextEncoding } from "./text-encoding.ts";
import { openVCards } from "./vcard/vcard-reader.ts";
import { openXlsx } from "./xlsx/xlsx-reader.ts";

export interface OpenTableOptions {
  /** What the sender says about the file; the bytes count for more. */
  readonly fileName?: string;
  readonly contentType?: string;
  /** Default: 500 MB. */
  readonly maxBytes?: number;
  /** Default: the first visible sheet. Of no effect on other formats. */
  readonly sheetName?: string;
}

/** A table that holds a file open, and a temporary one if it came as a stream: close it, or `await using` it. */
export interface OpenedTable extends TableFile, AsyncDisposable {
  readonly format: FileFormat;
  /** How a CSV was understood; `null` for the other formats. */
  readonly csv: { readonly encoding: TextEncoding; readonly delimiter: CsvDelimiter } | null;
  /** Which sheet of a workbook was opened, and which there are; `null` for the other formats. */
  readonly workbook: { readonly sheetName: string; readonly sheetNames: readonly string[] } | null;
  close(): Promise<void>;
}

/**
 * Opens a CSV, XLSX or vCard file as rows below a header; what it is, is decided by its bytes. For vCards the header
 * holds the names of `vCardColumns`.
 *
 * Throws `file_empty`, `file_too_large`, `file_unsupported`, `file_old_excel`, `file_damaged`, `file_encoding`,
 * `file_no_header`, `file_sheet_not_found`, `file_too_many_columns`, `file_too_many_texts`; a damaged workbook may
 * show only while its rows are read. A row that is not right carries its `problem` and reading goes on.
 */
export async function openTable(input: FileInput, options: OpenTableOptions = {}): Promise<OpenedTable> {
  const source = await openSource(input, options.maxBytes ?? defaultMaxFileBytes);
  try {
    return await openFormat(source, options);
  } catch (error) {
    await source.dispose();
    throw error;
  }
}

async function openFormat(source: FileSource, options: OpenTableOptions): Promise<OpenedTable> {
  const format = detectFormat(source.head, options.fileName, options.contentType);
  switch (format) {
    case "csv": {
      const { encoding, delimiter, ...table } = await openCsv(source);
      return opened({ ...table, format, csv: { encoding, delimiter }, workbook: null }, () =>
        source.dispose(),
      );
    }
    case "xlsx": {
      const { sheetName, sheetNames, close, ...table } = await openXlsx(source, options);
      return opened({ ...table, format, csv: null, workbook: { sheetName, sheetNames } }, async () => {
        close();
        await source.dispose();
      });
    }
    case "vcard":
      return opened({ ...openVCards(source), format, csv: null, workbook: null }, () => source.dispose());
    case "unsupported":
      throw fileUnsupported(isOldOffice(source.head) ? "file_old_excel" : "file_unsupported");
  }
}

function opened(
  table: Omit<OpenedTable, "close" | typeof Symbol.asyncDispose>,
  close: () => Promise<void>,
): OpenedTable {
  return { ...table, close, [Symbol.asyncDispose]: close };
}
