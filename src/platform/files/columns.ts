/** What a column of an export holds; decides the form in which a value is written. */
export type ColumnType = "text" | "number" | "date" | "dateTime" | "boolean";

export interface ColumnDefinition {
  /** The header, in the reader's language. */
  readonly header: string;
  readonly type: ColumnType;
  /** Width in a spreadsheet, in characters; derived from header and type when left out. */
  readonly width?: number;
}

/**
 * Numbers may come as decimal strings. `date` is `2026-11-23`, `dateTime` is `2026-11-23T14:05:00` as the clock on
 * the wall shows it: the caller has put it into the organisation's time zone.
 */
export type CellValue = string | number | boolean | null;

/** One row: a value for each column, in their order. */
export type CellRow = readonly CellValue[];

/** A number as JSON and XML write it: sign, digits, decimal point, exponent. */
export const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
