import type { JobWork } from "./define-job.ts";
import type { JobHost } from "./run-job.ts";
import { type JobWorker, startWorker, type WorkerOptions } from "./start-worker.ts";

/** Runs jobs beside a server under test; stop it before the server is closed. */
export function startTestWorker(
  app: { readonly url: string; readonly api: { readonly jobHost: JobHost } },
  works: readonly JobWork[],
  options: Partial<WorkerOptions> = {},
): JobWorker {
  return startWorker({ host: app.api.jobHost, works, ownerUrl: app.url, recoverAfterMs: 0, ...options });
}
