import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { call, type ResultOf } from "./api-client.ts";
import { ProblemError } from "./problem.ts";
import { readSetting, useSetting, writeSetting } from "./stored-setting.ts";

const Job = z.object({
  id: z.string(),
  status: z.enum(["queued", "running", "succeeded", "failed", "canceled"]),
  done: z.number(),
  total: z.number().nullable(),
});

export const getJob = endpoint({
  id: "getJob",
  method: "GET",
  path: "/jobs/{id}",
  access: "signedIn",
  summary: "How far long work is",
  params: z.object({ id: z.string() }),
  result: Job,
});

export const cancelJob = endpoint({
  id: "cancelJob",
  method: "POST",
  path: "/jobs/{id}/cancel",
  access: "signedIn",
  summary: "Stop long work before its point of no return",
  params: z.object({ id: z.string() }),
  result: Job,
});

/** How far long work is. */
export type JobView = ResultOf<typeof getJob>;

export function isOver(job: Pick<JobView, "status">): boolean {
  return job.status !== "queued" && job.status !== "running";
}

const jobKey = (id: string) => ["jobs", "getJob", id] as const;

/**
 * Follows a job by server-sent events until it is over. When the stream breaks the browser connects again;
 * the plain question in between keeps the figures right where events are held back.
 */
export function useJob(id: string): JobView | undefined {
  const client = useQueryClient();
  const { data, error } = useQuery<JobView>({
    queryKey: jobKey(id),
    queryFn: ({ signal }) => call(getJob, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.error || (state.data && isOver(state.data)) ? false : 10_000),
  });
  const isDone = data !== undefined && isOver(data);
  const isGone = error instanceof ProblemError && error.status === 404;

  useEffect(() => {
    if (isDone || isGone) return;
    const events = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
    const take = (event: MessageEvent<string>) =>
      client.setQueryData(jobKey(id), JSON.parse(event.data) as JobView);
    events.addEventListener("message", take);
    events.addEventListener("progress", take);
    return () => events.close();
  }, [id, client, isDone, isGone]);

  useEffect(() => {
    if (isGone) forgetJob(id);
  }, [id, isGone]);

  return data;
}

/** A job that was started in this browser, so that it is found again after leaving its page. */
export interface TrackedJob {
  readonly id: string;
  /** What is being done, in the words of the moment it was started. */
  readonly title: string;
  /** Where its result is seen. */
  readonly href?: string;
}

const trackedSetting = "jobs";
const none: readonly TrackedJob[] = [];

/** Keeps a job in the top bar until it is removed there. */
export function trackJob(job: TrackedJob): void {
  const others = readSetting<readonly TrackedJob[]>(trackedSetting, none).filter(({ id }) => id !== job.id);
  writeSetting(trackedSetting, [job, ...others].slice(0, 10));
}

export function forgetJob(id: string): void {
  writeSetting(
    trackedSetting,
    readSetting<readonly TrackedJob[]>(trackedSetting, none).filter((job) => job.id !== id),
  );
}

export function useTrackedJobs(): readonly TrackedJob[] {
  return useSetting<readonly TrackedJob[]>(trackedSetting, none)[0];
}
