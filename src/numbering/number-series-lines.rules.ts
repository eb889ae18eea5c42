/** Whether the lines of a number series can be counted along (contacts §2). */

import type { FieldError } from "#platform/errors.ts";
import { compareNumbers, incrementNumber } from "./number-series.rules.ts";

export interface CheckedLine {
  readonly startingDate: string;
  readonly startingNo: string;
  readonly endingNo: string | null;
  readonly warningNo: string | null;
  readonly lastNoUsed: string | null;
}

/**
 * Everything that is wrong, at paths below `lines`: `no_series_line_exists` for a second line of a starting date,
 * `no_series_no_digits`, `no_series_different_shape`, `no_series_before_start` and `no_series_beyond_end`.
 */
export function checkSeriesLines(lines: readonly CheckedLine[]): FieldError[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const isRepeated = seen.has(line.startingDate);
    seen.add(line.startingDate);
    return [
      ...(isRepeated ? [{ path: `lines.${index}.startingDate`, code: "no_series_line_exists" }] : []),
      ...checkNumbers(line).map(({ field, code }) => ({ path: `lines.${index}.${field}`, code })),
    ];
  });
}

const limits = ["endingNo", "warningNo", "lastNoUsed"] as const;

function checkNumbers(line: CheckedLine): { field: keyof CheckedLine; code: string }[] {
  if (incrementNumber(line.startingNo, 1) === null)
    return [{ field: "startingNo", code: "no_series_no_digits" }];
  return limits.flatMap((field) => {
    const no = line[field];
    const code = no === null ? null : problemOf(no, line, field !== "endingNo");
    return code === null ? [] : [{ field, code }];
  });
}

function problemOf(no: string, line: CheckedLine, hasEnd: boolean): string | null {
  const toStart = compareNumbers(no, line.startingNo);
  if (toStart === null) return "no_series_different_shape";
  if (toStart < 0) return "no_series_before_start";
  // An ending number of another shape is told at its own path.
  const toEnd = hasEnd && line.endingNo !== null ? (compareNumbers(no, line.endingNo) ?? 0) : 0;
  return toEnd > 0 ? "no_series_beyond_end" : null;
}
