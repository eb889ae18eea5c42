import { isTimed, type TaskKind } from "#tasks/task-times.rules.ts";
import type { Task } from "#tasks/tasks.contract.ts";
import { useT } from "#web/i18n.ts";
import { type Format, useFormat } from "#web/use-format.ts";

const secondsOfDay = 86_400;

/** "3 days", or "1 h 30 min" of what has times. */
export function useDurationText(): (times: TaskKind & { readonly durationSec: number }) => string {
  const t = useT();
  const format = useFormat();
  return (times) =>
    isTimed(times)
      ? format.duration(Math.round(times.durationSec / 60))
      : t("tasks.days", { count: Math.round(times.durationSec / secondsOfDay) });
}

/** "10:00–10:30" of one day; blank where a task has no times, or goes on over midnight. */
export function clockOf({ date, startTime, endingDate, endingTime }: Task, format: Format): string | null {
  if (startTime === null) return null;
  if (endingTime === null || endingDate !== date) return format.time(startTime);
  return `${format.time(startTime)}–${format.time(endingTime)}`;
}

/**
 * The days and the time a task takes place: "23 Nov 2026, 10:00–10:30", "23–25 Nov 2026".
 *
 * @param day how a single day is written
 */
export function whenOf(task: Task, format: Format, day: (date: string) => string = format.date): string {
  const { date, startTime, endingDate, endingTime } = task;
  if (endingDate === date) return [day(date), clockOf(task, format)].filter(Boolean).join(", ");
  if (startTime === null) return format.dateRange(date, endingDate);
  return `${format.dayAndTime(date, startTime)} – ${format.dayAndTime(endingDate, endingTime)}`;
}
