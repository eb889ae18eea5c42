/** Periods of days and what they are compared with. Pure; days are ISO dates. */

/** Both days belong to it. */
export interface Period {
  readonly dateFrom: string;
  readonly dateTo: string;
}

export const comparisons = ["previousPeriod", "previousYear"] as const;
export type Comparison = (typeof comparisons)[number];

/** Periods that figures can be told apart by. Weeks begin on Monday. */
export const grains = ["day", "week", "month", "year"] as const;
export type Grain = (typeof grains)[number];

/** How far a compared period lies back: months, or days where the period is not made of whole months. */
export interface Distance {
  readonly months: number;
  readonly days: number;
}

export interface ComparedPeriod extends Period {
  readonly distance: Distance;
}

/**
 * The period to compare with. Whole months are compared with as many months before them, whatever their length; any
 * other period with as many days. The previous year has the same dates; 29 February is left out where there is none.
 */
export function comparedPeriod(period: Period, compareWith: Comparison): ComparedPeriod {
  const months = wholeMonths(period);
  if (compareWith === "previousYear" || months !== null) {
    const back = compareWith === "previousYear" ? 12 : months!;
    const dateTo =
      months === null
        ? addMonths(period.dateTo, -back)
        : addDays(addMonths(addDays(period.dateTo, 1), -back), -1);
    return { dateFrom: firstNotBefore(period.dateFrom, back), dateTo, distance: { months: back, days: 0 } };
  }
  const days = daysBetween(period.dateFrom, period.dateTo) + 1;
  return {
    dateFrom: addDays(period.dateFrom, -days),
    dateTo: addDays(period.dateFrom, -1),
    distance: { months: 0, days },
  };
}

/** The day that many months before; the first of March when it would be a 29 February that does not exist. */
function firstNotBefore(day: string, months: number): string {
  const before = addMonths(day, -months);
  return before.slice(8) === day.slice(8) ? before : addDays(before, 1);
}

/** How many calendar months the period is made of; `null` when it begins or ends within one. */
function wholeMonths({ dateFrom, dateTo }: Period): number | null {
  const next = addDays(dateTo, 1);
  if (!dateFrom.endsWith("-01") || !next.endsWith("-01") || next <= dateFrom) return null;
  return monthIndex(next) - monthIndex(dateFrom);
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last one. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  const last = date.getUTCDate();
  date.setUTCDate(Math.min(last, Number(day.slice(8))));
  return date.toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The first day of the period of this grain in which a day lies. */
export function startOf(grain: Grain, day: string): string {
  switch (grain) {
    case "day":
      return day;
    case "week":
      return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** The first day of the next period of this grain. */
function nextStart(grain: Grain, start: string): string {
  switch (grain) {
    case "day":
      return addDays(start, 1);
    case "week":
      return addDays(start, 7);
    case "month":
      return addMonths(start, 1);
    case "year":
      return addMonths(start, 12);
  }
}

/** The last day of the period that begins on the day. */
export function endOf(grain: Grain, start: string): string {
  return addDays(nextStart(grain, start), -1);
}

/** First days of all periods of this grain that the period touches, in order; `null` when there are more than `limit`. */
export function startsIn(grain: Grain, { dateFrom, dateTo }: Period, limit: number): string[] | null {
  const starts: string[] = [];
  for (let start = startOf(grain, dateFrom); start <= dateTo; start = nextStart(grain, start)) {
    if (starts.length === limit) return null;
    starts.push(start);
  }
  return starts;
}

/** The first day of the first month that begins on the day or later. */
export function firstMonthFrom(day: string): string {
  return day.endsWith("-01") ? day : addMonths(startOf("month", day), 1);
}
