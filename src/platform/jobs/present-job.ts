import type { Language } from "../context.ts";
import { toProblem } from "../http/problems.ts";
import type { Translator } from "../i18n/translate.ts";
import { KeptError } from "./job-life.rules.ts";
import type { JobRun } from "./job-runs.ts";
import type { Job, JobAccepted } from "./jobs.contract.ts";

/** A job as the API shows it; a problem in the reader's language. */
export function presentJob(run: JobRun, language: Language, t: Translator): Job {
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    done: run.done,
    total: run.total,
    result: run.result,
    problem: run.problem && (toProblem(new KeptError(run.problem), language, t) as Job["problem"]),
    cancelRequested: run.cancel_requested,
    createdBy: run.actor,
    createdAt: run.created_at,
    startedAt: run.started_at,
    finishedAt: run.finished_at,
  };
}

export function presentAccepted({ id, status, done, total }: JobRun): JobAccepted {
  return { job: { id, status, done, total } };
}
