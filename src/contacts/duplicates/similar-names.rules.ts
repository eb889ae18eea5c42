import { misspellingTolerance } from "../find-contact.rules.ts";

/** Whether two names look as if they meant the same company or person. Pure. */

/** Forms of companies say nothing about which company it is. */
const companyForms = new Set([
  "oy",
  "oyj",
  "ky",
  "ay",
  "tmi",
  "ry",
  "ab",
  "as",
  "aps",
  "asa",
  "ltd",
  "limited",
  "plc",
  "llc",
  "inc",
  "gmbh",
  "ag",
  "kg",
  "bv",
  "nv",
  "sa",
  "sarl",
  "srl",
  "spa",
  "ou",
  "sia",
  "uab",
  "co",
  "company",
  "the",
  "and",
  "ja",
]);

/** The telling words of a name: lower case, without accents, signs and company forms. */
export function tellingWords(name: string): readonly string[] {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ø/gu, "o")
    .replace(/æ/gu, "ae")
    .replace(/ß/gu, "ss")
    .replace(/['’.]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !companyForms.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Whether the typed name resembles an existing one: every telling word of the shorter name has its like in the other,
 * in any order ("Holm Ida", "Ida Holm"), one typing error per five letters forgiven. A single word of a longer name
 * is too little: there are many Virtanens.
 */
export function isSimilarName(typed: string, existing: string): boolean {
  const [shorter, longer] = [tellingWords(typed), tellingWords(existing)].sort((a, b) => a.length - b.length);
  if (!shorter || !longer || shorter.length === 0) return false;
  if (shorter.length === 1 && longer.length > 1) return false;
  const left = [...longer];
  return shorter.every((word) => {
    const place = left.findIndex((other) => isSameWord(word, other));
    if (place < 0) return false;
    left.splice(place, 1);
    return true;
  });
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const tolerance = Math.min(misspellingTolerance(a), misspellingTolerance(b));
  return Math.abs(a.length - b.length) <= tolerance && editDistance(a, b) <= tolerance;
}

/** How many letters must be put in, taken out, replaced or swapped with the next to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, last[j]! + 1, row[j - 1]! + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
