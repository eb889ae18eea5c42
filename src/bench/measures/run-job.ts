import { setTimeout as sleep } from "node:timers/promises";
import type { HttpRequest } from "../http-client.ts";
import type { Bench } from "./measure.ts";

const pollMs = 50;

interface JobState<Result> {
  readonly status: string;
  readonly result: Result | null;
}

/**
 * Sends a request that begins a job and waits for its end; fails unless the job succeeds.
 *
 * @param meanwhile done between two looks at the job
 */
export async function runJob<Result>(
  { client, signal }: Bench,
  request: HttpRequest,
  meanwhile: () => Promise<void> = async () => {},
): Promise<{ readonly result: Result; readonly elapsedMs: number }> {
  const start = performance.now();
  const { job } = JSON.parse((await client.send(request)).body) as { job: { id: string } };
  for (;;) {
    signal.throwIfAborted();
    await sleep(pollMs);
    const state = JSON.parse((await client.send({ path: `/jobs/${job.id}` })).body) as JobState<Result>;
    const elapsedMs = performance.now() - start;
    await meanwhile();
    if (state.status === "queued" || state.status === "running") continue;
    if (state.status !== "succeeded" || state.result === null)
      throw new Error(`the job ended so: ${JSON.stringify(state)}`);
    return { result: state.result, elapsedMs };
  }
}
