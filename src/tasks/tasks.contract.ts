import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, enumList, flag, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { taskStatuses, taskTypes } from "./tasks.rules.ts";

/** Contracts of tasks (campaigns §5) as light records: times, teams, attendees and recurrence come with their own rules. */

const written = {
  description: text(100).optional(),
  type: z.enum(taskTypes).nullable().optional(),
  contactNo: code(20).optional(),
  salespersonCode: code(20).optional(),
  campaignNo: code(20).optional(),
  opportunityNo: code(20).optional(),
  date: date().nullable().optional(),
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
const valueProblems = [
  "not_found",
  "date_required",
  "task_date",
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
    "Without `no` its number comes from the series `taskNos`. Its date is today unless said; without salesperson it gets the opportunity's, else the user's, else the contact's. With an opportunity, contact and campaign are the opportunity's unless said (T-3).",
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
