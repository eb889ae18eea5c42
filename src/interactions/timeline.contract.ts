import { z } from "zod";
import { opportunityFigures } from "#opportunities/figures.contract.ts";
import { Opportunity } from "#opportunities/opportunities.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, enumList, flag } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { Task } from "#tasks/tasks.contract.ts";
import { evaluations } from "./lifecycle.rules.ts";
import { LogEntry } from "./log-entry.contract.ts";

/** Contracts of what a contact page shows of interactions: timeline and statistics. */

const contactPath = z.object({ no: code(20) });

export const timelineKinds = ["interaction", "task", "opportunity"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One thing on a timeline; all of them have a `date`: when it happened, is due, or was created. */
export const TimelineItem = z
  .discriminatedUnion("kind", [
    LogEntry.extend({ kind: z.literal("interaction") }).meta({ id: "TimelineInteraction" }),
    Task.extend({ kind: z.literal("task") }).meta({ id: "TimelineTask" }),
    Opportunity.extend({ kind: z.literal("opportunity"), date: z.string() }).meta({
      id: "TimelineOpportunity",
    }),
  ])
  .meta({ id: "TimelineItem" });
export type TimelineItem = z.output<typeof TimelineItem>;

export const getTimeline = endpoint({
  id: "getContactTimeline",
  method: "GET",
  path: "/contacts/{no}/timeline",
  access: "interactions.read",
  summary:
    "A contact's interactions, tasks and opportunities, newest first; with a company also those of its people.",
  description:
    "Only kinds that the caller may read. A person's timeline keeps what stayed with former companies (`formerContactNo`). Template, group, evaluation and `canceled=true` are found with interactions alone; what was corrected is in it only with `canceled=true`.",
  params: contactPath,
  query: listQuery(["date"], {
    kind: enumList(timelineKinds).optional(),
    search: z.string().max(200).optional(),
    interactionTemplateCode: codeList().optional(),
    interactionGroupCode: codeList().optional(),
    salespersonCode: codeList().optional(),
    evaluation: enumList(evaluations).optional(),
    campaignNo: codeList().optional(),
    contactNo: codeList().optional(),
    canceled: flag().optional(),
    dateFrom: date().optional(),
    dateTo: date().optional(),
  }),
  result: listOf(TimelineItem),
});

/** Sums over interactions that are neither canceled nor postponed (interactions, section 13). */
export const ContactStatistics = z
  .object({
    noOfInteractions: z.int(),
    cost: z.number(),
    durationMin: z.int(),
    dateOfLastInteraction: z.string().nullable(),
    lastDateAttempted: z.string().nullable(),
    /** How many interactions have which evaluation. */
    evaluations: z.object(
      Object.fromEntries(evaluations.map((value) => [value, z.int()])) as Record<
        (typeof evaluations)[number],
        z.ZodInt
      >,
    ),
    /** The day of the earliest open task; of a company its people's too. */
    nextTaskDate: z.string().nullable(),
    /** Those that are expected to be closed in the period; of a company its people's too. */
    ...opportunityFigures,
    noOfMailingGroups: z.int(),
    /** Of a person those of its company. */
    noOfIndustryGroups: z.int(),
    noOfJobResponsibilities: z.int(),
    /** Its own and its company's. */
    noOfBusinessRelations: z.int(),
    /** Possible duplicates that nobody has marked separate. */
    noOfDuplicates: z.int(),
    hasComment: z.boolean(),
    /** The last twelve calendar months, oldest first. */
    months: z.array(z.object({ month: z.string(), noOfInteractions: z.int() })),
  })
  .meta({ id: "ContactStatistics" });
export type ContactStatistics = z.output<typeof ContactStatistics>;

export const getContactStatistics = endpoint({
  id: "getContactStatistics",
  method: "GET",
  path: "/contacts/{no}/statistics",
  access: "interactions.read",
  summary:
    "Number, cost and duration of a contact's interactions, its last dates, the last twelve months, its next task, opportunities and groups.",
  description:
    "A person counts its own interactions within its company, a company all with it and its people. Dates are inclusive.",
  params: contactPath,
  query: z.strictObject({ dateFrom: date().optional(), dateTo: date().optional() }),
  result: ContactStatistics,
});
