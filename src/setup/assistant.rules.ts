/** What the first-start assistant suggests. Pure: no clock, no HTTP. */

import { type PresetCountry, presetCountries } from "./assistant-presets/countries.data.ts";

/** The country most likely meant: the one of the time zone, else the region of the browser's languages. */
export function guessCountry(timeZone: string, localeTags: readonly string[]): PresetCountry | null {
  const regions = localeTags.flatMap((tag) => tag.split("-").slice(1)).map((part) => part.toUpperCase());
  return (
    presetCountries.find((country) => country.timeZone === timeZone) ??
    presetCountries.find(({ code }) => regions.includes(code)) ??
    null
  );
}

/** A short code for a person: the initials of several names, else the beginning of the only one; not one in use. */
export function suggestSalespersonCode(fullName: string, taken: readonly string[]): string {
  const words = plainLetters(fullName).split(" ").filter(Boolean);
  const initials = words.map((word) => word[0]).join("");
  const stem = (words.length > 1 ? initials : (words[0] ?? "").slice(0, 5)) || "ME";
  const used = new Set(taken.map((code) => code.toUpperCase()));
  if (!used.has(stem)) return stem;
  let count = 2;
  while (used.has(`${stem}${count}`)) count++;
  return `${stem}${count}`;
}

/** Upper case A–Z: Ä becomes A, hyphens part words. */
function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z]+/gu, " ")
    .trim();
}

/** The rows whose codes do not exist yet: what a preset still has to create. */
export function missingRows<Row extends { readonly code: string }>(
  wanted: readonly Row[],
  existing: readonly { readonly code: string }[],
): Row[] {
  const known = new Set(existing.map(({ code }) => code));
  return wanted.filter(({ code }) => !known.has(code));
}
