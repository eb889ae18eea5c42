/** When a task takes place (campaigns T-2, T-3). Days are `2026-11-23`, times `14:05:00`, blank is `null`. Pure. */

import { evaluateDateFormula, parseDateFormula } from "#platform/date-formula.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import { latestDay, refuseDay, type TaskType } from "./tasks.rules.ts";

const secondsOfDay = 86_400;
const shortestSec = 60;
const longestSec = 3650 * secondsOfDay;
/** What a timed task takes where nothing else follows. */
const usualSec = 1800;

/** What decides whether a task has times of its own. */
export interface TaskKind {
  readonly type: TaskType | null;
  readonly allDay: boolean;
}

/** When a task takes place: from where, and for how long. Its end follows, see `endOf`. */
export interface TaskTimes extends TaskKind {
  readonly date: string;
  /** Of a timed task; blank: at some time of the day. */
  readonly startTime: string | null;
  /** Seconds; of whole days a multiple of 86,400. */
  readonly durationSec: number;
}

export interface TaskEnd {
  readonly endingDate: string;
  /** Blank where there are no times. */
  readonly endingTime: string | null;
}

/** What is said of them; what is left out stays, or follows from the rest. */
export interface WrittenTimes {
  readonly type?: TaskType | null | undefined;
  readonly allDay?: boolean | undefined;
  readonly date?: string | null | undefined;
  readonly startTime?: string | null | undefined;
  readonly durationSec?: number | null | undefined;
  readonly endingDate?: string | null | undefined;
  readonly endingTime?: string | null | undefined;
}

/** Phone calls and meetings have times, unless a meeting lasts all day. All others are whole days. */
export function isTimed({ type, allDay }: TaskKind): boolean {
  return type !== null && !allDay;
}

/** When it ends: of whole days with the last of them, without a start time counted from midnight. */
export function endOf(times: TaskTimes): TaskEnd {
  if (!isTimed(times)) return { endingDate: plusDays(times.date, daysOf(times) - 1), endingTime: null };
  const end = atSecond(times.date, secondOf(times.startTime) + times.durationSec);
  return { endingDate: end.date, endingTime: times.startTime === null ? null : end.time };
}

/**
 * Where a new task begins: one day, or the days up to the one that `formula` leads to from its date (T-3); what has
 * times begins with half an hour.
 *
 * @param formula the marketing set-up's `defaultTaskDateCalculation`
 */
export function beginTimes({ type, allDay }: TaskKind, date: string, formula: string | null): TaskTimes {
  const begun = { type, allDay, date, startTime: null };
  if (isTimed(begun)) return { ...begun, durationSec: usualSec };
  const until = dayNumber(evaluateDateFormula(parseDateFormula(formula ?? "") ?? [], date));
  const days = Math.min(until, dayNumber(latestDay)) - dayNumber(date) + 1;
  return { ...begun, durationSec: Math.min(Math.max(days, 1) * secondsOfDay, longestSec) };
}

/**
 * The same task as another kind. Ticking all day rounds up to whole days, unticking takes one of them away. A timed task
 * that becomes whole days keeps its ending date; whole days that become timed end at 00:00 of theirs, or after half an
 * hour on the same day.
 */
export function convertTimes(times: TaskTimes, { type, allDay }: TaskKind): TaskTimes {
  const next = { ...times, type, allDay: type === "meeting" && allDay };
  if (isTimed(times) === isTimed(next)) return next;
  if (isTimed(next))
    return { ...next, startTime: null, durationSec: times.durationSec - secondsOfDay || usualSec };
  const days = next.allDay
    ? Math.ceil(times.durationSec / secondsOfDay)
    : dayNumber(endOf(times).endingDate) - dayNumber(times.date) + 1;
  return { ...next, startTime: null, durationSec: Math.max(days, 1) * secondsOfDay };
}

export type ArrangedTimes =
  | { readonly isFine: true; readonly times: TaskTimes }
  | { readonly isFine: false; readonly errors: readonly FieldError[] };

/**
 * What the times become by what is written. First the kind, then where it begins, then how long: start and duration move
 * the end, the end makes the duration – where both are written, the end wins. An ending date alone keeps the time of
 * the end, an ending time alone the ending date, which moves along with the date.
 */
