import type { Context } from "#app/database.ts";
import { recordChange } from "../audit/audit.ts";
import { inTransaction } from "../db/transaction.ts";
import { Conflict } from "../errors.ts";
import type { JobRun } from "./job-runs.ts";
import { getVisibleJob } from "./jobs.queries.ts";

/** Ends a job that waits, and asks one that runs to stop. */
export function cancelJob(ctx: Context, id: string): Promise<JobRun> {
  return inTransaction(ctx, async (tx) => {
    await getVisibleJob(tx, id);
    const canceled = await tx.db
      .updateTable("job_runs")
      .set((eb) => ({
        cancel_requested: true,
        status: eb
          .case()
          .when("status", "=", "queued")
          .then("canceled" as const)
          .else(eb.ref("status"))
          .end(),
        finished_at: eb.case().when("status", "=", "queued").then(eb.fn<string>("now", [])).end(),
      }))
      .where("id", "=", id)
      .where("status", "in", ["queued", "running"])
      .returningAll()
      .executeTakeFirst();
    if (!canceled) throw new Conflict("job_not_cancelable");
    await recordChange(tx, {
      action: "job.canceled",
      resource: "jobs",
      key: id,
      changes: { kind: canceled.kind },
    });
    return canceled;
  });
}
