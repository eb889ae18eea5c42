import { randomUUID } from "node:crypto";
import type { HttpRequest } from "../http-client.ts";
import type { CapturedStatement } from "../wire-messages.ts";
import { type Bench, nameOfStatement } from "./measure.ts";

/** What the program did to answer one request that creates interactions. */
export interface CapturedCreation {
  readonly statements: readonly CapturedStatement[];
  readonly firstEntryNo: number;
  /** How many entries it creates. */
  readonly size: number;
  readonly idempotencyKey: string;
}

/** What the program does to answer the request, from its statements. */
export function toCreation(request: HttpRequest, statements: readonly CapturedStatement[]): CapturedCreation {
  const entryNos = statements.flatMap(({ values }) => values.flatMap(entryNosIn));
  if (entryNos.length === 0) throw new Error(`no statement of ${request.path} holds an entry number`);
  return {
    statements,
    firstEntryNo: Math.min(...entryNos),
    size: entryNos.length,
    idempotencyKey: request.headers!["idempotency-key"]!,
  };
}

const entryNoPattern = /"entry_no":(\d+)/g;

function entryNosIn(value: string | Buffer | null): number[] {
  if (typeof value !== "string") return [];
  return [...value.matchAll(entryNoPattern)].map(([, no]) => Number(no));
}

/**
 * Sends the captured statements again, from `begin` to `commit`, with new entry numbers and a new idempotency key:
 * the same rows in the same tables, without the program.
 */
export class Replay {
  readonly #bench: Bench;
  readonly #creations: readonly CapturedCreation[];
  #nextEntryNo: number;
  #turn = 0;

  private constructor(bench: Bench, creations: readonly CapturedCreation[], firstEntryNo: number) {
    this.#bench = bench;
    this.#creations = creations;
    this.#nextEntryNo = firstEntryNo;
  }

  /** Sets numbers aside for so many repetitions, and as many again to warm up. */
  static async prepare(
    bench: Bench,
    creations: readonly CapturedCreation[],
    repetitions: number,
  ): Promise<Replay> {
    const entries = 2 * repetitions * Math.max(...creations.map(({ size }) => size));
    const { rows } = await bench.owner.query<{ first: number }>(
      `update number_blocks set next = next + $1::bigint where series = 'entry' returning next - $1::bigint as first`,
      [entries],
    );
    return new Replay(bench, creations, rows[0]!.first);
  }

  /** Returns how long it took, in milliseconds. */
  async once(): Promise<number> {
    this.#bench.signal.throwIfAborted();
    const creation = this.#creations[this.#turn++ % this.#creations.length]!;
    const statements = this.#renewed(creation);
    const start = performance.now();
    for (const { sql, values } of statements) {
      await this.#bench.owner.query(
        values.length === 0 ? sql : { name: nameOfStatement(sql), text: sql, values: [...values] },
      );
    }
    return performance.now() - start;
  }

  async times(count: number): Promise<number[]> {
    const elapsed: number[] = [];
    for (let done = 0; done < count; done += 1) elapsed.push(await this.once());
    return elapsed;
  }

  #renewed({ statements, firstEntryNo, size, idempotencyKey }: CapturedCreation): CapturedStatement[] {
    const shift = this.#nextEntryNo - firstEntryNo;
    this.#nextEntryNo += size;
    const newKey = randomUUID();
    const renew = (value: string | Buffer | null) => {
      if (typeof value !== "string") return value;
      if (value === idempotencyKey) return newKey;
      return value.replace(entryNoPattern, (_, no) => `"entry_no":${Number(no) + shift}`);
    };
    return statements.map(({ sql, values }) => ({ sql, values: values.map(renew) }));
  }
}
