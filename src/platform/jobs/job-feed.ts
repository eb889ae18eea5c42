import type { Db } from "#app/database.ts";
import { isFinal } from "./job-life.rules.ts";
import { findJobRun, type JobRun, listWatchedRuns } from "./job-runs.ts";

export const pollMs = 500;

/** Called with every new state of a job, the present one first; with `null` when the program stops. */
export type JobListener = (run: JobRun | null) => void;

/**
 * Tells watchers how their jobs get on: one statement every half second for all of them together, none while
 * nobody watches. What this program itself changes is told at once.
 */
export class JobFeed {
  readonly #db: Db;
  readonly #listeners = new Map<string, Map<JobListener, string>>();
  #polling = false;
  #closed = false;
  #wake: () => void = () => undefined;
  #isStale = false;

  /** `db` must be the pool, never a transaction. */
  constructor(db: Db) {
    this.#db = db;
  }

  /** Watches a job until the returned function is called. */
  watch(id: string, listener: JobListener): () => void {
    if (this.#closed) {
      queueMicrotask(() => listener(null));
      return () => undefined;
    }
    const ofJob = this.#listeners.get(id) ?? new Map<JobListener, string>();
    ofJob.set(listener, "");
    this.#listeners.set(id, ofJob);
    this.poke();
    if (!this.#polling) void this.#poll();
    return () => {
      ofJob.delete(listener);
      if (ofJob.size === 0 && this.#listeners.get(id) === ofJob) this.#listeners.delete(id);
    };
  }

  /** Looks again at once, because a job was changed here. */
  poke(): void {
    this.#isStale = true;
    this.#wake();
  }

  /**
   * Waits for the end of a job and returns it as it is then, or as it is after `timeoutMs` or when the program
   * stops.
   */
  async waitForEnd(id: string, timeoutMs: number): Promise<JobRun | undefined> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    const unwatch = this.watch(id, (run) => {
      if (run === null || isFinal(run.status)) resolve();
    });
    await promise;
    clearTimeout(timer);
    unwatch();
    return findJobRun(this.#db, id);
  }

  /** Lets every watcher go. */
  close(): void {
    this.#closed = true;
    const listeners = [...this.#listeners.values()].flatMap((ofJob) => [...ofJob.keys()]);
    this.#listeners.clear();
    this.#wake();
    for (const listener of listeners) listener(null);
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    while (this.#listeners.size > 0) {
      this.#isStale = false;
      try {
        this.#tell(await listWatchedRuns(this.#db, [...this.#listeners.keys()]));
      } catch {
        // The database is away: watchers wait until it is back, requests are told so elsewhere.
      }
      if (!this.#isStale) await this.#pause();
    }
    this.#polling = false;
  }

  #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, pollMs);
    this.#wake = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  #tell(runs: readonly JobRun[]): void {
    for (const run of runs) {
      const state = [run.status, run.done, run.total, run.cancel_requested, run.run_token].join();
      for (const [listener, seen] of this.#listeners.get(run.id) ?? []) {
        if (seen === state) continue;
        this.#listeners.get(run.id)?.set(listener, state);
        listener(run);
      }
    }
  }
}
