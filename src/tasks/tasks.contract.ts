import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, enumList, flag, requiredCode, text, time } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { taskStatuses, taskTypes } from "./tasks.rules.ts";

/** Contracts of tasks (campaigns §5): teams, attendees and recurrence come with their own rules. */

/** When a task takes place, as it is written (T-2). */
export const writtenTimes = {
  type: z.enum(taskTypes).nullable().optional(),
  date: date().nullable().optional(),
  /** Of phone calls, and of meetings that do not last all day. */
  startTime: time().nullable().optional(),
  /** Seconds; the end wins where both are written. */
  durationSec: z.int().nullable().optional(),
  endingDate: date().nullable().optional(),
  endingTime: time().nullable().optional(),
  /** Of meetings. */
  allDay: z.boolean().optional(),
  /** Of meetings. */
  location: text(100).optional(),
};

const written = {
  ...writtenTimes,
  description: text(100).optional(),
  contactNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  campaignNo: code(20).optional(),
  opportunityNo: code(20).optional(),
  status: z.enum(taskStatuses).optional(),
  /** The same as the status `completed`; unticking goes on with the task. */
  closed: z.boolean().optional(),
};

export const Task = z
  .object({
    no: z.string(),
    description: z.string(),
    type: z.enum(taskTypes).nullable(),
    contactNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactCompanyNo: z.string().nullable(),
    contactCompanyName: z.string().nullable(),
    /** Whose it was before it stayed with the company that the person left. */
    formerContactNo: z.string().nullable(),
    salespersonCode: z.string().nullable(),
    salespersonName: z.string().nullable(),
    campaignNo: z.string().nullable(),
    opportunityNo: z.string().nullable(),
    date: z.string(),
    /** Blank: whole days, or a call at some time of its day. */
    startTime: z.string().nullable(),
    /** Seconds; of whole days a multiple of 86,400. */
    durationSec: z.int(),
    /** The last of whole days; of others the day they end on. */
    endingDate: z.string(),
    endingTime: z.string().nullable(),
    allDay: z.boolean(),
    location: z.string().nullable(),
    status: z.enum(taskStatuses),
    closed: z.boolean(),
    dateClosed: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Task" });
export type Task = z.output<typeof Task>;

export const NewTask = z.strictObject({ no: code(20).optional(), ...written }).meta({ id: "NewTask" });
export type NewTask = z.output<typeof NewTask>;

export const TaskChanges = z
  .strictObject({ no: requiredCode(20).optional(), ...written })
  .meta({ id: "TaskChanges" });
export type TaskChanges = z.output<typeof TaskChanges>;

const params = z.object({ no: requiredCode(20) });
export const timeProblems = [
  "date_required",
  "ending_date_required",
  "start_time_required",
  "ending_time_required",
  "duration_required",
  "task_date",
  "task_duration",
  "task_not_timed",
  "task_not_meeting",
];
const valueProblems = [
  "not_found",
  ...timeProblems,
  "description_required",
  "salesperson_required",
  "salesperson_blocked",
  "contact_privacy_blocked",
];

export const taskFilters = {
  search: z.string().max(200).optional(),
  no: codeList().optional(),
  type: enumList(taskTypes).optional(),
  contactNo: codeList().optional(),
  contactCompanyNo: codeList().optional(),
  aboutContactNo: codeList().optional(),
  salespersonCode: codeList().optional(),
  campaignNo: codeList().optional(),
  opportunityNo: codeList().optional(),
  status: enumList(taskStatuses).optional(),
  closed: flag().optional(),
  dateFrom: date().optional(),
  dateTo: date().optional(),
};

export const listTasks = endpoint({
  id: "listTasks",
  method: "GET",
  path: "/tasks",
  access: "tasks.read",
  summary: "Tasks, the earliest first; `search` looks for words in number, description and contact name.",
  description:
    "`aboutContactNo` finds the tasks of a contact, with a company also those of its people (T-1).",
  query: listQuery(["date", "no", "description", "contactName", "salespersonCode", "status"], taskFilters),
  result: listOf(Task),
});

export const getTask = endpoint({
  id: "getTask",
  method: "GET",
  path: "/tasks/{no}",
  access: "tasks.read",
  summary: "One task.",
  params,
  result: Task,
  problems: ["not_found"],
});

export const createTask = endpoint({
  id: "createTask",
  method: "POST",
  path: "/tasks",
  access: "tasks.write",
  summary: "Create a task.",
  description:
    "Without `no` its number comes from the series `taskNos`. Its date is today unless said, and it lasts one day, or until the day that `defaultTaskDateCalculation` of the marketing set-up gives from its date; a phone call and a meeting take half an hour, and a meeting that does not last all day needs its `startTime`. Without salesperson it gets the opportunity's, else the user's, else the contact's. With an opportunity, contact and campaign are the opportunity's unless said (T-3).",
  body: NewTask,
  result: Task,
  status: 201,
  problems: ["duplicate", "manual_no", "setup_missing", ...valueProblems],
});

export const changeTask = endpoint({
  id: "changeTask",
  method: "PATCH",
  path: "/tasks/{no}",
  access: "tasks.write",
  summary: "Change a task; a new `no` shows everywhere at once.",
  description:
    "`date`, `startTime` and `durationSec` move the end; `endingDate` and `endingTime` make the duration, and win where both are written. Only what differs from the task counts as written, so a task can be sent back as it was read with one field changed. A new ending time without an ending date is on the day the task ended on so far, moved along with its date. `type` and `allDay` are applied before all others: whole days have no times, and what becomes timed is half an hour on the same day, else ends at 00:00 of its ending date (T-2).",
  params,
  body: TaskChanges,
  result: Task,
  problems: ["duplicate", "manual_no", "task_type_fixed", "stale_version", ...valueProblems],
});

export const deleteTask = endpoint({
  id: "deleteTask",
  method: "DELETE",
  path: "/tasks/{no}",
  access: "tasks.write",
  summary: "Delete a task; interactions forget it.",
  params,
  problems: ["not_found", "stale_version"],
});
