/** How like two names are (contacts §11), from the same to a typing error. */

import { foldName } from "../cell-texts.rules.ts";

export const likenesses = ["same", "reordered", "begun", "misspelt"] as const;
/**
 * `same` but for case and blanks; `reordered`: the same words, whatever their order, accents and signs; `begun`: every
 * word begins one of the name; `misspelt`: one wrong letter for every five.
 */
export type Likeness = (typeof likenesses)[number];

/** `null`: another name. */
export function likenessOf(text: string, name: string | null): Likeness | null {
  if (name === null) return null;
  if (foldName(text) === foldName(name)) return "same";
  const [asked, known] = [wordsOf(text), wordsOf(name)];
  if (asked.length === 0 || known.length === 0) return null;
  if (asked.toSorted().join(" ") === known.toSorted().join(" ")) return "reordered";
  if (begins(asked, known)) return "begun";
  const [one, other] = [asked.join(" "), known.join(" ")];
  const tolerance = Math.floor(one.length / 5);
  return isWithin(one, other, tolerance) ? "misspelt" : null;
}

/** The less like of two. */
export function lessLike(one: Likeness | null, other: Likeness | null): Likeness | null {
  if (one === null || other === null) return null;
  return likenesses.indexOf(one) > likenesses.indexOf(other) ? one : other;
}

function wordsOf(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Each word stands for a word of its own. */
function begins(asked: readonly string[], known: readonly string[]): boolean {
  const left = [...known];
  return asked.every((word) => {
    const at = left.findIndex((other) => other.startsWith(word));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/** Whether so few letters have to be put in, left out or replaced to make one text of the other. */
function isWithin(one: string, other: string, tolerance: number): boolean {
  if (tolerance < 1 || Math.abs(one.length - other.length) > tolerance) return false;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(change, above[column]! + 1, current[column - 1]! + 1));
    }
    if (Math.min(...current) > tolerance) return false;
    above = current;
  }
  return above.at(-1)! <= tolerance;
}
