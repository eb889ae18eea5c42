/** Drawing numbers from a series (contacts §2). Dates are `YYYY-MM-DD`. */

import { textLength } from "#platform/text.rules.ts";

const maxNumberLength = 20;

export interface NumberSeriesLine {
  readonly startingDate: string | null;
  readonly startingNo: string;
  readonly endingNo: string | null;
  readonly warningNo: string | null;
  readonly incrementBy: number;
  readonly lastNoUsed: string | null;
  readonly open: boolean;
}

/** The open line with the latest starting date that has come; a blank date is earlier than any other. */
export function chooseLine<Line extends Pick<NumberSeriesLine, "startingDate" | "open">>(
  lines: readonly Line[],
  today: string,
): Line | null {
  let chosen: Line | null = null;
  for (const line of lines) {
    if (!line.open || (line.startingDate ?? "") > today) continue;
    if (chosen === null || (line.startingDate ?? "") > (chosen.startingDate ?? "")) chosen = line;
  }
  return chosen;
}

interface NumberShape {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

/** A number around its last group of digits; `null` when it has none. */
function shapeOf(no: string): NumberShape | null {
  const match = /^(.*?)([0-9]+)([^0-9]*)$/su.exec(no);
  return match ? { before: match[1]!, digits: match[2]!, after: match[3]! } : null;
}

/** The last group of digits raised by `by`; leading zeros stay, C99 becomes C100. `null` without digits. */
export function incrementNumber(no: string, by: number | bigint): string | null {
  const shape = shapeOf(no);
  if (shape === null) return null;
  const raised = (BigInt(shape.digits) + BigInt(by)).toString().padStart(shape.digits.length, "0");
  return `${shape.before}${raised}${shape.after}`;
}

/** Less than, equal to or greater than 0, as sorting wants it; `null` for numbers of different shape. */
export function compareNumbers(a: string, b: string): number | null {
  const left = shapeOf(a);
  const right = shapeOf(b);
  if (left === null || right === null) return a === b ? 0 : null;
  if (left.before !== right.before || left.after !== right.after) return null;
  const difference = BigInt(left.digits) - BigInt(right.digits);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export type NumbersTaken =
  | {
      readonly taken: true;
      /** In the order in which single draws would have given them. */
      readonly numbers: readonly string[];
      readonly lastNoUsed: string;
      /** The last number drawn has reached warningNo. */
      readonly warning: boolean;
    }
  | {
      readonly taken: false;
      /**
       * `exhausted`: beyond endingNo. `no_digits`: nothing to count up. `too_long`: more than 20 characters.
       * `different_shape`: endingNo or warningNo cannot be compared with the numbers of the line.
       */
      readonly because: "exhausted" | "no_digits" | "too_long" | "different_shape";
    };

/** A block of `count` numbers (at least 1), all or none; the same numbers as `count` single draws. */
export function takeNumbers(line: NumberSeriesLine, count: number): NumbersTaken {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`cannot draw ${count} numbers`);
  const first =
    line.lastNoUsed === null ? line.startingNo : incrementNumber(line.lastNoUsed, line.incrementBy);
  if (first === null) return { taken: false, because: "no_digits" };
  const last = count === 1 ? first : incrementNumber(first, BigInt(line.incrementBy) * BigInt(count - 1));
  if (last === null) return { taken: false, because: "no_digits" };

  const toEnd = line.endingNo === null ? -1 : compareNumbers(last, line.endingNo);
  const toWarning = line.warningNo === null ? -1 : compareNumbers(last, line.warningNo);
  if (toEnd === null || toWarning === null) return { taken: false, because: "different_shape" };
  if (toEnd > 0) return { taken: false, because: "exhausted" };
  if (textLength(last) > maxNumberLength) return { taken: false, because: "too_long" };

  return {
    taken: true,
    numbers: numbersFrom(first, line.incrementBy, count),
    lastNoUsed: last,
    warning: toWarning >= 0,
  };
}

function numbersFrom(first: string, incrementBy: number, count: number): string[] {
  const numbers = [first];
  const shape = shapeOf(first);
  if (shape === null) return numbers;
  const step = BigInt(incrementBy);
  let value = BigInt(shape.digits);
  while (numbers.length < count) {
    value += step;
    numbers.push(`${shape.before}${value.toString().padStart(shape.digits.length, "0")}${shape.after}`);
  }
  return numbers;
}

export type NumbersDrawn<Line> =
  | (Extract<NumbersTaken, { taken: true }> & { readonly line: Line })
  | Extract<NumbersTaken, { taken: false }>
  | { readonly taken: false; readonly because: "no_line" };

/** Chooses the line for `today` and takes `count` numbers from it; `no_line`: none is open yet. */
export function drawNumbers<Line extends NumberSeriesLine>(
  lines: readonly Line[],
  today: string,
  count = 1,
): NumbersDrawn<Line> {
  const line = chooseLine(lines, today);
  if (line === null) return { taken: false, because: "no_line" };
  const result = takeNumbers(line, count);
  return result.taken ? { ...result, line } : result;
}

export type ManualNumberDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: "manual_no" };

/** Whether a record may bring its own number: no series is set up, or the series allows it. */
export function decideManualNumber(series: { readonly allowManual: boolean } | null): ManualNumberDecision {
  return series === null || series.allowManual ? { allowed: true } : { allowed: false, because: "manual_no" };
}

export type AutomaticNumberDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: "setup_missing" | "automatic_no" };

/** Whether a number may be drawn: a series is set up (`setup_missing`) and allows it (`automatic_no`). */
export function decideAutomaticNumber(
  series: { readonly allowAutomatic: boolean } | null,
): AutomaticNumberDecision {
  if (series === null) return { allowed: false, because: "setup_missing" };
  return series.allowAutomatic ? { allowed: true } : { allowed: false, because: "automatic_no" };
}
