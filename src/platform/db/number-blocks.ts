import { sql } from "kysely";
import type { Db } from "#app/database.ts";

/** Series of keys for the tables that have no sequence of their own (SCALE, rule 7). */
export type KeySeries = "attachment" | "contact" | "entry" | "party" | "profileChange" | "syncLog";

/** Takes `count` consecutive keys and returns the first. Gaps are fine, doubles are not. */
export async function takeBlock(db: Db, series: KeySeries, count: number): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    update number_blocks set next = next + ${count} where series = ${series} returning next - ${count} as first
  `.execute(db);
  return rows[0]!.first;
}

/** Blocks this size are taken ahead; larger wishes get a block of their own. */
const aheadSize = 100;

/**
 * Hands out keys from blocks taken in short transactions of their own, so that recording never waits for another
 * recording's transaction to end.
 */
export class KeyAllocator {
  readonly #db: Db;
  readonly #ahead = new Map<KeySeries, { next: number; end: number }>();
  readonly #refills = new Map<KeySeries, Promise<void>>();

  /**
   * `db` must not be a transaction. Beside many recordings it must be a connection of its own: each of them waits
   * for its keys while it holds a connection, and together they may hold all of a pool.
   */
  constructor(db: Db) {
    this.#db = db;
  }

  /** The first of `count` consecutive keys. */
  async take(series: KeySeries, count = 1): Promise<number> {
    if (count > aheadSize) return takeBlock(this.#db, series, count);
    for (;;) {
      const block = this.#ahead.get(series);
      if (block && block.end - block.next >= count) {
        block.next += count;
        return block.next - count;
      }
      await this.#refill(series);
    }
  }

  #refill(series: KeySeries): Promise<void> {
    let refill = this.#refills.get(series);
    if (!refill) {
      refill = takeBlock(this.#db, series, aheadSize)
        .then((first) => {
          this.#ahead.set(series, { next: first, end: first + aheadSize });
        })
        .finally(() => this.#refills.delete(series));
      this.#refills.set(series, refill);
    }
    return refill;
  }
}
