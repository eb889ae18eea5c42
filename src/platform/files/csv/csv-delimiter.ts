import { CsvParser } from "./csv-parser.ts";

export const csvDelimiters = [",", ";", "\t", "|"] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

export interface CsvDialect {
  readonly delimiter: CsvDelimiter;
  /** The first line is Excel's note `sep=;`, not a row. */
  readonly hasSeparatorLine: boolean;
}

const separatorLine = /^sep=([,;\t|])\r?(\n|$)/i;
const recordsToCompare = 50;

/**
 * Finds the delimiter from the beginning of a text: the one that gives most records as many fields as the header.
 * Quoted fields are respected, so a comma in an address does not speak for the comma.
 */
export function detectDialect(sample: string): CsvDialect {
  const named = separatorLine.exec(sample)?.[1];
  if (named) return { delimiter: named as CsvDelimiter, hasSeparatorLine: true };

  const best = csvDelimiters
    .map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
    .reduce((leader, next) => (next.score > leader.score ? next : leader));
  return { delimiter: best.delimiter, hasSeparatorLine: false };
}

/** Share of records that agree with the header (0 to 1), with a little extra for more columns; 0 for one column. */
function scoreOf(sample: string, delimiter: CsvDelimiter): number {
  const parser = new CsvParser(delimiter);
  const whole = parser.write(sample);
  const records = (whole.length > 1 ? whole : [...whole, ...parser.end()])
    .filter((record) => record.fieldCount > 1 || record.fields[0] !== "")
    .slice(0, recordsToCompare);

  const width = records[0]?.fieldCount ?? 1;
  if (width === 1) return 0;
  const agreeing = records.filter((record) => record.fieldCount === width && record.flaw === null).length;
  return agreeing / records.length + Math.min(width, 50) / 1_000;
}
