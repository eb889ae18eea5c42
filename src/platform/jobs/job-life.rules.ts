import { AppError } from "../errors.ts";
import type { JobProblem, JobStatus } from "../platform.tables.ts";

/** Decides what becomes of a job: pure, so that every way a job can go wrong is a line in a test. */

/** A repeatable job that fails this often for unexpected reasons is given up. */
export const maximumAttempts = 5;

export const finalStatuses: readonly JobStatus[] = ["succeeded", "failed", "canceled"];

export function isFinal(status: JobStatus): boolean {
  return finalStatuses.includes(status);
}

/** Thrown in a handler that was asked to stop, and the reason its signal is aborted with. */
export class JobStopped extends Error {
  /** `canceled` by somebody; `stopping`: the program ends; `taken_over`: another program runs the job now. */
  readonly because: "canceled" | "stopping" | "taken_over";

  constructor(because: JobStopped["because"]) {
    super(`job stopped: ${because}`);
    this.because = because;
  }
}

export type StartDecision =
  | { readonly does: "run" }
  /** It has ended already, for example canceled while it waited. */
  | { readonly does: "nothing" }
  | { readonly does: "end"; readonly status: "failed" | "canceled"; readonly problem: JobProblem | null };

/** What to do with a job that the queue hands out; `running` means that an earlier run was cut off. */
export function decideStart(
  run: { status: JobStatus; attempts: number; cancel_requested: boolean },
  isRepeatable: boolean,
): StartDecision {
  if (isFinal(run.status)) return { does: "nothing" };
  if (run.cancel_requested) return { does: "end", status: "canceled", problem: null };
  const wasCutOff = run.status === "running";
  if (wasCutOff && (!isRepeatable || run.attempts >= maximumAttempts)) {
    return { does: "end", status: "failed", problem: problemOf("job_interrupted") };
  }
  return { does: "run" };
}

export type FailureDecision =
  | { readonly status: "canceled" }
  | { readonly status: "failed"; readonly problem: JobProblem }
  /** Back into the queue; `counts` as an attempt unless the job was only handed back. */
  | { readonly status: "queued"; readonly counts: boolean }
  /** The row belongs to another run: leave it alone. */
  | { readonly status: "taken_over" };

/** What becomes of a job whose handler threw. */
export function decideFailure(error: unknown, attempts: number, isRepeatable: boolean): FailureDecision {
  if (error instanceof JobStopped) {
    if (error.because === "canceled") return { status: "canceled" };
    if (error.because === "taken_over") return { status: "taken_over" };
    return isRepeatable
      ? { status: "queued", counts: false }
      : { status: "failed", problem: problemOf("job_interrupted") };
  }
  const mayPass = !(error instanceof AppError) || error.status === 503;
  if (mayPass && isRepeatable && attempts < maximumAttempts) return { status: "queued", counts: true };
  return { status: "failed", problem: toJobProblem(error) };
}

/** What is kept of an error: of one we do not know, nothing but that it was unexpected. */
export function toJobProblem(error: unknown): JobProblem {
  if (!(error instanceof AppError)) return problemOf("unexpected", 500);
  const { code, status, values, fieldErrors } = error;
  return { code, status, values, fieldErrors };
}

function problemOf(code: string, status = 409): JobProblem {
  return { code, status, values: {}, fieldErrors: [] };
}

/** The error that a job ended with, as it was thrown. */
export class KeptError extends AppError {
  readonly status: number;

  constructor(problem: JobProblem) {
    super(problem.code, problem.values, problem.fieldErrors);
    this.status = problem.status;
  }
}
