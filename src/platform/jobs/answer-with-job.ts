import { Conflict } from "../errors.ts";
import { Answer, type Api, type Call } from "../http/serve.ts";
import { KeptError } from "./job-life.rules.ts";
import { findJobRun, type JobRun } from "./job-runs.ts";
import type { JobAccepted } from "./jobs.contract.ts";
import { waitSeconds } from "./prefer.rules.ts";
import { presentAccepted } from "./present-job.ts";

/**
 * Answers a request whose work was queued: 202 with the job, or, where `Prefer: wait=…` asks for it and the job
 * ends in time, 200 with the job's result or the problem it failed with.
 *
 * `Result` is what the handler of the job returns. Call it after {@link enqueue}, in or after its transaction.
 */
export async function answerWithJob<Result>(
  api: Api,
  { ctx, request }: Pick<Call<unknown, unknown, unknown>, "ctx" | "request">,
  jobId: string,
): Promise<Answer<Result | JobAccepted>> {
  const run = await findJobRun(ctx.db, jobId);
  if (!run) throw new Error(`job ${jobId} was not queued`);
  const seconds = waitSeconds(request.headers.prefer);
  if (seconds === 0) return accepted(run);
  return accepted<Result>(run, {
    later: async () => {
      const latest = (await api.jobs.waitForEnd(jobId, seconds * 1000)) ?? run;
      const applied = { "preference-applied": `wait=${seconds}` };
      if (latest.status === "failed" && latest.problem) throw new KeptError(latest.problem);
      if (latest.status === "canceled") throw new Conflict("job_canceled");
      if (latest.status !== "succeeded") return accepted<Result>(latest, { headers: applied });
      return new Answer<Result | JobAccepted>(latest.result as Result, { status: 200, headers: applied });
    },
  });
}

function accepted<Result>(
  run: JobRun,
  options: { headers?: Record<string, string>; later?: () => Promise<Answer<Result | JobAccepted>> } = {},
): Answer<Result | JobAccepted> {
  const { headers, ...others } = options;
  return new Answer<Result | JobAccepted>(presentAccepted(run), {
    status: 202,
    headers: { location: `/api/v1/jobs/${run.id}`, ...headers },
    ...others,
  });
}
