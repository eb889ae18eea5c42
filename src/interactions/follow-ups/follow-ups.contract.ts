import { z } from "zod";
import { Opportunity } from "#opportunities/opportunities.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, integerParameter, text } from "#platform/http/fields.ts";
import { Task, timeProblems, writtenTimes } from "#tasks/tasks.contract.ts";

/** What is made of an entry of the log: an opportunity or a task (interactions §8.3). */

const params = z.object({ entryNo: integerParameter(1, Number.MAX_SAFE_INTEGER) });

export const createOpportunityOfEntry = endpoint({
  id: "createOpportunityOfLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/create-opportunity",
  access: "opportunities.write",
  summary: "Create an opportunity from an entry and link the entry to it.",
  description:
    "Copies description, salesperson, contact, company, campaign, segment and comments (campaigns O-5); the body says what is to be otherwise.",
  params,
  body: z
    .strictObject({
      description: text(100).optional(),
      salespersonCode: code(20).optional(),
      salesCycleCode: code(10).optional(),
    })
    .default({})
    .meta({ id: "OpportunityOfLogEntry" }),
  result: Opportunity,
  status: 201,
  problems: [
    "not_found",
    "interaction_canceled",
    "opportunity_already_linked",
    "contact_required",
    "contact_privacy_blocked",
    "salesperson_required",
    "setup_missing",
  ],
});

export const createTaskOfEntry = endpoint({
  id: "createTaskOfLogEntry",
  method: "POST",
  path: "/interaction-log-entries/{entryNo}/create-task",
  access: "tasks.write",
  summary: "Create a task from an entry: its contact, salesperson, campaign and description unless said.",
  params,
  body: z
    .strictObject({
      description: text(100).optional(),
      ...writtenTimes,
      salespersonCode: code(20).optional(),
    })
    .default({})
    .meta({ id: "TaskOfLogEntry" }),
  result: Task,
  status: 201,
  problems: [
    "not_found",
    "contact_privacy_blocked",
    "description_required",
    "salesperson_required",
    ...timeProblems,
    "setup_missing",
  ],
});
