import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { getJob, type Job, watchJob } from "#platform/jobs/jobs.contract.ts";
import { call, urlOf } from "./api-client.ts";
import { ProblemError } from "./problem.ts";
import { queryKeyOf } from "./query.ts";
import { forgetJob } from "./tracked-jobs.ts";

export function isOver(job: Pick<Job, "status">): boolean {
  return job.status !== "queued" && job.status !== "running";
}

const jobKey = (id: string) => queryKeyOf(getJob, { params: { id } });

/**
 * Follows a job by server-sent events until it is over. When the stream breaks the browser connects again;
 * the plain question in between keeps the figures right where events are held back.
 */
export function useJob(id: string): Job | undefined {
  const client = useQueryClient();
  const { data, error } = useQuery<Job>({
    queryKey: jobKey(id),
    queryFn: ({ signal }) => call(getJob, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.error || (state.data && isOver(state.data)) ? false : 10_000),
  });
  const isDone = data !== undefined && isOver(data);
  const isGone = error instanceof ProblemError && error.status === 404;

  useEffect(() => {
    if (isDone || isGone) return;
    const events = new EventSource(urlOf(watchJob, { params: { id } }));
    const take = (event: MessageEvent<string>) =>
      client.setQueryData(jobKey(id), JSON.parse(event.data) as Job);
    events.addEventListener("progress", take);
    events.addEventListener("end", take);
    return () => events.close();
  }, [id, client, isDone, isGone]);

  useEffect(() => {
    if (isGone) forgetJob(id);
  }, [id, isGone]);

  return data;
}
