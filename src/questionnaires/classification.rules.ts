/** Decisions of classification (contacts §8; campaigns R-17). Values are numbers; bounds that are blank or 0 are none. */

import { isClassified, isPercentage, type LineContent } from "./line.rules.ts";

/** A number rounded to decimals, half away from zero; below 0 decimals to tens, hundreds, … */
export function roundValue(value: number, decimals: number): number {
  const [digits = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  // Beyond this there are no decimals that could be rounded away.
  if (!Number.isFinite(shifted) || shifted >= Number.MAX_SAFE_INTEGER) return value;
  const rounded = Number(`${Math.round(shifted)}e${-decimals}`);
  return value < 0 ? -rounded || 0 : rounded;
}

export interface ValueRange {
  readonly fromValue: number | null;
  readonly toValue: number | null;
}

/** Whether an answer is that of a value, which was rounded before: both bounds count, without bounds it never is. */
export function isInRange(value: number, { fromValue, toValue }: ValueRange): boolean {
  const from = fromValue || null;
  const to = toValue || null;
  if (from === null && to === null) return false;
  return (from === null || value >= from) && (to === null || value <= to);
}

/** What the check report finds wrong with a line. */
export const lineWarnings = [
  "class_field_missing",
  "dates_missing",
  "method_missing",
  "sorting_missing",
  "question_without_answers",
  "answer_without_question",
  "range_missing",
  "range_order",
  "range_decimals",
] as const;
export type LineWarning = (typeof lineWarnings)[number];

export type CheckedLine = LineContent & { readonly lineNo: number };

/** The lines, in their order, that will not work as they are. */
export function checkLines(
  lines: readonly CheckedLine[],
): readonly { readonly lineNo: number; readonly warnings: readonly LineWarning[] }[] {
  let question: CheckedLine | null = null;
  return lines
    .map((line, index) => {
      if (line.type === "question") {
        question = line;
        return { lineNo: line.lineNo, warnings: warningsOfQuestion(line, lines[index + 1]) };
      }
      return { lineNo: line.lineNo, warnings: warningsOfAnswer(line, question) };
    })
    .filter(({ warnings }) => warnings.length > 0);
}

function warningsOfQuestion(question: CheckedLine, next: CheckedLine | undefined): LineWarning[] {
  const warnings = question.autoClassification ? missingFields(question) : [];
  return next?.type === "answer" ? warnings : [...warnings, "question_without_answers"];
}

/** What an automatic question lacks, without which its class is not defined. */
export function missingFields(question: LineContent): LineWarning[] {
  const isRating = question.contactClassField === "rating";
  const hasDates = question.startingDateFormula !== null && question.endingDateFormula !== null;
  const warnings: (LineWarning | false)[] = [
    !isClassified(question) && "class_field_missing",
    !isRating && !hasDates && "dates_missing",
    question.classificationMethod === null && "method_missing",
    isPercentage(question.classificationMethod) && question.sortingMethod === null && "sorting_missing",
  ];
  return warnings.filter((warning) => warning !== false);
}

function warningsOfAnswer(answer: CheckedLine, question: CheckedLine | null): LineWarning[] {
  if (!question) return ["answer_without_question"];
  if (!question.autoClassification) return [];
  const bounds = [answer.fromValue, answer.toValue].filter((bound) => bound !== null).map(Number);
  const [from, to] = bounds;
  const warnings: (LineWarning | false)[] = [
    bounds.length === 0 && "range_missing",
    to !== undefined && from! > to && "range_order",
    bounds.some((bound) => roundValue(bound, question.decimals) !== bound) && "range_decimals",
  ];
  return warnings.filter((warning) => warning !== false);
}

/** A question by its questionnaire's id and its line. */
export type QuestionKey = `${number}:${number}`;

/** That a rating takes points from answers of another question. */
export interface RatingEdge {
  readonly rating: QuestionKey;
  readonly source: QuestionKey;
}

/**
 * Ratings in an order in which each comes after those it rests on; `null` when some rest on one another in a circle.
 * A rating that rests on itself is a circle too.
 */
export function orderRatings(
  ratings: readonly QuestionKey[],
  edges: readonly RatingEdge[],
): readonly QuestionKey[] | null {
  const known = new Set(ratings);
  const sources = new Map<QuestionKey, QuestionKey[]>();
  for (const { rating, source } of edges)
    if (known.has(source)) sources.set(rating, [...(sources.get(rating) ?? []), source]);
  const ordered: QuestionKey[] = [];
  const states = new Map<QuestionKey, "open" | "done">();

  function visit(rating: QuestionKey): boolean {
    const state = states.get(rating);
    if (state) return state === "done";
    states.set(rating, "open");
    if (!(sources.get(rating) ?? []).every(visit)) return false;
    states.set(rating, "done");
    ordered.push(rating);
    return true;
  }

  return ratings.every(visit) ? ordered : null;
}

/** The ratings that an answer to a question can change, directly or through other ratings. */
export function ratingsRestingOn(
  question: QuestionKey,
  edges: readonly RatingEdge[],
): ReadonlySet<QuestionKey> {
  const found = new Set<QuestionKey>();
  const open = [question];
  for (let source = open.pop(); source !== undefined; source = open.pop())
    for (const edge of edges)
      if (edge.source === source && !found.has(edge.rating)) {
        found.add(edge.rating);
        open.push(edge.rating);
      }
  return found;
}
