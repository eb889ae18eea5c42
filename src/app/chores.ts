import { forgetOldChanges } from "#address-book/index.ts";
import type { Context, Db } from "#app/database.ts";
import { tidyAttachments } from "#attachments/index.ts";
import { forgetOldMerges } from "#contacts/index.ts";
import { deleteOldImports } from "#imports/index.ts";
import { deleteOldDrafts } from "#interactions/index.ts";
import { deleteOldSyncLog } from "#parties/index.ts";
import { deleteOldIdempotencyKeys, deleteOldJobRuns } from "#platform/jobs/housekeeping.ts";
import type { Chore } from "#platform/jobs/start-worker.ts";
import { deleteOldExports, orderNightlyRetention } from "#privacy/index.ts";
import { deleteOldProfileChanges, orderScheduledClassification } from "#questionnaires/index.ts";
import { refreshSums } from "#statistics/index.ts";
import { deleteExpiredSessions } from "#users/index.ts";
import type { Config } from "./config.ts";
import { systemContext } from "./system-context.ts";

type ChoresConfig = Pick<Config, "dataFolder">;

/** What is tidied up once an hour. Each may run twice without harm. */
const housekeeping: readonly ((ctx: Context, config: ChoresConfig) => Promise<void>)[] = [
  ({ db }) => deleteOldIdempotencyKeys(db),
  ({ db }) => deleteOldJobRuns(db),
  deleteExpiredSessions,
  (ctx, { dataFolder }) => deleteOldImports(ctx, dataFolder),
  (ctx, { dataFolder }) => tidyAttachments(ctx, dataFolder),
  (ctx, { dataFolder }) => deleteOldExports(ctx, dataFolder),
  deleteOldDrafts,
  forgetOldMerges,
  forgetOldChanges,
  deleteOldSyncLog,
  deleteOldProfileChanges,
];

export function chores(db: Db, config: ChoresConfig): readonly Chore[] {
  return [
    {
      name: "housekeeping",
      when: "23 * * * *",
      async run() {
        const ctx = await systemContext(db);
        for (const tidy of housekeeping) await tidy(ctx, config);
      },
    },
    {
      name: "classification",
      when: "1 * * * *",
      run: async () => orderScheduledClassification(await systemContext(db)),
    },
    {
      name: "retention",
      when: "47 1 * * *",
      run: async () => orderNightlyRetention(await systemContext(db)),
    },
    { name: "statistics", when: "* * * * *", run: () => refreshSums(db) },
  ];
}
