/** Finding a contact from a typed text (contacts §11). */

import { textLength } from "#platform/text.rules.ts";

/** By how many characters a name may differ from the text, in length and in edits: one for every five; 0 = not at all. */
export function misspellingTolerance(text: string): number {
  return Math.floor(textLength(text.trim()) / 5);
}