export function arrangeTimes(before: TaskTimes, written: WrittenTimes): ArrangedTimes {
  const kind = {
    type: written.type === undefined ? before.type : written.type,
    allDay: written.allDay ?? before.allDay,
  };
  const converted = convertTimes(before, kind);
  const misplaced = refuseMisplaced(converted, written);
  const missing = refuseMissing(converted, written);
  if (misplaced.length + missing.length > 0) return { isFine: false, errors: [...misplaced, ...missing] };
  const moved: TaskTimes = {
    ...converted,
    date: written.date ?? converted.date,
    startTime: written.startTime === undefined ? converted.startTime : written.startTime,
    durationSec: written.durationSec ?? converted.durationSec,
  };
  const tooLong = refuseDuration(moved.durationSec, "durationSec");
  if (tooLong) return { isFine: false, errors: [tooLong] };
  const times = { ...moved, durationSec: durationUntil(moved, converted, written) };
  const path = written.endingTime != null ? "endingTime" : written.endingDate ? "endingDate" : "durationSec";
  const errors = [
    refuseDuration(times.durationSec, path) ?? refuseDay(endOf(times).endingDate, "endingDate"),
  ];
  return errors[0] ? { isFine: false, errors: [errors[0]] } : { isFine: true, times };
}

/** How long it takes to the end that is written. */
function durationUntil(moved: TaskTimes, before: TaskTimes, written: WrittenTimes): number {
  const { endingDate, endingTime } = written;
  if (!endingDate && !endingTime) return moved.durationSec;
  const from = dayNumber(moved.date);
  if (!isTimed(moved)) return (dayNumber(endingDate!) - from + 1) * secondsOfDay;
  if (moved.startTime === null) return (dayNumber(endingDate!) - from) * secondsOfDay || usualSec;
  const keptDay = dayNumber(endOf(before).endingDate) + from - dayNumber(before.date);
  const day = endingDate ? dayNumber(endingDate) : keptDay;
  const time = endingTime ?? endOf(moved).endingTime;
  return (day - from) * secondsOfDay + secondOf(time) - secondOf(moved.startTime);
}

/** Times where there are none, an all-day task that is no meeting. */
function refuseMisplaced(kind: TaskKind, written: WrittenTimes): FieldError[] {
  const errors: FieldError[] = [];
  if (kind.type !== "meeting" && written.allDay === true)
    errors.push({ path: "allDay", code: "task_not_meeting" });
  if (isTimed(kind)) return errors;
  for (const path of ["startTime", "durationSec", "endingTime"] as const)
    if (written[path] != null) errors.push({ path, code: "task_not_timed" });
  return errors;
}

/** T-4, and what every task has: a day to end on. */
function refuseMissing(times: TaskTimes, written: WrittenTimes): FieldError[] {
  const errors: FieldError[] = [];
  if (written.endingDate === null) errors.push({ path: "endingDate", code: "ending_date_required" });
  if (!isTimed(times)) return errors;
  const startTime = written.startTime === undefined ? times.startTime : written.startTime;
  if (startTime === null && (times.type === "meeting" || written.endingTime != null))
    errors.push({ path: "startTime", code: "start_time_required" });
  if (startTime !== null && written.endingTime === null)
    errors.push({ path: "endingTime", code: "ending_time_required" });
  if (written.durationSec === null) errors.push({ path: "durationSec", code: "duration_required" });
  return errors;
}

function refuseDuration(durationSec: number, path: string): FieldError | null {
  return durationSec < shortestSec || durationSec > longestSec ? { path, code: "task_duration" } : null;
}

function daysOf({ durationSec }: TaskTimes): number {
  return Math.max(Math.ceil(durationSec / secondsOfDay), 1);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / (secondsOfDay * 1000);
}

function plusDays(day: string, days: number): string {
  return atSecond(day, days * secondsOfDay).date;
}

/** Seconds since midnight. */
function secondOf(time: string | null): number {
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? "").split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function atSecond(day: string, seconds: number): { readonly date: string; readonly time: string } {
  const iso = new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 19) };
}
