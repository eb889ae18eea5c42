import { type RowProblem, rowProblem } from "../file-errors.ts";
import type { FileSource } from "../file-source.ts";
import { maxColumns, maxFieldCharacters, maxRowCharacters } from "../limits.ts";
import { type RawRow, type TableFile, tableOf } from "../table.ts";
import { detectEncoding, readText, type TextEncoding } from "../text-encoding.ts";
import { type CsvDialect, detectDialect } from "./csv-delimiter.ts";
import { CsvParser, type CsvRecord } from "./csv-parser.ts";
import { unguardFormula } from "./formula-guard.ts";

export interface CsvFile extends TableFile {
  readonly encoding: TextEncoding;
  readonly delimiter: CsvDialect["delimiter"];
}

/** A CSV file as a table; encoding and delimiter are found from the bytes. Throws `file_no_header`. */
export async function openCsv(source: FileSource): Promise<CsvFile> {
  const encoding = await detectEncoding(source.path, source.head);
  const dialect = detectDialect(new TextDecoder(encoding).decode(source.head));
  const table = await tableOf(() => readCsvRows(source.path, encoding, dialect), "report");
  return { ...table, encoding, delimiter: dialect.delimiter };
}

async function* readCsvRows(
  path: string,
  encoding: TextEncoding,
  dialect: CsvDialect,
): AsyncGenerator<RawRow> {
  const parser = new CsvParser(dialect.delimiter);
  for await (const text of readText(path, encoding)) yield* present(parser.write(text), dialect);
  yield* present(parser.end(), dialect);
}

function* present(records: readonly CsvRecord[], dialect: CsvDialect): Generator<RawRow> {
  for (const record of records) {
    if (record.number === 1 && dialect.hasSeparatorLine) continue;
    const problem = problemOf(record);
    const row = { rowNumber: record.number, cells: record.fields.map(toCell) };
    yield problem ? { ...row, problem } : row;
  }
}

function toCell(field: string): string | null {
  return field === "" ? null : unguardFormula(field);
}

function problemOf(record: CsvRecord): RowProblem | null {
  switch (record.flaw) {
    case "fieldTooLong":
      return rowProblem("file_row_field_too_long", { maxCharacters: maxFieldCharacters });
    case "recordTooLong":
      return rowProblem("file_row_too_long", { maxCharacters: maxRowCharacters, maxColumns });
    case "quotes":
      return rowProblem("file_row_quotes");
    case "unclosedQuote":
      return rowProblem("file_row_unclosed_quote");
    case null:
      return problemOfCharacters(record.fields);
  }
}

/** PostgreSQL stores no NUL, and U+FFFD stands where bytes could not be read: neither may slip in. */
function problemOfCharacters(fields: readonly string[]): RowProblem | null {
  if (fields.some((field) => field.includes("\0"))) return rowProblem("file_row_nul");
  if (fields.some((field) => field.includes("\uFFFD"))) return rowProblem("file_row_encoding");
  return null;
}
