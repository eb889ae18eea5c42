/** The lines of a number series as a form edits them. Pure. */

import type { NumberSeriesLine, NumberSeriesLineInput } from "../number-series.contract.ts";
import {
  type NumberSeriesLine as CountedLine,
  drawNumbers,
  incrementNumber,
} from "../number-series.rules.ts";
import { checkSeriesLines } from "../number-series-lines.rules.ts";

/** A line while it is typed: what is blank is `null`. */
export interface EditedLine {
  readonly startingDate: string | null;
  readonly startingNo: string | null;
  readonly endingNo: string | null;
  readonly warningNo: string | null;
  readonly incrementBy: number | null;
  readonly lastNoUsed: string | null;
  readonly open: boolean;
}

export function newLine(startingDate: string, startingNo: string | null = null): EditedLine {
  return {
    startingDate,
    startingNo,
    endingNo: null,
    warningNo: null,
    incrementBy: 1,
    lastNoUsed: null,
    open: true,
  };
}

/** The line as the rules count with it: what is typed stands in upper case, a blank step counts by one. */
function counted(line: EditedLine): CountedLine & { startingDate: string } {
  return {
    startingDate: line.startingDate ?? "",
    startingNo: (line.startingNo ?? "").trim().toUpperCase(),
    endingNo: upperCase(line.endingNo),
    warningNo: upperCase(line.warningNo),
    incrementBy: Math.max(1, line.incrementBy ?? 1),
    lastNoUsed: line.lastNoUsed,
    open: line.open,
  };
}

function upperCase(no: string | null): string | null {
  return no?.trim().toUpperCase() || null;
}

export type NextNumber =
  | { readonly no: string; readonly isWarned: boolean }
  | {
      readonly no: null;
      readonly because: "no_line" | "exhausted" | "no_digits" | "too_long" | "different_shape";
    };

/** The number that would be drawn next, were the lines saved as they stand. */
export function nextNumber(lines: readonly EditedLine[], today: string): NextNumber {
  const drawn = drawNumbers(lines.filter(({ startingNo }) => startingNo).map(counted), today);
  if (!drawn.taken) return { no: null, because: drawn.because };
  // The first number would do without digits, the second would not.
  if (incrementNumber(drawn.lastNoUsed, 1) === null) return { no: null, because: "no_digits" };
  return { no: drawn.lastNoUsed, isWarned: drawn.warning };
}

/** The code of what is wrong, by path such as `lines.0.startingNo`. What is still blank is not wrong yet. */
export function lineFaults(lines: readonly EditedLine[]): Readonly<Record<string, string>> {
  const blankAt = new Set(
    lines.flatMap((line, index) => (line.startingNo ? [] : [`lines.${index}.startingNo`])),
  );
  return Object.fromEntries(
    checkSeriesLines(lines.map(counted))
      .filter(({ path }) => !blankAt.has(path))
      .map(({ path, code }) => [path, code]),
  );
}

/**
 * The lines as they are sent. A line that exists is sent without `lastNoUsed`, because numbers may be drawn meanwhile;
 * one whose starting date was changed takes it along, or it would count from the beginning.
 */
export function sentLines(
  lines: readonly EditedLine[],
  saved: readonly Pick<NumberSeriesLine, "startingDate">[],
): NumberSeriesLineInput[] {
  const known = new Set(saved.map(({ startingDate }) => startingDate));
  return lines.map((line) => {
    const { lastNoUsed, ...rest } = counted(line);
    return known.has(rest.startingDate) || lastNoUsed === null ? rest : { ...rest, lastNoUsed };
  });
}
