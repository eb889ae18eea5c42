/** When a task takes place while it is typed: every field that follows from another changes with it (campaigns T-2). */

import { arrangeTimes, beginTimes, convertTimes, endOf, isTimed, type TaskKind } from "./task-times.rules.ts";
import type { TaskType } from "./tasks.rules.ts";

/** What stands in the fields; also what a task cannot be saved with. */
export interface EditedTimes extends TaskKind {
  readonly date: string | null;
  readonly startTime: string | null;
  readonly durationSec: number;
  readonly endingDate: string | null;
  readonly endingTime: string | null;
  readonly location: string | null;
}

/** Where the fields of a new task begin. */
export function beginEditing(kind: TaskKind, date: string, formula: string | null): EditedTimes {
  const times = beginTimes(kind, date, formula);
  return { ...times, ...endOf(times), location: null };
}

/** The fields after one of them was changed; what the rules refuse stands as it was typed. */
export function editTimes(shown: EditedTimes, change: Partial<EditedTimes>): EditedTimes {
  const next = { ...shown, ...change };
  const location = next.type === "meeting" ? next.location : null;
  const date = shown.date ?? next.date;
  if (date === null || next.date === null) return { ...next, location };
  if (change.type !== undefined || change.allDay !== undefined) {
    const times = convertTimes({ ...shown, date }, next);
    return { ...times, ...endOf(times), location };
  }
  // Half filled in, a meeting may still be without its start, as a call may.
  const type: TaskType | null = isTimed(shown) ? "phoneCall" : shown.type;
  const arranged = arrangeTimes({ ...shown, type, date }, change);
  if (!arranged.isFine) return { ...next, location };
  return { ...arranged.times, ...endOf(arranged.times), type: shown.type, location };
}

/** A new task that is another kind or on another date; where nobody said when it ends it begins anew. */
export function editNewTimes(
  shown: EditedTimes,
  change: Partial<EditedTimes>,
  said: { readonly hasEnd: boolean; readonly formula: string | null },
): EditedTimes {
  const next = { ...shown, ...change };
  const isBegun = change.type !== undefined || change.allDay !== undefined || change.date !== undefined;
  if (said.hasEnd || !isBegun || next.date === null) return editTimes(shown, change);
  const kind = { type: next.type, allDay: next.type === "meeting" && next.allDay };
  const begun = beginEditing(kind, next.date, said.formula);
  const startTime = isTimed(kind) ? shown.startTime : null;
  return { ...editTimes(begun, { startTime }), location: kind.type === "meeting" ? next.location : null };
}

/** What a new task says of its times: nothing of an end that follows by itself, nor what its kind has not. */
export function saidTimes(edited: EditedTimes, hasEnd: boolean) {
  const { type, allDay, date, startTime, durationSec, endingDate, endingTime, location } = edited;
  const said = { type, date, ...(type === "meeting" && { allDay, location }) };
  if (!isTimed(edited)) return { ...said, ...(hasEnd && { endingDate }) };
  const end = startTime === null ? { durationSec } : { endingDate, endingTime };
  return { ...said, startTime, ...end };
}
