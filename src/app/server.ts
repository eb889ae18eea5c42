import type { Db } from "#app/database.ts";
import type { KeyAllocator } from "#platform/db/number-blocks.ts";
import { toAppError } from "#platform/http/problems.ts";
import type { Api } from "#platform/http/serve.ts";
import { createServer } from "#platform/http/server.ts";
import type { JobHost } from "#platform/jobs/run-job.ts";
import { createSecretBox } from "#platform/secret-box.ts";
import { startCompanyClock } from "#setup/index.ts";
import { authenticate } from "#users/index.ts";
import type { Config } from "./config.ts";
import { constraintErrors } from "./constraints.ts";
import { serveOperations } from "./operations.routes.ts";
import { serveAll } from "./routes.ts";
import { subscribeAll } from "./subscriptions.ts";
import { createTexts } from "./texts.ts";
import { version } from "./version.ts";

export interface AppOptions {
  readonly db: Db;
  readonly keys: KeyAllocator;
  readonly config: Pick<
    Config,
    "baseUrl" | "bodyLimitBytes" | "dataFolder" | "logLevel" | "secret" | "trustProxy" | "uploadLimitBytes"
  >;
  /** The clock; tests hand in their own. */
  readonly now?: () => Date;
  readonly isStopping?: () => boolean;
}

/** The HTTP side, and what background jobs need of the program. */
export interface App extends Api {
  readonly jobHost: JobHost;
}

/** The whole program over an open database; listening and running jobs is the caller's. */
export async function createApp({
  db,
  keys,
  config,
  now,
  isStopping = () => false,
}: AppOptions): Promise<App> {
  subscribeAll();
  const clock = await startCompanyClock(db);
  const api = await createServer({
    db,
    keys,
    translate: createTexts(),
    constraints: constraintErrors,
    secretBox: createSecretBox(config.secret, "idempotent-answers"),
    authenticate: (request) => authenticate(db, request, now?.() ?? new Date()),
    timeZone: clock.timeZone,
    baseUrl: config.baseUrl,
    bodyLimitBytes: config.bodyLimitBytes,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    ...(now && { now }),
  });
  api.server.addHook("onClose", async () => clock.stop());
  serveAll(api, clock, config);
  serveOperations(api, { db, metrics: api.metrics, version, isStopping });
  return { ...api, jobHost: createJobHost(db, keys, api) };
}

function createJobHost(db: Db, keys: KeyAllocator, api: Api): JobHost {
  return {
    db,
    feed: api.jobs,
    contextFor: async (run) => {
      const { time_zone } = await db
        .selectFrom("company_information")
        .select("time_zone")
        .executeTakeFirstOrThrow();
      return { ...run, db, now: new Date(), timeZone: time_zone, keys };
    },
    toAppError: (error) => toAppError(error, constraintErrors),
    log: api.server.log,
  };
}
