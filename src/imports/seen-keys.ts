import { hash } from "node:crypto";

/**
 * What a dry run would have stored by now: its batches are undone one by one, and a later row may name what an
 * earlier one would have created. Keeps a number of 48 bits for each key, so that a million cost tens of megabytes.
 */
export class SeenKeys<Kind extends string> {
  readonly #hashes = new Set<number>();

  add(kind: Kind, key: string): void {
    this.#hashes.add(hashOf(kind, key));
  }

  has(kind: Kind, key: string): boolean {
    return this.#hashes.has(hashOf(kind, key));
  }
}

function hashOf(kind: string, key: string): number {
  return hash("sha1", `${kind}\n${key}`, "buffer").readUIntBE(0, 6);
}
