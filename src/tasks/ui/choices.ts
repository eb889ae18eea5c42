import { type TaskStatus, type TaskType, taskStatuses, taskTypes } from "#tasks/tasks.rules.ts";
import type { TextKey } from "#web/i18n.ts";
import type { Tone } from "#web/widgets/StatusBadge.tsx";

export function statusKey(status: TaskStatus): TextKey {
  return `tasks.statuses.${status}`;
}

/** A blank type is a plain task. */
export function typeKey(type: TaskType | null): TextKey {
  return `tasks.types.${type ?? "task"}`;
}

export const statusChoices = taskStatuses.map((value) => ({ value, labelKey: statusKey(value) }));
export const typeChoices = taskTypes.map((value) => ({ value, labelKey: typeKey(value) }));
/** What a saved task that is no meeting can become (T-2). */
export const savedTypeChoices = typeChoices.filter(({ value }) => value !== "meeting");

export const toneOf: Readonly<Record<TaskStatus, Tone>> = {
  notStarted: "neutral",
  inProgress: "info",
  completed: "success",
  waiting: "warning",
  postponed: "warning",
};
