/** Days as ISO texts, counted in UTC so that no time zone moves them. */

const DAY_MS = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** Whole days from one day to a later one. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function dayOfYear(day: string): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1;
}

/** ISO 8601 week number. */
export function isoWeek(day: string): number {
  const thursday = addDays(day, 3 - weekday(day));
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}

/** Public holidays of fixed date that close the office; the movable ones hardly show in a log. */
const HOLIDAYS = new Set(["01-01", "01-06", "05-01", "12-06", "12-24", "12-25", "12-26"]);

export function isWorkday(day: string): boolean {
  return weekday(day) < 5 && !HOLIDAYS.has(day.slice(5));
}

/** The day itself when it is worked, else the next one that is. */
export function workdayFrom(day: string): string {
  let candidate = day;
  while (!isWorkday(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The last worked day strictly before a day. */
export function workdayBefore(day: string): string {
  let candidate = addDays(day, -1);
  while (!isWorkday(candidate)) candidate = addDays(candidate, -1);
  return candidate;
}

export function addWorkdays(day: string, count: number): string {
  let candidate = workdayFrom(day);
  for (let step = 0; step < count; step++) candidate = workdayFrom(addDays(candidate, 1));
  return candidate;
}

/** The weeks when hardly anybody answers: July, and from shortly before Christmas until Epiphany. */
export function holidaySeason(day: string): "summer" | "christmas" | null {
  const monthDay = day.slice(5);
  if (monthDay >= "07-01" && monthDay <= "07-31") return "summer";
  if (monthDay >= "12-20" || monthDay <= "01-06") return "christmas";
  return null;
}

/** The first worked day after the holiday season a day lies in. */
export function afterHolidaySeason(day: string): string {
  const year = Number(day.slice(0, 4));
  if (holidaySeason(day) === "summer") return workdayFrom(`${year}-08-01`);
  if (holidaySeason(day) === "christmas")
    return workdayFrom(`${day.slice(5) >= "12-20" ? year + 1 : year}-01-07`);
  return workdayFrom(day);
}

function parts(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
