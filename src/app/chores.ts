import type { Context, Db } from "#app/database.ts";
import { deleteOldIdempotencyKeys, deleteOldJobRuns } from "#platform/jobs/housekeeping.ts";
import type { Chore } from "#platform/jobs/start-worker.ts";
import { deleteExpiredSessions } from "#users/index.ts";
import { systemContext } from "./system-context.ts";

/** What is tidied up once an hour. Each may run twice without harm. */
const housekeeping: readonly ((ctx: Context) => Promise<void>)[] = [
  ({ db }) => deleteOldIdempotencyKeys(db),
  ({ db }) => deleteOldJobRuns(db),
  deleteExpiredSessions,
];

export function chores(db: Db): readonly Chore[] {
  return [
    {
      name: "housekeeping",
      when: "23 * * * *",
      async run() {
        const ctx = await systemContext(db);
        for (const tidy of housekeeping) await tidy(ctx);
      },
    },
  ];
}
