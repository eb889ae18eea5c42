import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { TransactionContext } from "../db/transaction.ts";
import type { JobProgress, JobResult } from "./define-job.ts";
import { JobStopped } from "./job-life.rules.ts";
import { endRun, writeProgress } from "./job-runs.ts";

const writeEveryMs = 250;

/** The progress of one run: keeps the latest figure and writes it at most four times a second. */
export class RunProgress implements JobProgress {
  readonly signal: AbortSignal;
  readonly #db: Db;
  readonly #id: string;
  readonly #token: string;
  readonly #changed: () => void;
  #latest: { done: number; total: number | null } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #lastWriteAt = 0;
  #ended = false;

  constructor(options: { db: Db; id: string; token: string; signal: AbortSignal; changed: () => void }) {
    this.#db = options.db;
    this.#id = options.id;
    this.#token = options.token;
    this.#changed = options.changed;
    this.signal = options.signal;
  }

  /** The last figure that was set. */
  get done(): number | null {
    return this.#latest?.done ?? null;
  }

  set(done: number, total?: number): void {
    this.#latest = { done, total: total ?? this.#latest?.total ?? null };
    if (this.#ended || this.#timer) return;
    const wait = Math.max(0, this.#lastWriteAt + writeEveryMs - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#lastWriteAt = Date.now();
      this.#writing = this.#write();
    }, wait);
  }

  throwIfCanceled(): void {
    this.signal.throwIfAborted();
  }

  async succeedIn(ctx: TransactionContext, result?: JobResult): Promise<void> {
    this.throwIfCanceled();
    await this.stop();
    const { rows } = await sql<{ cancel_requested: boolean }>`
      select cancel_requested from job_runs where id = ${this.#id} for update`.execute(ctx.db);
    if (rows[0]?.cancel_requested) throw new JobStopped("canceled");
    const end = { status: "succeeded", result: result ?? null, done: this.done } as const;
    if (!(await endRun(ctx.db, this.#id, this.#token, end))) throw new JobStopped("taken_over");
  }

  /** Writes the last figure; none is written after it. */
  async stop(): Promise<void> {
    this.#ended = true;
    await this.#writing;
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    await this.#write();
  }

  async #write(): Promise<void> {
    try {
      if (this.#latest && (await writeProgress(this.#db, this.#id, this.#token, this.#latest)))
        this.#changed();
    } catch {
      // Only the figure is lost; when the database is away, the handler's own statements say so.
    }
  }
}
