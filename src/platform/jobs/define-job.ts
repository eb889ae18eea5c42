import type { Context } from "#app/database.ts";
import type { TransactionContext } from "../db/transaction.ts";
import type { Output, Schema } from "../http/endpoint.ts";

/** A kind of background work and the shape of what it needs to know: ids, not data. */
export interface JobDefinition<P extends Schema = Schema> {
  /** Stands in the history for good, such as `contacts.import`. */
  readonly kind: string;
  readonly payload: P;
  /**
   * Running it twice does no harm. After a crash, a lost database or an unexpected error such a job starts again;
   * any other has then failed, because nobody can tell how far it came.
   */
  readonly isRepeatable: boolean;
}

/** What a job answers when it is done; kept as JSON. */
export type JobResult = Readonly<Record<string, unknown>>;

/** How a handler tells how far it is, and learns that it should stop. */
export interface JobProgress {
  /** Says how much is done, of how much. Cheap: call it for every row, at most four a second are written. */
  set(done: number, total?: number): void;
  /** Throws when somebody canceled the job or the program is stopping; call it where stopping does no harm. */
  throwIfCanceled(): void;
  /** Aborted at the same moments, for calls that take a signal. */
  readonly signal: AbortSignal;
  /**
   * Declares success within the handler's own transaction: the work and its success commit together, so that a
   * crash leaves both or neither. The point of no return: throws when the job was canceled before.
   */
  succeedIn(ctx: TransactionContext, result?: JobResult): Promise<void>;
}

export type JobHandler<P extends Schema> = (
  ctx: Context,
  payload: Output<P>,
  progress: JobProgress,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a result needs no return
) => Promise<JobResult | void>;

/** A definition and what is done about it. */
export interface JobWork<P extends Schema = Schema> {
  readonly definition: JobDefinition<P>;
  readonly handler: JobHandler<P>;
}

/** Declares a kind of job; browsers and routes may know it without its handler. */
export function job<P extends Schema>(
  kind: string,
  payload: P,
  options: { isRepeatable?: boolean } = {},
): JobDefinition<P> {
  return { kind, payload, isRepeatable: options.isRepeatable ?? false };
}

/** Gives a definition its handler; `src/app/jobs.ts` lists them all. */
export function work<P extends Schema>(definition: JobDefinition<P>, handler: JobHandler<P>): JobWork {
  return { definition, handler } as unknown as JobWork;
}
