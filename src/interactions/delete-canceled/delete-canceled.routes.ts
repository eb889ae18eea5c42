import { inTransaction } from "#platform/db/transaction.ts";
import { type Api, serve } from "#platform/http/serve.ts";
import { answerWithJob, enqueue } from "#platform/jobs/index.ts";
import { type DeletedLogEntries, deleteCanceledLogEntries } from "./delete-canceled.contract.ts";
import { deleteCanceled } from "./delete-canceled.job.ts";

export function serveDeleteCanceled(api: Api): void {
  serve(api, deleteCanceledLogEntries, async (call) => {
    const jobId = await inTransaction(call.ctx, (tx) => enqueue(tx, deleteCanceled, { filter: call.body }));
    return answerWithJob<DeletedLogEntries>(api, call, jobId);
  });
}
