/** A small deterministic source of chance: the same seed gives the same demo company everywhere. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number between both bounds, which are included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** `count` different members, in the order of the list; all of them when there are fewer. */
  sample<T>(choices: readonly T[], count: number): T[];
};

/** Mulberry32, started from the FNV-1a hash of a name, so that each company has a life of its own. */
export function seededRandom(seed: string): Random {
  let state = hash(seed);

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }

  function pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new RangeError("Nothing to pick from.");
    return choices[between(0, choices.length - 1)] as T;
  }

  function sample<T>(choices: readonly T[], count: number): T[] {
    const indexes = choices.map((_, index) => index);
    while (indexes.length > count) indexes.splice(between(0, indexes.length - 1), 1);
    return indexes.map((index) => choices[index] as T);
  }

  return { next, between, chance: (probability) => next() < probability, pick, sample };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}
