/** Dates, numbers and money in the reader's language; everything goes through `Intl`. Pure. */

export const languages = ["en", "fi"] as const;
export type Language = (typeof languages)[number];

// English is written for Europe: days before months, a 24-hour clock.
const localeOf: Record<Language, string> = { en: "en-GB", fi: "fi-FI" };

export type DateStyle = "short" | "weekday" | "long" | "month" | "dayOfYear";

const dateStyles: Record<Language, Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  en: {
    short: { day: "numeric", month: "short", year: "numeric" },
    weekday: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
    long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
    month: { month: "long", year: "numeric" },
    dayOfYear: { day: "numeric", month: "short" },
  },
  fi: {
    short: { day: "numeric", month: "numeric", year: "numeric" },
    weekday: { weekday: "short", day: "numeric", month: "numeric", year: "numeric" },
    long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
    month: { month: "long", year: "numeric" },
    dayOfYear: { day: "numeric", month: "numeric" },
  },
};

function remember<A extends readonly unknown[], R>(make: (...key: A) => R): (...key: A) => R {
  const made = new Map<string, R>();
  return (...key) => {
    const id = JSON.stringify(key);
    const found = made.get(id);
    if (found !== undefined) return found;
    const fresh = make(...key);
    made.set(id, fresh);
    return fresh;
  };
}

const dateFormat = remember(
  (language: Language, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf[language], options),
);
const numberFormat = remember(
  (language: Language, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(localeOf[language], options),
);
const relativeFormat = remember(
  (language: Language) => new Intl.RelativeTimeFormat(localeOf[language], { numeric: "auto" }),
);

/** A calendar day `YYYY-MM-DD`; it has no time zone, so it is read and written as UTC. */
export function formatDate(day: string, language: Language, style: DateStyle = "short"): string {
  return dateFormat(language, { ...dateStyles[language][style], timeZone: "UTC" }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}

/** A time of day `HH:MM[:SS]`: 14:05 in English, 14.05 in Finnish. */
export function formatTime(time: string, language: Language): string {
  const [hours = "0", minutes = "00"] = time.split(":");
  return `${Number(hours)}${language === "fi" ? "." : ":"}${minutes}`;
}

/** When something happened: a day and, if known, a time of that day. */
export function formatDayAndTime(day: string, time: string | null, language: Language): string {
  if (time === null) return formatDate(day, language);
  const between = language === "fi" ? " klo " : ", ";
  return `${formatDate(day, language)}${between}${formatTime(time, language)}`;
}

/** An instant (RFC 3339) as the company's clock showed it. */
export function formatInstant(instant: string, language: Language, timeZone: string): string {
  const { day, time } = dayAndTimeOf(instant, timeZone);
  return formatDayAndTime(day, time, language);
}

/** Splits an instant into the day and the time of day of a time zone. */
export function dayAndTimeOf(instant: string | Date, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(instant));
  return { day: parts.slice(0, 10), time: parts.slice(11, 19) };
}

/** 23.–25.11.2026, 23–25 Nov 2026. */
export function formatDateRange(from: string, to: string, language: Language): string {
  return dateFormat(language, { ...dateStyles[language].short, timeZone: "UTC" }).formatRange(
    new Date(`${from}T00:00:00Z`),
    new Date(`${to}T00:00:00Z`),
  );
}

export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  return numberFormat(language, options).format(value);
}

/** An amount in a currency (ISO 4217), always with the currency's decimals. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  return numberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
    amount,
  );
}

/** A share of one as per cent: 0.15 → 15 %. */
export function formatPercent(share: number, language: Language): string {
  return numberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** Minutes as hours and minutes: 90 → 1 h 30 min, in Finnish 1 t 30 min. */
export function formatDuration(minutes: number, language: Language): string {
  const hourUnit = language === "fi" ? "t" : "h";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [`${formatNumber(hours, language)}\u00a0${hourUnit}`] : []),
    ...(rest > 0 || hours === 0 ? [`${formatNumber(rest, language)}\u00a0min`] : []),
  ];
  return parts.join(" ");
}

const relativeUnits = [
  { unit: "year", seconds: 365 * 86_400 },
  { unit: "month", seconds: 30 * 86_400 },
  { unit: "week", seconds: 7 * 86_400 },
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** How long ago or ahead: yesterday, 5 minutes ago, 2 päivän kuluttua. */
export function formatRelative(instant: string | Date, now: Date, language: Language): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const fitting = relativeUnits.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!fitting) return relativeFormat(language).format(0, "second");
  return relativeFormat(language).format(Math.round(seconds / fitting.seconds), fitting.unit);
}

/** Days between two calendar days in words: today, yesterday, in 2 weeks. */
export function formatRelativeDay(day: string, today: string, language: Language): string {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (Math.abs(days) < 7) return relativeFormat(language).format(days, "day");
  return formatRelative(`${day}T00:00:00Z`, new Date(`${today}T00:00:00Z`), language);
}

/** Compares names as the language sorts them (Finnish: å ä ö after z). */
export function compareTexts(a: string, b: string, language: Language): number {
  return a.localeCompare(b, localeOf[language], { sensitivity: "base", numeric: true });
}

/** The character between whole and fraction, and the one between thousands. */
export function numberSeparators(language: Language): { decimal: string; thousand: string } {
  return language === "fi" ? { decimal: ",", thousand: "\u00a0" } : { decimal: ".", thousand: "," };
}
