import { Readable } from "node:stream";
import {
  type CellRow,
  type CellValue,
  type ColumnDefinition,
  type ColumnType,
  plainNumber,
} from "../columns.ts";
import type { CsvDelimiter } from "./csv-delimiter.ts";
import { guardFormula } from "./formula-guard.ts";

export interface CsvOptions {
  /** Excel recognises UTF-8 only by the mark; other programs may stumble over it. Default: false. */
  readonly byteOrderMark?: boolean;
  /** Default: comma. Excel in Finnish expects a semicolon. */
  readonly delimiter?: CsvDelimiter;
  /** Default: point. */
  readonly decimalSeparator?: "." | ",";
}

const plainDate = /^\d[\d:.TZ-]*$/;
const blockCharacters = 65_536;

/**
 * Writes rows as CSV (RFC 4180, UTF-8, CRLF) while they arrive. Texts are quoted and guarded against being run as
 * formulas (see `formula-guard.ts`), other types stand bare, blank is nothing at all.
 */
export function writeCsv(
  columns: readonly ColumnDefinition[],
  rows: AsyncIterable<CellRow> | Iterable<CellRow>,
  options: CsvOptions = {},
): Readable {
  return Readable.from(csvBlocks(columns, rows, options), { objectMode: false });
}

async function* csvBlocks(
  columns: readonly ColumnDefinition[],
  rows: AsyncIterable<CellRow> | Iterable<CellRow>,
  options: CsvOptions,
): AsyncGenerator<Buffer> {
  const { byteOrderMark = false, delimiter = ",", decimalSeparator = "." } = options;
  const line = (fields: readonly string[]) => `${fields.join(delimiter)}\r\n`;
  const formatCell = cellFormatter(delimiter, decimalSeparator);
  let block = (byteOrderMark ? "\uFEFF" : "") + line(columns.map((column) => quoteText(column.header)));
  for await (const row of rows) {
    block += line(columns.map(({ type }, at) => formatCell(row[at] ?? null, type)));
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = "";
  }
  if (block !== "") yield Buffer.from(block);
}

/** A value that does not have the form of its type is written as text, so that nothing unguarded gets through. */
function cellFormatter(delimiter: string, decimalSeparator: string) {
  return (value: CellValue, type: ColumnType): string => {
    if (value === null || value === "") return "";
    if (typeof value === "boolean") return String(value);
    const text = String(value);
    if (type === "number" && plainNumber.test(text)) {
      const number = text.replace(".", decimalSeparator);
      return number.includes(delimiter) ? `"${number}"` : number;
    }
    if ((type === "date" || type === "dateTime") && plainDate.test(text)) return text;
    return quoteText(text);
  };
}

function quoteText(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}
