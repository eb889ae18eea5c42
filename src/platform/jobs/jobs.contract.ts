import { z } from "zod";
import { endpoint } from "../http/endpoint.ts";
import { enumList } from "../http/fields.ts";
import { listOf, listQuery } from "../http/list-contract.ts";

export const jobStatuses = ["queued", "running", "succeeded", "failed", "canceled"] as const;

/** Work that goes on after the answer. */
export const Job = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    status: z.enum(jobStatuses),
    done: z.number().int().describe("How much is done, in units of the job's own"),
    total: z.number().int().nullable().describe("Of how much; null where that is not known"),
    result: z.record(z.string(), z.unknown()).nullable().describe("What a job that succeeded answers"),
    problem: z
      .object({
        type: z.string(),
        title: z.string(),
        status: z.number().int(),
        detail: z.string(),
        code: z.string(),
        values: z.record(z.string(), z.unknown()).optional(),
        errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
      })
      .nullable()
      .describe("Why it failed, in the caller's language"),
    cancelRequested: z.boolean(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.infer<typeof Job>;

/** Answer 202 of an endpoint whose work goes on as a job. */
export const JobAccepted = z
  .object({ job: Job.pick({ id: true, status: true, done: true, total: true }) })
  .meta({ id: "JobAccepted" });
export type JobAccepted = z.infer<typeof JobAccepted>;

const params = z.strictObject({ id: z.uuid() });

export const listJobs = endpoint({
  id: "listJobs",
  method: "GET",
  path: "/jobs",
  access: "signedIn",
  summary: "Lists your own jobs, newest first.",
  query: listQuery(["createdAt"], {
    status: enumList(jobStatuses).optional(),
    kind: z.string().max(100).optional(),
  }),
  result: listOf(Job),
});

export const getJob = endpoint({
  id: "getJob",
  method: "GET",
  path: "/jobs/{id}",
  access: "signedIn",
  summary: "Tells how a job gets on.",
  description: "Your own jobs; those of others with the right jobs.run.",
  params,
  result: Job,
  problems: ["job_not_found"],
});

export const cancelJob = endpoint({
  id: "cancelJob",
  method: "POST",
  path: "/jobs/{id}/cancel",
  access: "signedIn",
  summary: "Cancels a job.",
  description: "One that waits never starts; one that runs stops at the next place where that does no harm.",
  params,
  result: Job,
  problems: ["job_not_found", "job_not_cancelable"],
});

export const watchJob = endpoint({
  id: "watchJob",
  method: "GET",
  path: "/jobs/{id}/events",
  access: "signedIn",
  summary: "Reports a job's progress as server-sent events.",
  description:
    "Events `progress` and, once the job has ended, `end`; the data of both is the job. The stream ends with the job.",
  params,
  produces: ["text/event-stream"],
  problems: ["job_not_found"],
});
