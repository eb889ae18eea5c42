import { PassThrough, pipeline, Readable } from "node:stream";
import { ZipFile } from "yazl";
import {
  type CellRow,
  type CellValue,
  type ColumnDefinition,
  type ColumnType,
  plainNumber,
} from "../columns.ts";
import { FileFormatError } from "../file-errors.ts";
import { maxSheetCellCharacters, maxSheetRows } from "../limits.ts";
import { escapeCellText } from "./cell-text.ts";
import { isoToSerial } from "./excel-dates.ts";
import { columnName } from "./sheet-rows.ts";
import {
  cellStyle,
  constantParts,
  sheetPath,
  workbookPart,
  workbookPath,
  worksheetOpen,
} from "./workbook-parts.ts";

const blockCharacters = 65_536;

/**
 * Writes rows as a workbook with one sheet while they arrive: header bold and frozen, a filter on every column, real
 * numbers and dates. Texts stand in their cells, so nothing is held until the end. A text beyond Excel's 32,767
 * characters is cut and ends in …; the stream fails with `file_too_many_rows` beyond the height of a sheet.
 */
export function writeXlsx(
  columns: readonly ColumnDefinition[],
  rows: AsyncIterable<CellRow> | Iterable<CellRow>,
  options: { readonly sheetName?: string } = {},
): Readable {
  const sheetRows = new CountedRows(rows);
  const filteredRange = () => rangeOf(columns.length, sheetRows.count + 1);
  const sheet = Readable.from(sheetBlocks(columns, sheetRows, filteredRange), { objectMode: false });

  const zip = new ZipFile();
  for (const [path, xml] of Object.entries(constantParts)) zip.addBuffer(Buffer.from(xml), path);
  zip.addReadStream(sheet, sheetPath);
  zip.addReadStreamLazy(workbookPath, (use) => {
    use(null, Readable.from([Buffer.from(workbookPart(options.sheetName ?? "", filteredRange()))]));
  });
  zip.end();

  const output = new PassThrough();
  for (const part of [zip, sheet]) part.on("error", (error: Error) => output.destroy(error));
  pipeline(zip.outputStream, output, () => sheet.destroy());
  return output;
}

/** Rows that count themselves: the height of the sheet is known only at its end. */
class CountedRows {
  readonly #rows: AsyncIterable<CellRow> | Iterable<CellRow>;
  count = 0;

  constructor(rows: AsyncIterable<CellRow> | Iterable<CellRow>) {
    this.#rows = rows;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CellRow> {
    for await (const row of this.#rows) {
      this.count++;
      if (this.count >= maxSheetRows)
        throw new FileFormatError("file_too_many_rows", { maxRows: maxSheetRows });
      yield row;
    }
  }
}

/** `$A$1:$C$20`; `null` without a column. */
function rangeOf(columnCount: number, rowCount: number): string | null {
  return columnCount === 0 ? null : `$A$1:$${columnName(columnCount)}$${rowCount}`;
}

async function* sheetBlocks(
  columns: readonly ColumnDefinition[],
  rows: CountedRows,
  filteredRange: () => string | null,
): AsyncGenerator<Buffer> {
  const letters = columns.map((_column, at) => columnName(at + 1));
  const row = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.join("")}</row>`;
  const headers = columns.map(({ header }, at) => textCell(`${letters[at]}1`, header, cellStyle.header));

  let block = `${worksheetOpen}${frozenHeader}${columnWidths(columns)}<sheetData>${row(1, headers)}`;
  for await (const values of rows) {
    const rowNumber = rows.count + 1;
    block += row(
      rowNumber,
      columns.map(({ type }, at) => formatCell(`${letters[at]}${rowNumber}`, values[at] ?? null, type)),
    );
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = "";
  }
  const range = filteredRange();
  const filter = range === null ? "" : `<autoFilter ref="${range.replaceAll("$", "")}"/>`;
  yield Buffer.from(`${block}</sheetData>${filter}</worksheet>`);
}

const frozenHeader =
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft"/></sheetView></sheetViews>';

const usualWidths: Readonly<Record<ColumnType, number>> = {
  text: 24,
  number: 12,
  date: 12,
  dateTime: 18,
  boolean: 10,
};

/** The arrow of the filter takes about three characters of the header's room. */
function columnWidths(columns: readonly ColumnDefinition[]): string {
  if (columns.length === 0) return "";
  const lines = columns.map(({ header, type, width }, at) => {
    const characters = width ?? Math.min(60, Math.max(usualWidths[type], header.length + 3));
    return `<col min="${at + 1}" max="${at + 1}" width="${characters}" customWidth="1"/>`;
  });
  return `<cols>${lines.join("")}</cols>`;
}

/** A value that does not have the form of its type is written as text. */
function formatCell(reference: string, value: CellValue, type: ColumnType): string {
  if (value === null || value === "") return "";
  if (typeof value === "boolean") return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = String(value);
  if (type === "number" && plainNumber.test(text)) return `<c r="${reference}"><v>${text}</v></c>`;
  const serial = type === "date" || type === "dateTime" ? isoToSerial(text) : null;
  if (serial !== null)
    return `<c r="${reference}" s="${cellStyle[type as "date" | "dateTime"]}"><v>${serial}</v></c>`;
  return textCell(reference, text, cellStyle.text);
}

function textCell(reference: string, text: string, style: number): string {
  const isTooLong = text.length > maxSheetCellCharacters;
  const cut = isTooLong ? `${text.slice(0, maxSheetCellCharacters - 1)}…` : text;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cut)}</t></is></c>`;
}
