import { evaluateDateFormula, parseDateFormula } from "#platform/date-formula.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import type { ActionType } from "./moves.rules.ts";

/**
 * What is expected of an opportunity (campaigns O-11, O-12, O-15). Percentages are numbers with at most two decimals,
 * amounts decimal texts in the base currency, days `2026-11-23`.
 */

export const probabilityCalculations = ["multiply", "add", "chancesOfSuccess", "completed"] as const;
export type ProbabilityCalculation = (typeof probabilityCalculations)[number];

/** Probability in percent, to two decimals (O-12). */
export function probabilityOf(
  calculation: ProbabilityCalculation,
  { chancesOfSuccess, completed }: { readonly chancesOfSuccess: number; readonly completed: number },
): number {
  const [chances, done] = [hundredths(chancesOfSuccess), hundredths(completed)];
  switch (calculation) {
    case "multiply":
      return Math.floor((chances * done + 5_000) / 10_000) / 100;
    case "add":
      return Math.floor((chances + done + 1) / 2) / 100;
    case "chancesOfSuccess":
      return chances / 100;
    case "completed":
      return done / 100;
  }
}

/** So many percent of an amount, to two decimals. */
export function shareOf(amount: string, percent: number): string {
  const parts = centsOf(amount) * BigInt(hundredths(percent));
  const cents = (parts + 5_000n) / 10_000n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}

/** Of an amount that is not negative. */
function centsOf(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
}

/** Of a stage what becomes of an entry that stands on it. */
export interface EstimatingStage {
  readonly completed: number;
  readonly chancesOfSuccess: number;
  readonly dateFormula: string | null;
}

/** Where a stage's formula leads to from a day; the day itself without one. */
export function expectedClose(dateFormula: string | null, from: string): string {
  return evaluateDateFormula(parseDateFormula(dateFormula ?? "") ?? [], from);
}

/**
 * The day it is expected to be closed once the day of the change is another one (O-11): where it is what the stage
 * proposes it follows, what somebody entered stays. Without a day of change nothing can be proposed.
 */
export function followDateOfChange(
  estimatedCloseDate: string | null,
  dateFormula: string | null,
  before: string | null,
  after: string | null,
): string | null {
  if (before === null || after === null) return estimatedCloseDate;
  const isProposed = estimatedCloseDate === null || estimatedCloseDate === expectedClose(dateFormula, before);
  return isProposed ? expectedClose(dateFormula, after) : estimatedCloseDate;
}

export interface EnteredValues {
  readonly dateOfChange: string;
  readonly estimatedValue: string;
  readonly chancesOfSuccess: number;
  readonly estimatedCloseDate: string | null;
}

/** What an entry on a stage says when it is saved (O-12). */
export function estimate(
  actionType: ActionType,
  stage: EstimatingStage,
  calculation: ProbabilityCalculation,
  values: EnteredValues,
) {
  const takesStages = values.chancesOfSuccess === 0 || actionType === "jump" || actionType === "skip";
  const chancesOfSuccess =
    takesStages && stage.chancesOfSuccess !== 0 ? stage.chancesOfSuccess : values.chancesOfSuccess;
  const { completed } = stage;
  const probability = probabilityOf(calculation, { chancesOfSuccess, completed });
  const isOpenEnded = values.estimatedCloseDate === null || values.estimatedCloseDate === values.dateOfChange;
  return {
    chancesOfSuccess,
    completed,
    probability,
    calcdCurrentValue: shareOf(values.estimatedValue, probability),
    estimatedCloseDate: isOpenEnded
      ? expectedClose(stage.dateFormula, values.dateOfChange)
      : values.estimatedCloseDate!,
  };
}

/** The later of the day it is and the day of the last change (O-11). */
export function proposedDate(today: string, lastChange: string | null): string {
  return lastChange !== null && lastChange > today ? lastChange : today;
}

export type WrittenValues = {
  readonly [Field in keyof EnteredValues]: EnteredValues[Field] | null;
};

/** Everything that is not allowed about the values of an entry (O-2, O-11). */
export function refuseValues(values: WrittenValues, lastChange: string | null): FieldError[] {
  const { dateOfChange, estimatedValue, chancesOfSuccess, estimatedCloseDate } = values;
  const errors: FieldError[] = [];
  if (dateOfChange === null) errors.push({ path: "dateOfChange", code: "date_of_change_required" });
  else if (lastChange !== null && dateOfChange < lastChange)
    errors.push({ path: "dateOfChange", code: "change_date_too_early" });
  if (!isPositive(estimatedValue)) errors.push({ path: "estimatedValue", code: "value_not_positive" });
  if (chancesOfSuccess === null || chancesOfSuccess <= 0)
    errors.push({ path: "chancesOfSuccess", code: "value_not_positive" });
  if (estimatedCloseDate === null)
    errors.push({ path: "estimatedCloseDate", code: "estimated_close_date_required" });
  else if (dateOfChange !== null && estimatedCloseDate < dateOfChange)
    errors.push({ path: "estimatedCloseDate", code: "close_date_too_early" });
  return errors;
}

export function isPositive(amount: string | null): boolean {
  return amount !== null && Number(amount) > 0;
}

export const closedStatuses = ["won", "lost"] as const;
export type ClosedStatus = (typeof closedStatuses)[number];

export interface Closing {
  readonly status: ClosedStatus | null;
  readonly closeOpportunityCode: string | null;
  readonly closingDate: string | null;
  /** What was sold for; only said of one that is won. */
  readonly sales: string | null;
}

/** Everything that is not allowed about closing (O-15). `codeType`: what its code is for, where there is one. */
export function refuseClosing(
  { status, closeOpportunityCode, closingDate, sales }: Closing,
  codeType: ClosedStatus | null,
  lastChange: string | null,
): FieldError[] {
  const errors: FieldError[] = [];
  if (status === null) errors.push({ path: "status", code: "status_required" });
  if (closeOpportunityCode === null)
    errors.push({ path: "closeOpportunityCode", code: "close_opportunity_code_required" });
  else if (status !== null && codeType !== null && codeType !== status)
    errors.push({ path: "closeOpportunityCode", code: "close_opportunity_code_type" });
  if (closingDate === null) errors.push({ path: "closingDate", code: "closing_date_required" });
  else if (lastChange !== null && closingDate < lastChange)
    errors.push({ path: "closingDate", code: "close_date_too_early" });
  if (status === "won" && !isPositive(sales)) errors.push({ path: "sales", code: "value_not_positive" });
  return errors;
}

/** What the entry of a closed opportunity says (O-15). */
export function closedValues(status: ClosedStatus, sales: string | null) {
  const sure = status === "won" ? 100 : 0;
  return {
    completed: 100,
    chancesOfSuccess: sure,
    probability: sure,
    calcdCurrentValue: status === "won" ? sales! : "0",
  };
}
