import { setTimeout as sleep } from "node:timers/promises";
import type { Layout } from "./layout.ts";
import { servesCluster } from "./postmaster.ts";
import { ensureRunning, inTransition, type Running } from "./supervisor.ts";

const LOOK_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Starts PostgreSQL again, on the same port, whenever it is gone; pauses grow while that fails. */
export function keepAlive(
  layout: Layout,
  running: Running,
  log: (line: string) => void,
): { end(): Promise<void> } {
  const ending = new AbortController();
  const watching = watch();
  return {
    async end() {
      ending.abort();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let pid = running.pid;
    let pauseMs = LOOK_MS;
    while (await pause(pauseMs, ending.signal)) {
      if (await servesCluster(pid, layout.cluster)) continue;
      log("PostgreSQL is gone and is started again");
      try {
        pid = (await inTransition(layout, () => ensureRunning(layout, log, running.port))).pid;
        pauseMs = LOOK_MS;
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        log(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}

/** False when the pause was cut short. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, true, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
