import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, date, flag, integerParameter } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { LogEntry, RecordedInteraction, recordingProblems } from "../log-entry.contract.ts";
import { Delivery, DraftInput } from "./drafts.contract.ts";

/** Contracts of postponed interactions (interactions, sections 4 and 8.3). */

const entryPath = z.object({ entryNo: integerParameter(1, Number.MAX_SAFE_INTEGER) });

export const listPostponed = endpoint({
  id: "listPostponedInteractions",
  method: "GET",
  path: "/postponed-interactions",
  access: "interactions.read",
  summary: "Interactions that were kept for later: the caller's own, with `all=true` everybody's.",
  query: listQuery(["date", "entryNo"], {
    all: flag().optional(),
    contactNo: codeList().optional(),
    contactCompanyNo: codeList().optional(),
    interactionTemplateCode: codeList().optional(),
    salespersonCode: codeList().optional(),
    dateFrom: date().optional(),
    dateTo: date().optional(),
  }),
  result: listOf(LogEntry),
});

export const getPostponed = endpoint({
  id: "getPostponedInteraction",
  method: "GET",
  path: "/postponed-interactions/{entryNo}",
  access: "interactions.read",
  summary: "One postponed interaction.",
  params: entryPath,
  result: LogEntry,
});

export const changePostponed = endpoint({
  id: "changePostponedInteraction",
  method: "PATCH",
  path: "/postponed-interactions/{entryNo}",
  access: "interactions.write",
  summary: "Save a postponed interaction again.",
  description:
    "Its contact, salesperson, campaign, opportunity and task are fixed as soon as it has them. `comments` replaces all of its comments. Those of others take the right `interactions.delete`.",
  params: entryPath,
  body: DraftInput.omit({ step: true, contactName: true, dialContact: true }).meta({
    id: "PostponedInteractionChange",
  }),
  result: LogEntry,
  problems: ["field_fixed", "interaction_not_postponed", "not_found"],
});

export const finishPostponed = endpoint({
  id: "finishPostponedInteraction",
  method: "POST",
  path: "/postponed-interactions/{entryNo}/finish",
  access: "interactions.write",
  summary: "Log a postponed interaction with today's date; it keeps its number.",
  params: entryPath,
  body: Delivery,
  result: RecordedInteraction,
  problems: ["interaction_not_postponed", ...recordingProblems],
});

export const deletePostponed = endpoint({
  id: "deletePostponedInteraction",
  method: "DELETE",
  path: "/postponed-interactions/{entryNo}",
  access: "interactions.write",
  summary: "Delete a postponed interaction; one of somebody else takes the right `interactions.delete`.",
  params: entryPath,
  problems: ["interaction_not_postponed"],
});
