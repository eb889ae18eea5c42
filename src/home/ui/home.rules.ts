import type { Home } from "#home/home.contract.ts";

/** What the first page says and shows. Pure. */

export type DayPart = "morning" | "day" | "evening" | "night";

/** How one greets at a time of day (`HH:MM:SS`). */
export function dayPartOf(time: string): DayPart {
  const hour = Number(time.slice(0, 2));
  if (hour >= 5 && hour < 11) return "morning";
  if (hour >= 11 && hour < 17) return "day";
  return hour >= 17 && hour < 23 ? "evening" : "night";
}

/** The name one is greeted by: the first one, or the user name. */
export function givenName(user: { readonly fullName: string; readonly userName: string }): string {
  return user.fullName.trim().split(/\s+/u)[0] || user.userName;
}

type Week = Home["weeks"][number];

/** The last day of a week that begins on the given Monday. */
export function sundayOf(monday: string): string {
  const date = new Date(`${monday}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 6);
  return date.toISOString().slice(0, 10);
}

/** The number of a week by ISO 8601: week 1 has the year's first Thursday. */
export function weekNumber(monday: string): number {
  const thursday = new Date(`${monday}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1;
}

/** A round number not below the highest bar, so that the scale's middle is a whole number. */
export function scaleTop(weeks: readonly Pick<Week, "noOfInteractions">[]): number {
  const highest = Math.max(...weeks.map(({ noOfInteractions }) => noOfInteractions), 1);
  const power = 10 ** Math.floor(Math.log10(highest));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * power);
  const fitting = steps.find((step) => step >= highest) ?? 10 * power;
  return Math.max(2, fitting);
}

/** Weeks whose number stands under their bar: the first one of each month that leaves room for it. */
export function labelledWeeks(weeks: readonly Pick<Week, "monday">[]): ReadonlySet<string> {
  const first = weeks.filter(
    ({ monday }, place) => place > 0 && monday.slice(0, 7) !== weeks[place - 1]?.monday.slice(0, 7),
  );
  return new Set(first.map(({ monday }) => monday));
}
