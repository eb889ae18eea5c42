/**
 * File formats for import and export: CSV, XLSX and vCard as rows, read and written as streams. Knows nothing of
 * what the rows mean.
 */
export type { CellRow, CellValue, ColumnDefinition, ColumnType } from "./columns.ts";
export { type CsvDelimiter, csvDelimiters } from "./csv/csv-delimiter.ts";
export { type CsvOptions, writeCsv } from "./csv/csv-writer.ts";
export { detectFormat, type FileFormat, mediaTypes } from "./detect-format.ts";
export { type FileErrorCode, FileFormatError, type RowProblem, type RowProblemCode } from "./file-errors.ts";
export type { FileInput } from "./file-source.ts";
export { type OpenedTable, type OpenTableOptions, openTable } from "./open-table.ts";
export { type Cell, previewTable, type TableFile, type TablePreview, type TableRow } from "./table.ts";
export type { TextEncoding } from "./text-encoding.ts";
export type { CardPhoto } from "./vcard/photo.ts";
export type { VCard, VCardKind, VCardProperty } from "./vcard/vcard.ts";
export {
  type FlatVCard,
  flattenVCard,
  type VCardColumn,
  vCardColumns,
  vCardOfColumns,
} from "./vcard/vcard-columns.ts";
export { formatVCard, type WrittenVersion, writeVCards } from "./vcard/vcard-writer.ts";
export { writeXlsx } from "./xlsx/xlsx-writer.ts";
