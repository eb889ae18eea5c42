import { sql } from "kysely";
import type { Db } from "#app/database.ts";

/** Takes `count` consecutive keys and returns the first. Gaps are fine, doubles are not (SCALE, rule 7). */
export async function takeBlock(db: Db, series: "contact" | "entry", count: number): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    update number_blocks set next = next + ${count} where series = ${series} returning next - ${count} as first
  `.execute(db);
  return rows[0]!.first;
}

/**
 * Hands out keys one by one from blocks taken in short transactions of their own, so that recording never waits
 * for another recording's transaction to end.
 */
export class BlockAllocator {
  readonly #db: Db;
  readonly #series: "contact" | "entry";
  readonly #size: number;
  #next = 0;
  #end = 0;
  #refill: Promise<void> | null = null;

  /** `db` must be the pool, never a transaction. */
  constructor(db: Db, series: "contact" | "entry", size = 100) {
    this.#db = db;
    this.#series = series;
    this.#size = size;
  }

  async take(): Promise<number> {
    while (this.#next >= this.#end) {
      this.#refill ??= this.#takeBlock();
      await this.#refill;
    }
    return this.#next++;
  }

  async #takeBlock(): Promise<void> {
    try {
      const first = await takeBlock(this.#db, this.#series, this.#size);
      this.#next = first;
      this.#end = first + this.#size;
    } finally {
      this.#refill = null;
    }
  }
}
