/** When something happened, however a file writes it: as the clock on the organisation's wall showed it. */

import { localMoment } from "#platform/moment.rules.ts";
import type { DateOrder } from "../import-settings.rules.ts";

export interface MomentSettings {
  readonly dateOrder: DateOrder;
  /** IANA name of the organisation's time zone: a time without a zone is one of there. */
  readonly timeZone: string;
  /** `2026-11-23` */
  readonly today: string;
}

/** A day, with the time of day where the text has one. */
export interface ReadMoment {
  readonly date: string;
  readonly time: string | null;
}

const months: readonly RegExp[] = [
  /^(jan|tammi)/,
  /^(feb|helmi)/,
  /^(mar|maalis)/,
  /^(apr|huhti)/,
  /^(may$|maj|touko)/,
  /^(jun|kesä)/,
  /^(jul|heinä)/,
  /^(aug|elo)/,
  /^(sep|syys)/,
  /^(oct|okt|loka)/,
  /^(nov|marras)/,
  /^(dec|joulu)/,
];

const weekday =
  /^(mon|tue|wed|thu|fri|sat|sun|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|ma|ti|ke|to|pe|la|su)[a-z]*\.?,?\s+/i;

/**
 * Reads `2026-11-23`, `23.11.2026 klo 14.05`, `11/23/2026 2:05 PM`, `Mon, 23 Nov 2026 14:05:00 +0200`, days of Excel and
 * seconds or milliseconds since 1970; `null` where it is none of these. A moment with a zone is put into the
 * organisation's; a time that its clock skips stays as it is written.
 */
export function readDate(text: string, settings: MomentSettings): ReadMoment | null {
  const trimmed = text.trim().replace(weekday, "");
  return readNumber(trimmed, settings) ?? readWritten(trimmed, settings);
}

/** `14:05`, `14.05.30`, `2:05 pm` as `14:05:00`; `null` where it is no time of day. */
export function readTime(text: string): string | null {
  const read = readClock(text);
  return read === null || read.zone !== null ? null : read.time;
}

const epochSeconds = /^\d{10}$/;
const epochMilliseconds = /^\d{13}$/;
/** From 1954 to 2119: what is beyond is more likely a number of something else. */
const excelDay = /^[2-7]\d{4}([.,]\d+)?$/;
const unixEpochInExcel = 25_569;

function readNumber(text: string, { timeZone }: MomentSettings): ReadMoment | null {
  if (epochSeconds.test(text)) return localMoment(new Date(Number(text) * 1_000), timeZone);
  if (epochMilliseconds.test(text)) return localMoment(new Date(Number(text)), timeZone);
  if (!excelDay.test(text)) return null;
  const days = Number(text.replace(",", ".")) - unixEpochInExcel;
  const iso = new Date(Math.round(days * 86_400) * 1_000).toISOString();
  return { date: iso.slice(0, 10), time: /[.,]/.test(text) ? iso.slice(11, 19) : null };
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s,]+(.+))?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;
const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[\s,]+(.+))?$/;
const dayAndName = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4})(?:[\s,]+(.+))?$/iu;
const nameAndDay = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,]+(.+))?$/iu;

function readWritten(text: string, settings: MomentSettings): ReadMoment | null {
  let found = yearFirst.exec(text);
  if (found) return momentOf(found[1], found[3], found[4], found[5], settings);
  found = compact.exec(text);
  if (found) {
    const [, year, month, day, hour, minute, second = "00", zone = ""] = found;
    return momentOf(year, month, day, hour && `${hour}:${minute}:${second}${zone}`, settings);
  }
  found = yearLast.exec(text);
  if (found) {
    // Days go first wherever dots are written.
    const isDayFirst = found[2] === "." || settings.dateOrder === "dmy";
    const [day, month] = isDayFirst ? [found[1], found[3]] : [found[3], found[1]];
    return momentOf(fullYear(found[4]!, settings.today), month, day, found[5], settings);
  }
  found = dayAndName.exec(text);
  if (found) return momentOf(found[3], monthOf(found[2]!), found[1], found[4], settings);
  found = nameAndDay.exec(text);
  if (found) return momentOf(found[3], monthOf(found[1]!), found[2], found[4], settings);
  return null;
}

/** "26" is 2026, "97" is 1997: nothing that was recorded is more than a year ahead. */
function fullYear(text: string, today: string): string {
  if (text.length === 4) return text;
  const year = 2_000 + Number(text);
  return String(year > Number(today.slice(0, 4)) + 1 ? year - 100 : year);
}

function monthOf(name: string): string {
  return String(months.findIndex((month) => month.test(name.toLowerCase())) + 1);
}

function momentOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  clock: string | undefined,
  { timeZone }: MomentSettings,
): ReadMoment | null {
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (!isDay(date)) return null;
  if (clock === undefined) return { date, time: null };
  const read = readClock(clock);
  if (read === null) return null;
  if (read.zone === null) return { date, time: read.time };
  return localMoment(new Date(`${date}T${read.time}${read.zone}`), timeZone);
}

/** 30 February is none, 29 February is one in leap years only. */
function isDay(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

const clock =
  /^(?:klo\.?|kello|at|@)?\s*(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?$/i;

function readClock(text: string): { time: string; zone: string | null } | null {
  const found = clock.exec(text.trim());
  if (!found) return null;
  const [, hours = "", minutes, seconds = "00", half, zone] = found;
  if (minutes === undefined && half === undefined) return null;
  const hour = hourOf(Number(hours), half);
  const time = `${String(hour).padStart(2, "0")}:${minutes ?? "00"}:${seconds}`;
  return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) ? { time, zone: zoneOf(zone) } : null;
}

/** Of a clock of twelve hours the hour of the day; one that it does not have is none of the day either. */
function hourOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return Number.NaN;
  return (hours % 12) + (/^p/i.test(half) ? 12 : 0);
}

function zoneOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return sign === undefined ? "Z" : `${sign}${hours}:${minutes}`;
}
