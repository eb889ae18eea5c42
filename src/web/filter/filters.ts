import type { LookupSource } from "../fields/lookup.ts";
import type { TextKey } from "../i18n.ts";
import { readValues, type SearchValues, writeValues } from "../url-state.ts";

interface FilterBase {
  /** The parameter's name in the API; ranges add `From` and `To` to it. */
  readonly key: string;
  readonly labelKey: TextKey;
}

/** One value an enumeration can have. */
export interface Choice {
  readonly value: string;
  readonly labelKey: TextKey;
}

/** A way to narrow a list. Its state is the address line's parameters of the same names. */
export type Filter =
  | (FilterBase & { readonly kind: "text" })
  | (FilterBase & { readonly kind: "enum"; readonly choices: readonly Choice[] })
  | (FilterBase & { readonly kind: "code"; readonly source: LookupSource })
  | (FilterBase & { readonly kind: "flag" })
  | (FilterBase & { readonly kind: "dateRange" })
  | (FilterBase & { readonly kind: "numberRange" });

/** The address line's parameters that a filter uses. */
export function parametersOf(filter: Filter): readonly string[] {
  const isRange = filter.kind === "dateRange" || filter.kind === "numberRange";
  return isRange ? [`${filter.key}From`, `${filter.key}To`] : [filter.key];
}

export function isSet(filter: Filter, search: SearchValues): boolean {
  return parametersOf(filter).some((name) => (search[name] ?? "") !== "");
}

/** The change of the address line that takes a filter away. */
export function cleared(filter: Filter): Record<string, undefined> {
  return Object.fromEntries(parametersOf(filter).map((name) => [name, undefined]));
}

/** The change of the address line that adds a value to a filter or takes it out again. */
export function toggled(
  filter: Filter,
  search: SearchValues,
  value: string,
): Record<string, string | undefined> {
  const values = readValues(search[filter.key]);
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { [filter.key]: writeValues(next) };
}

/** The ends of a range filter. */
export function rangeOf(filter: Filter, search: SearchValues): { from: string | null; to: string | null } {
  return { from: search[`${filter.key}From`] || null, to: search[`${filter.key}To`] || null };
}

export function rangeChange(
  filter: Filter,
  range: { readonly from: string | null; readonly to: string | null },
): Record<string, string | undefined> {
  return { [`${filter.key}From`]: range.from ?? undefined, [`${filter.key}To`]: range.to ?? undefined };
}

export type Period = "today" | "thisWeek" | "lastMonth" | "thisYear" | "last12Months";

/** The first and last day of a period around today (`YYYY-MM-DD`); weeks begin on Monday. */
export function periodDays(period: Period, today: string): { from: string; to: string } {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const iso = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (period) {
    case "today":
      return { from: today, to: today };
    case "thisWeek":
      return { from: iso(year, month, day - weekday), to: iso(year, month, day - weekday + 6) };
    case "lastMonth":
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case "thisYear":
      return { from: iso(year, 1, 1), to: iso(year, 12, 31) };
    case "last12Months":
      return { from: iso(year - 1, month, day + 1), to: today };
  }
}
