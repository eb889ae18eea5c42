import { FileFormatError, type RowProblem, rowProblem } from "./file-errors.ts";
import { defaultPreviewRows, maxColumns } from "./limits.ts";
import type { CardPhoto } from "./vcard/photo.ts";

/** A cell as text: numbers with a decimal point, dates in ISO 8601, `true`/`false`; blank is `null`. */
export type Cell = string | null;

export interface TableRow {
  /** The row as a spreadsheet numbers it, the header being 1 as a rule; for vCards the card's place in the file. */
  readonly rowNumber: number;
  /** As many as the header has. */
  readonly cells: readonly Cell[];
  /** Of a card that has one. */
  readonly photo?: CardPhoto | undefined;
  /** Set when the row was not read cleanly: the cells are then what could be saved, not to be stored. */
  readonly problem?: RowProblem;
}

export interface TablePreview {
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
}

/** A file of rows below a header. Every call reads from the start again; leaving a loop early is fine. */
export interface TableFile {
  readonly header: readonly Cell[];
  rows(): AsyncIterable<TableRow>;
}

/** A row before it is held against the header. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
  readonly problem?: RowProblem;
}

/** Header and first rows, for choosing columns; without the bytes of pictures, which would be many. */
export async function previewTable(file: TableFile, limit = defaultPreviewRows): Promise<TablePreview> {
  const rows: TableRow[] = [];
  if (limit > 0) {
    for await (const row of file.rows()) {
      rows.push(row.photo && "base64" in row.photo ? { ...row, photo: undefined } : row);
      if (rows.length >= limit) break;
    }
  }
  return { header: file.header, rows };
}

/** In a CSV a short row has lost a delimiter; a spreadsheet simply does not store the blank cells at the end. */
export type ShortRows = "report" | "fill";

/**
 * Makes a table of raw rows: the first row that is not blank is the header; blank rows are skipped but counted.
 * Throws `file_no_header` when there is none, and `file_too_many_columns`, `file_encoding` or `file_damaged` when the
 * header itself was not read cleanly.
 */
export async function tableOf(
  readRows: () => AsyncIterable<RawRow>,
  shortRows: ShortRows,
): Promise<TableFile> {
  const { header, headerRowNumber } = await readHeader(readRows());
  return {
    header,
    async *rows() {
      for await (const row of readRows()) {
        if (row.rowNumber <= headerRowNumber || isBlank(row)) continue;
        yield fitToHeader(row, header.length, shortRows);
      }
    },
  };
}

async function readHeader(rows: AsyncIterable<RawRow>) {
  for await (const row of rows) {
    if (isBlank(row)) continue;
    if (row.problem) throw headerError(row.problem);
    const header = row.cells.map((cell) => cell?.trim() || null);
    return { header: header.slice(0, lastFilled(header) + 1), headerRowNumber: row.rowNumber };
  }
  throw new FileFormatError("file_no_header");
}

function headerError(problem: RowProblem): FileFormatError {
  switch (problem.code) {
    case "file_row_too_long":
      return new FileFormatError("file_too_many_columns", { maxColumns });
    case "file_row_encoding":
      return new FileFormatError("file_encoding");
    default:
      return new FileFormatError("file_damaged");
  }
}

/** Blank cells beyond the header are what spreadsheets leave behind; filled ones mean that columns have shifted. */
function fitToHeader(row: RawRow, width: number, shortRows: ShortRows): TableRow {
  const { rowNumber, problem } = row;
  const cells = row.cells.length === width ? row.cells : resize(row.cells, width);
  if (problem) return { rowNumber, cells, problem };

  const isShort = row.cells.length < width && shortRows === "report";
  const isLong = lastFilled(row.cells) >= width;
  if (!isShort && !isLong) return { rowNumber, cells };
  return {
    rowNumber,
    cells,
    problem: rowProblem("file_row_columns", { expected: width, found: row.cells.length }),
  };
}

function resize(cells: readonly Cell[], width: number): readonly Cell[] {
  if (cells.length > width) return cells.slice(0, width);
  return [...cells, ...new Array<null>(width - cells.length).fill(null)];
}

function isBlank(row: RawRow): boolean {
  return row.problem === undefined && lastFilled(row.cells) === -1;
}

function lastFilled(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => cell !== null && cell.trim() !== "");
}
