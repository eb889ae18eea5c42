/** What a task must fulfil (campaigns §5). Dates are `YYYY-MM-DD`, blank is `null`. */

import type { FieldError } from "#platform/errors.ts";

export const taskTypes = ["meeting", "phoneCall"] as const;
export type TaskType = (typeof taskTypes)[number];

export const taskStatuses = ["notStarted", "inProgress", "completed", "waiting", "postponed"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** T-8: completed and closed are the same. */
export function isClosed(status: TaskStatus): boolean {
  return status === "completed";
}

export interface RequiredValues {
  readonly date: string | null;
  readonly description: string | null;
  readonly salespersonCode: string | null;
}

const earliestDay = "1900-01-01";
export const latestDay = "2999-12-31";

/** T-2: the range of the days that tasks begin and end on. */
export function refuseDay(day: string, path: string): FieldError | null {
  if (day >= earliestDay && day <= latestDay) return null;
  return { path, code: "task_date", values: { earliest: earliestDay, latest: latestDay } };
}

/** T-4 and the range of T-2, in the order of the specification. */
export function refuseValues({ date, description, salespersonCode }: RequiredValues): FieldError[] {
  const dateError = date === null ? { path: "date", code: "date_required" } : refuseDay(date, "date");
  const errors: FieldError[] = dateError === null ? [] : [dateError];
  if (description === null) errors.push({ path: "description", code: "description_required" });
  if (salespersonCode === null) errors.push({ path: "salespersonCode", code: "salesperson_required" });
  return errors;
}

/** T-2: a saved task does not become a meeting, nor a meeting anything else. */
export function refuseType(before: TaskType | null, after: TaskType | null): "task_type_fixed" | null {
  return before !== after && (before === "meeting" || after === "meeting") ? "task_type_fixed" : null;
}

/** T-2: only meetings take place somewhere. */
export function refuseLocation(type: TaskType | null, location: string | null): FieldError[] {
  return location === null || type === "meeting" ? [] : [{ path: "location", code: "task_not_meeting" }];
}

/** T-8: what is written of status and `closed`; unticking `closed` alone goes on with the task. */
export function statusAfter(
  before: TaskStatus,
  written: { readonly status?: TaskStatus | undefined; readonly closed?: boolean | undefined },
): TaskStatus {
  if (written.status !== undefined) return written.status;
  if (written.closed === undefined || written.closed === isClosed(before)) return before;
  return written.closed ? "completed" : "inProgress";
}

/** The day it was closed: kept while it stays closed, blank while it is open. */
export function dateClosedAfter(
  before: { readonly status: TaskStatus; readonly dateClosed: string | null },
  status: TaskStatus,
  today: string,
): string | null {
  if (!isClosed(status)) return null;
  return isClosed(before.status) ? before.dateClosed : today;
}
