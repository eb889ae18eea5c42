import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startWorker } from "#platform/jobs/start-worker.ts";
import { chores } from "./chores.ts";
import { type Config, readConfig } from "./config.ts";
import { fillEmptyDatabase, firstSignIn } from "./first-start.ts";
import { jobWorks } from "./jobs.ts";
import { openProgramDatabase, type ProgramDatabase } from "./program-database.ts";
import { note, print, publicUrl } from "./run-command.ts";
import { type App, createApp } from "./server.ts";
import { systemContext } from "./system-context.ts";
import { serveWebUi } from "./web-ui.ts";

/** How long requests and jobs that are under way may take when the program stops. */
const DRAIN_MS = 10_000;

/** A server that answers. */
export interface RunningServer {
  /** Where people reach it. */
  readonly url: string;
  /** Lets requests and jobs end, then stops everything, the embedded database last. */
  stop(): Promise<void>;
}

/** `rapport start`: serves until a signal tells it to stop; a second signal ends it at once. */
export async function runServer(): Promise<void> {
  const signal = firstSignal();
  // A promise that nobody waited for must not take the server down with it.
  process.on("unhandledRejection", (reason) =>
    note(`unexpected: ${reason instanceof Error ? reason.stack : reason}`),
  );
  const server = await startServer(readConfig(process.env));
  note(`${await signal}: stopping`);
  await server.stop();
  process.exit(0);
}

function firstSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let stopping = false;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      if (stopping) process.exit(1);
      stopping = true;
      resolve(name);
    });
  }
  return promise;
}

/** Starts the database, the HTTP side and the jobs; what was started is stopped again when a later step fails. */
export async function startServer(config: Config): Promise<RunningServer> {
  let app: App | null = null;
  let isStopping = false;
  const database = await openProgramDatabase(config, {
    owner: "server",
    migrate: true,
    note,
    onPoolError: (error) => {
      if (!isStopping) app?.server.log.warn({ err: error }, "a database connection broke");
    },
  });
  try {
    if (await fillEmptyDatabase(await systemContext(database.db), config.wantsDemo))
      note("demo company created");
    app = await createApp({ db: database.db, keys: database.keys, config, isStopping: () => isStopping });
    if (!(await serveWebUi(app))) note("the web UI is not built (npm run build:web); only the API is served");
    const url = await listen(app, config);
    const worker = startWorker({
      host: app.jobHost,
      works: jobWorks(config),
      chores: chores(database.db, config),
      ownerUrl: database.ownerUrl,
    });
    await welcome(database, url);

    const running = app;
    return {
      url,
      async stop() {
        isStopping = true;
        await Promise.all([drain(running), worker.stop(DRAIN_MS)]);
        await database.close();
      },
    };
  } catch (error) {
    await app?.server.close();
    await database.close();
    throw error;
  }
}

/** Returns the address people use; the port may have been left to the system. */
async function listen(app: App, config: Config): Promise<string> {
  await app.server.listen({ host: config.host, port: config.port, listenTextResolver: () => "listening" });
  const { port } = app.server.server.address() as AddressInfo;
  return publicUrl({ ...config, port });
}

async function welcome({ db }: ProgramDatabase, url: string): Promise<void> {
  const link = await firstSignIn(await systemContext(db), url);
  print(`Rapport is running at ${url}`);
  if (link) print(`Set the administrator's password by this link, which works once: ${link}`);
}

async function drain(app: App): Promise<void> {
  const closed = app.server.close();
  const timeout = new AbortController();
  const isLate = sleep(DRAIN_MS, true, { signal: timeout.signal }).catch(() => false);
  if (await Promise.race([closed.then(() => false), isLate])) app.server.server.closeAllConnections();
  await closed;
  timeout.abort();
}
