import { commentLength } from "#comments/comments.rules.ts";

/** Long texts of other programs as a description and comments of ours: nothing is lost. */

const longestDescription = 100;
/** As many comments as one interaction can be recorded with. */
export const mostComments = 100;

/** A text of one line, and everything where that is not all of it. */
export interface Shortened {
  readonly line: string;
  readonly whole: string | null;
}

/** The first line of a text, cut to what a description holds, with the whole where something is left out. */
export function shorten(text: string): Shortened {
  const [first = ""] = text.split(/[\r\n]/, 1);
  const line = first.replace(/\s+/g, " ").trim();
  const characters = line.length > longestDescription ? [...line] : null;
  if (characters === null || characters.length <= longestDescription)
    return { line, whole: first.length === text.length ? null : text };
  return {
    line: `${characters
      .slice(0, longestDescription - 1)
      .join("")
      .trimEnd()}…`,
    whole: text,
  };
}

/** The parts of a text that comments can hold, cut between lines or words where there are any. */
export function splitComment(text: string): string[] {
  const parts: string[] = [];
  let rest = text.replace(/\r\n?|[\v\f]/g, "\n").trim();
  while (rest.length > commentLength && parts.length < mostComments) {
    const end = cutAt(rest);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

/** Where the last line or word ends that fits; a character of two halves is not torn. */
function cutAt(text: string): number {
  const part = text.slice(0, commentLength + 1);
  const between = Math.max(part.lastIndexOf("\n"), part.lastIndexOf(" "));
  if (between > commentLength / 2) return between;
  const isTorn = /[\ud800-\udbff]/.test(text[commentLength - 1]!);
  return isTorn ? commentLength - 1 : commentLength;
}
