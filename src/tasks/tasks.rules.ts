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

const earliest = "1900-01-01";
const latest = "2999-12-31";

/** T-4 and the range of T-2, in the order of the specification. */
export function refuseValues({ date, description, salespersonCode }: RequiredValues): FieldError[] {
  const errors: FieldError[] = [];
  if (date === null) errors.push({ path: "date", code: "date_required" });
  else if (date < earliest || date > latest)
    errors.push({ path: "date", code: "task_date", values: { earliest, latest } });
  if (description === null) errors.push({ path: "description", code: "description_required" });
  if (salespersonCode === null) errors.push({ path: "salespersonCode", code: "salesperson_required" });
  return errors;
}

/** T-2: a saved task does not become a meeting, nor a meeting anything else. */
export function refuseType(before: TaskType | null, after: TaskType | null): "task_type_fixed" | null {
  return before !== after && (before === "meeting" || after === "meeting") ? "task_type_fixed" : null;
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
