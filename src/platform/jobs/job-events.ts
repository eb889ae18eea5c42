import { PassThrough, type Readable } from "node:stream";
import type { JobFeed } from "./job-feed.ts";
import { isFinal } from "./job-life.rules.ts";
import type { JobRun } from "./job-runs.ts";

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;

/** The `Last-Event-ID` of a browser that comes back although it was told the end. */
export const lastEventId = "end";

/** Proxies that hold answers back, or squeeze them, would make the stream arrive all at once. */
export const eventHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/**
 * The life of a job as server-sent events: `progress` with every change, `end` once and last. Comments in between
 * keep idle connections open. The stream ends with the job or with the program; a browser then asks again.
 */
export function jobEvents(feed: JobFeed, id: string, present: (run: JobRun) => object): Readable {
  const stream = new PassThrough();
  stream.write(`retry: ${RECONNECT_MS}\n\n`);
  const heartbeat = setInterval(() => stream.write(": still here\n\n"), HEARTBEAT_MS);
  const unwatch = feed.watch(id, (run) => {
    if (run === null) return stream.end();
    const ended = isFinal(run.status);
    const data = `data: ${JSON.stringify(present(run))}\n\n`;
    stream.write(ended ? `id: ${lastEventId}\nevent: end\n${data}` : `event: progress\n${data}`);
    if (ended) stream.end();
  });
  stream.once("close", () => {
    clearInterval(heartbeat);
    unwatch();
  });
  return stream;
}
