/**
 * Finds which companies may share enough search strings, without comparing each with each. Pure.
 *
 * Two companies that share at least `needed` strings share one of any `strings − needed + 1` strings of the first. So
 * only those are looked at who have one of its rarest strings; a city that thousands have is never gone through. Strings
 * are known by hashes here: two different ones may look the same, so an answer may be one too many, but never one
 * too few.
 */
export class CandidateFinder {
  /** Ids of the companies, ascending. */
  readonly ids: readonly number[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #rowCount: number;
  /** One row of hashes per company; 0: the company has no such string. */
  readonly #hashes: Int32Array;
  readonly #holders: Holders[] = [];
  /** Who was already looked at for the company of that number. */
  readonly #seenFor: Int32Array;

  /**
   * `hashes`: per company, in the order of the ids, `rowCount` hashes; 0 where it has no string. Each row is to be
   * indexed before anybody is looked for.
   */
  constructor(ids: readonly number[], rowCount: number, hashes: Int32Array) {
    this.ids = ids;
    this.#places = new Map(ids.map((id, place) => [id, place]));
    this.#rowCount = rowCount;
    this.#hashes = hashes;
    this.#seenFor = new Int32Array(ids.length).fill(-1);
  }

  /** Remembers who has which string of one row; apart, so that many companies do not keep others waiting. */
  indexRow(row: number): void {
    this.#holders[row] = holdersOf(this.#hashes, this.#rowCount, row);
  }

  /** Where a company stands in `ids`; none without a string. */
  placeOf(id: number): number | undefined {
    return this.#places.get(id);
  }

  /** Places, in `ids`, of the companies before `before` that may share `needed` strings with the one at `place`. */
  candidates(place: number, needed: number, before: number = place): number[] {
    const own = this.#hashes.subarray(place * this.#rowCount, (place + 1) * this.#rowCount);
    const rows = [...own.keys()].filter((row) => own[row] !== 0);
    const spare = rows.length - needed;
    if (spare < 0) return [];
    const rarest = rows
      .map((row) => this.#holders[row]!.rangeOf(own[row]!))
      .toSorted((a, b) => a.length - b.length)
      .slice(0, spare + 1);
    const found: number[] = [];
    for (const holders of rarest) {
      for (const other of holders) {
        if (other >= before) break;
        if (other === place || this.#seenFor[other] === place) continue;
        this.#seenFor[other] = place;
        if (this.#shares(own, other, spare, needed)) found.push(other);
      }
    }
    return found;
  }

  /** Gives up as soon as more strings differ than may. */
  #shares(own: Int32Array, other: number, spare: number, needed: number): boolean {
    const start = other * this.#rowCount;
    let hits = 0;
    let misses = 0;
    for (let row = 0; row < this.#rowCount; row += 1) {
      if (own[row] === 0) continue;
      if (own[row] === this.#hashes[start + row]) {
        hits += 1;
        if (hits === needed) return true;
      } else {
        misses += 1;
        if (misses > spare) return false;
      }
    }
    return false;
  }
}

/** Who has which string of one row: places in the order of hashes, then of themselves. */
interface Holders {
  rangeOf(hash: number): Int32Array;
}

const none = new Int32Array(0);

function holdersOf(hashes: Int32Array, rowCount: number, row: number): Holders {
  const counts = new Map<number, number>();
  for (let at = row; at < hashes.length; at += rowCount) {
    const hash = hashes[at]!;
    if (hash !== 0) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const ends = new Map<number, number>();
  let total = 0;
  for (const [hash, count] of counts) {
    ends.set(hash, total);
    total += count;
  }
  const places = new Int32Array(total);
  for (let at = row, place = 0; at < hashes.length; at += rowCount, place += 1) {
    const hash = hashes[at]!;
    if (hash === 0) continue;
    const end = ends.get(hash)!;
    places[end] = place;
    ends.set(hash, end + 1);
  }
  return {
    rangeOf(hash) {
      const end = ends.get(hash);
      return end === undefined ? none : places.subarray(end - counts.get(hash)!, end);
    },
  };
}
