/** What people type for a day or a time of day. Pure. */

const words: Readonly<Record<string, number>> = {
  t: 0,
  today: 0,
  tänään: 0,
  yesterday: -1,
  eilen: -1,
  tomorrow: 1,
  huomenna: 1,
};

/**
 * Reads a day: `23.11.2026`, `23.11.`, `23/11/26`, `23`, `2311`, `2026-11-23`, `today`, `eilen`, `+7`.
 * Days come before months. Without a year it is this year, without a month this month.
 * @param today `YYYY-MM-DD` in the company's time zone
 * @returns `YYYY-MM-DD`, or `null` for what is no day
 */
export function readDay(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "") return null;
  const byWord = words[typed];
  if (byWord !== undefined) return addDays(today, byWord);
  if (/^[+-]\d{1,4}$/.test(typed)) return addDays(today, Number(typed));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return readLocalDay(typed, today);
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const finnishMonths = [
  "tammi",
  "helmi",
  "maalis",
  "huhti",
  "touko",
  "kesä",
  "heinä",
  "elo",
  "syys",
  "loka",
  "marras",
  "joulu",
];

function readLocalDay(typed: string, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const named = /^(\d{1,2})\.?\s*([a-zäö]{3,})\.?(?:\s+(\d{2}|\d{4}))?$/.exec(typed);
  if (named) {
    const name = named[2] ?? "";
    // Finnish first: marraskuu is not March.
    const finnish = finnishMonths.findIndex((start) => name.startsWith(start));
    const found = finnish >= 0 ? finnish : monthNames.findIndex((start) => name.startsWith(start));
    return found < 0 ? null : dayOf(fullYear(named[3], year), found + 1, Number(named[1]));
  }
  const run = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed);
  if (run) return dayOf(fullYear(run[3], year), Number(run[2]), Number(run[1]));
  const parts = /^(\d{1,2})(?:[./\-\s]+(\d{1,2})(?:[./\-\s]+(\d{2}|\d{4})?)?)?[./]?$/.exec(typed);
  if (!parts) return null;
  return dayOf(fullYear(parts[3], year), parts[2] === undefined ? month : Number(parts[2]), Number(parts[1]));
}

function fullYear(text: string | undefined, thisYear: number): number {
  if (text === undefined || text === "") return thisYear;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** The day some days later or earlier. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Reads a time of day: `14:05`, `14.05`, `1405`, `9`, `9 pm`. Answers `HH:MM:00`, or `null`. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const typedHours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  const seconds = Number(match[3] ?? 0);
  const half = match[4];
  if (half && (typedHours < 1 || typedHours > 12)) return null;
  const hours = half ? (typedHours % 12) + (half === "pm" ? 12 : 0) : typedHours;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
}
