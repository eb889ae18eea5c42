import { type ErrorValues, Malformed, TooLarge, UnsupportedMedia } from "../errors.ts";

/** Codes of a file that cannot be read at all; their texts are `problems.<code>`. */
export type FileErrorCode =
  | "file_empty"
  | "file_damaged"
  | "file_encoding"
  | "file_no_header"
  | "file_sheet_not_found"
  | "file_too_many_columns"
  | "file_too_many_rows"
  | "file_too_many_texts";

/** 400: the file is of a known kind but cannot be read, or what is asked does not fit into the format. */
export class FileFormatError extends Malformed {
  constructor(code: FileErrorCode, values: ErrorValues = {}, cause?: unknown) {
    super(code, values);
    this.cause = cause;
  }
}

/** 415: nothing we read: `file_unsupported`, or `file_old_excel` for .xls and password-protected workbooks. */
export function fileUnsupported(code: "file_unsupported" | "file_old_excel" = "file_unsupported") {
  return new UnsupportedMedia(code);
}

/** 413: more bytes than allowed, packed or unpacked. */
export function fileTooLarge(maxBytes: number): TooLarge {
  return new TooLarge("file_too_large", { maxMegabytes: Math.floor(maxBytes / 1_000_000) });
}

/** Codes of one row that cannot be trusted; reading goes on with the next one. */
export type RowProblemCode =
  | "file_row_columns"
  | "file_row_field_too_long"
  | "file_row_too_long"
  | "file_row_quotes"
  | "file_row_unclosed_quote"
  | "file_row_encoding"
  | "file_row_nul"
  | "file_row_cell_error"
  | "file_row_incomplete";

/** What is wrong with a row: data for the reader's report, never thrown. The text is `problems.<code>`. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly values: ErrorValues;
}

export function rowProblem(code: RowProblemCode, values: ErrorValues = {}): RowProblem {
  return { code, values };
}
