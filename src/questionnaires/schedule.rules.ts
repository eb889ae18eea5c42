import type { LocalMoment } from "#platform/moment.rules.ts";

/** When a questionnaire is classified by itself (contacts B10). */
export const classificationSchedules = ["off", "daily", "weekly"] as const;
export type ClassificationSchedule = (typeof classificationSchedules)[number];

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

export interface ScheduleOfClassification {
  readonly schedule: ClassificationSchedule;
  /** Of weekly ones. */
  readonly weekday: Weekday;
  /** 0–23 */
  readonly hour: number;
}

const dayMs = 86_400_000;

/**
 * The last moment at or before the given one at which the schedule wanted a run, as `2026-11-23 01:00:00`; `null`: never.
 * Moments are what the organisation's clock shows: an hour that summer time leaves out counts as over.
 */
export function lastWanted(
  { schedule, weekday, hour }: ScheduleOfClassification,
  { date, time }: LocalMoment,
): string | null {
  if (schedule === "off") return null;
  const today = Date.parse(date);
  const isoDay = (new Date(today).getUTCDay() + 6) % 7;
  const isOver = Number(time.slice(0, 2)) >= hour;
  const since = schedule === "weekly" ? (isoDay - weekdays.indexOf(weekday) + 7) % 7 : 0;
  const daysAgo = since === 0 && !isOver ? (schedule === "weekly" ? 7 : 1) : since;
  const day = new Date(today - daysAgo * dayMs).toISOString().slice(0, 10);
  return `${day} ${String(hour).padStart(2, "0")}:00:00`;
}

/** Whether a run is wanted that was not ordered yet; `ordered`: when the last one was, or when the schedule was set. */
export function isDue(schedule: ScheduleOfClassification, now: LocalMoment, ordered: LocalMoment): boolean {
  const wanted = lastWanted(schedule, now);
  return wanted !== null && wanted > `${ordered.date} ${ordered.time}`;
}
