/** Date formulas such as `1W+2D` or `-CM` (campaigns §1): read, written and evaluated. Days are `2026-11-23`. */

type Unit = "D" | "W" | "M" | "Q" | "Y";

/** One step; each works on the day that the step before it has reached. */
export type DateTerm =
  /** `2W`, `-1Y`: so many of a unit later, or earlier. */
  | { readonly kind: "shift"; readonly sign: 1 | -1; readonly count: number; readonly unit: Unit }
  /** `CM`, `-CM`: the last day of the current unit, or the first. */
  | { readonly kind: "edge"; readonly sign: 1 | -1; readonly unit: Unit }
  /** `D10`, `-WD5`: the next day of the month or weekday (1 = Monday), or the latest before. */
  | { readonly kind: "day"; readonly sign: 1 | -1; readonly of: "month" | "week"; readonly day: number };

/** Longest formula that is stored. */
export const dateFormulaLength = 32;

const units = { D: "D", P: "D", W: "W", VI: "W", M: "M", K: "M", Q: "Q", Y: "Y", V: "Y" } as const;
// The longest letters first: VIP is no VI.
const anyUnit = "VI|D|P|W|M|K|Q|Y|V";
const termShape = new RegExp(`^(?:(\\d{1,4})(${anyUnit})|(?:[CN])(${anyUnit})|(WD|VIP|D|P)(\\d{1,4}))$`);

/** The steps of a formula in English or Finnish letters; `null` where it is none. Blank has no steps. */
export function parseDateFormula(text: string): readonly DateTerm[] | null {
  const bare = text.replace(/\s/gu, "").toUpperCase();
  const plain = /^<.*>$/u.test(bare) ? bare.slice(1, -1) : bare;
  if (plain === "") return [];
  const signed = /^[+-]/.test(plain) ? plain : `+${plain}`;
  if (!/^(?:[+-][A-Z0-9]+)+$/.test(signed)) return null;
  const terms = (signed.match(/[+-][A-Z0-9]+/g) ?? []).map(parseTerm);
  return terms.every((term) => term !== null) ? terms : null;
}

function parseTerm(text: string): DateTerm | null {
  const sign = text.startsWith("-") ? -1 : 1;
  const [, count, unit, edge, day, number] = termShape.exec(text.slice(1)) ?? [];
  if (unit) return { kind: "shift", sign, count: Number(count), unit: units[unit as keyof typeof units] };
  if (edge) return { kind: "edge", sign, unit: units[edge as keyof typeof units] };
  if (!day) return null;
  const of = day === "WD" || day === "VIP" ? "week" : "month";
  const value = Number(number);
  if (value < 1 || value > (of === "week" ? 7 : 31)) return null;
  return { kind: "day", sign, of, day: value };
}

const letters = {
  en: { C: "C", D: "D", WD: "WD", W: "W", M: "M", Q: "Q", Y: "Y" },
  fi: { C: "N", D: "P", WD: "VIP", W: "VI", M: "K", Q: "Q", Y: "V" },
} as const;

/** A formula as it is stored (English letters) or shown to a reader of Finnish. */
export function writeDateFormula(terms: readonly DateTerm[], language: "en" | "fi" = "en"): string {
  const to = letters[language];
  return terms
    .map((term, index) => {
      const sign = term.sign === -1 ? "-" : index > 0 ? "+" : "";
      if (term.kind === "shift") return `${sign}${term.count}${to[term.unit]}`;
      if (term.kind === "edge") return `${sign}${to.C}${to[term.unit]}`;
      return `${sign}${to[term.of === "week" ? "WD" : "D"]}${term.day}`;
    })
    .join("");
}

/** The days that records can hold; a formula that leads beyond them ends there. */
const firstDay = "1753-01-01";
const lastDay = "9999-12-31";

/** The day that the steps lead to from a day; without steps that day itself. */
export function evaluateDateFormula(terms: readonly DateTerm[], from: string): string {
  return terms.reduce((day, term) => withinCalendar(step(Day.of(day), term)), from);
}

function withinCalendar({ year, iso }: Day): string {
  if (year > 9999) return lastDay;
  if (year < 1753) return firstDay;
  return iso;
}

function step(day: Day, term: DateTerm): Day {
  switch (term.kind) {
    case "shift":
      return shift(day, term.unit, term.sign * term.count);
    case "edge":
      return term.sign === 1 ? lastOf(day, term.unit) : firstOf(day, term.unit);
    case "day":
      return term.of === "week" ? weekday(day, term.day, term.sign) : monthday(day, term.day, term.sign);
  }
}

function shift(day: Day, unit: Unit, count: number): Day {
  if (unit === "D") return day.plusDays(count);
  if (unit === "W") return day.plusDays(7 * count);
  return day.plusMonths(count * monthsOf[unit]);
}

const monthsOf = { M: 1, Q: 3, Y: 12 } as const;

function firstOf(day: Day, unit: Unit): Day {
  if (unit === "D") return day;
  if (unit === "W") return day.plusDays(1 - day.weekday);
  const months = monthsOf[unit];
  return new Day(day.year, day.month - (day.month % months), 1);
}

function lastOf(day: Day, unit: Unit): Day {
  if (unit === "D") return day;
  if (unit === "W") return day.plusDays(7 - day.weekday);
  return firstOf(day, unit).plusMonths(monthsOf[unit]).plusDays(-1);
}

/** Strictly after or before. */
function weekday(day: Day, wanted: number, sign: 1 | -1): Day {
  const distance = (sign * (wanted - day.weekday) + 7) % 7 || 7;
  return day.plusDays(sign * distance);
}

/** Strictly after or before; a month without that day has its last one instead. */
function monthday(day: Day, wanted: number, sign: 1 | -1): Day {
  const inMonth = (month: Day) => month.plusDays(Math.min(wanted, lastOf(month, "M").dayOfMonth) - 1);
  const month = firstOf(day, "M");
  const here = inMonth(month);
  const isBeyond = sign === 1 ? here.number > day.number : here.number < day.number;
  return isBeyond ? here : inMonth(month.plusMonths(sign));
}

const msOfDay = 86_400_000;

/** A calendar day, months from 0. */
class Day {
  readonly #date: Date;

  constructor(year: number, month: number, day: number) {
    this.#date = new Date(0);
    this.#date.setUTCFullYear(year, month, day);
  }

  static of(iso: string): Day {
    const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
    return new Day(year, month - 1, day);
  }

  get year(): number {
    return this.#date.getUTCFullYear();
  }

  get month(): number {
    return this.#date.getUTCMonth();
  }

  get dayOfMonth(): number {
    return this.#date.getUTCDate();
  }

  /** 1 = Monday. */
  get weekday(): number {
    return this.#date.getUTCDay() || 7;
  }

  get number(): number {
    return this.#date.getTime() / msOfDay;
  }

  get iso(): string {
    return this.#date.toISOString().slice(0, 10);
  }

  plusDays(count: number): Day {
    return new Day(this.year, this.month, this.dayOfMonth + count);
  }

  /** The same day of another month, or its last one. */
  plusMonths(count: number): Day {
    const last = new Day(this.year, this.month + count + 1, 0);
    return new Day(last.year, last.month, Math.min(this.dayOfMonth, last.dayOfMonth));
  }
}
