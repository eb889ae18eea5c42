import { addDays, addMonths, type Comparison, comparisons, type Period } from "#statistics/periods.rules.ts";
import { type Breakdown, breakdowns, type StatisticsRow } from "#statistics/statistics.contract.ts";
import type { SearchValues } from "#web/url-state.ts";

/** What the address line asks of the statistics, and the way from a figure to its entries. Pure. */

export const periodChoices = [
  "thisMonth",
  "lastMonth",
  "thisYear",
  "lastYear",
  "last12Months",
  "all",
  "own",
] as const;
export type PeriodChoice = (typeof periodChoices)[number];

const defaultPeriod: PeriodChoice = "thisYear";

/** The period that the address line names; days of one's own stand there themselves. */
export function chosenPeriod(search: SearchValues): PeriodChoice {
  if (search.dateFrom || search.dateTo) return "own";
  return periodChoices.find((choice) => choice === search.period) ?? defaultPeriod;
}

/** First and last day of a choice around today; blank ends are open. */
export function daysOfPeriod(search: SearchValues, today: string): Partial<Period> {
  const month = `${today.slice(0, 7)}-01`;
  const year = Number(today.slice(0, 4));
  switch (chosenPeriod(search)) {
    case "thisMonth":
      return { dateFrom: month, dateTo: today };
    case "lastMonth":
      return { dateFrom: addMonths(month, -1), dateTo: addDays(month, -1) };
    case "thisYear":
      return { dateFrom: `${year}-01-01`, dateTo: today };
    case "lastYear":
      return { dateFrom: `${year - 1}-01-01`, dateTo: `${year - 1}-12-31` };
    case "last12Months":
      return { dateFrom: addDays(addMonths(today, -12), 1), dateTo: today };
    case "all":
      return {};
    case "own":
      return {
        ...(search.dateFrom ? { dateFrom: search.dateFrom } : {}),
        ...(search.dateTo ? { dateTo: search.dateTo } : {}),
      };
  }
}

export function chosenBreakdown(search: SearchValues): Breakdown {
  return breakdowns.find((choice) => choice === search.by) ?? "template";
}

/** What to compare with; only a period with both ends has something before it. */
export function chosenComparison(
  search: SearchValues,
  { dateFrom, dateTo }: Partial<Period>,
): Comparison | null {
  if (dateFrom === undefined || dateTo === undefined || dateTo < dateFrom) return null;
  return comparisons.find((choice) => choice === search.compareWith) ?? null;
}

/** Filters of the log that every figure has: canceled entries count nowhere. */
export type Scope = Readonly<Record<string, string | undefined>>;

const parameters: Partial<Record<Breakdown, string>> = {
  template: "interactionTemplateCode",
  group: "interactionGroupCode",
  salesperson: "salespersonCode",
  campaign: "campaignNo",
  evaluation: "evaluation",
  contact: "contactNo",
  contactCompany: "contactCompanyNo",
};

/** The filters of the log that give the entries of a row; `null` where it stands for what names nothing. */
export function entriesOfRow(
  by: Breakdown,
  row: Pick<StatisticsRow, "key" | "dateFrom" | "dateTo">,
  scope: Scope,
): Scope | null {
  if (row.key === null) return null;
  if (row.dateFrom !== null && row.dateTo !== null)
    return { ...scope, dateFrom: row.dateFrom, dateTo: row.dateTo };
  return { ...scope, [parameters[by]!]: row.key };
}

/** Narrows a scope further: where both name values of the same filter, only what is in both is left. */
export function narrowed(scope: Scope, further: Scope): Scope {
  const values = Object.entries(further).map(([name, value]) => {
    const before = scope[name];
    if (before === undefined || value === undefined) return [name, value];
    const wanted = new Set(before.split(","));
    const both = value.split(",").filter((one) => wanted.has(one));
    return [name, both.join(",")];
  });
  return { ...scope, ...Object.fromEntries(values) };
}
