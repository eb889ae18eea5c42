import { parseProperty } from "./parse-property.ts";

/** The picture of a card: its bytes as base64, or why there are none. */
export type CardPhoto =
  | { readonly base64: string }
  | { readonly problem: "linked" | "tooLarge" | "unreadable"; readonly excerpt: string };

const shownCharacters = 80;

/** Reads a `PHOTO` line: packed into the line (2.1 to 3.0) or into a `data:` address (4.0). Nothing is fetched. */
export function readPhoto(bytes: string, isCut: boolean): CardPhoto | null {
  const colon = /^(?:[^":]|"[^"]*")*:/.exec(bytes.slice(0, 2_000))?.[0].length ?? 0;
  // The head alone: the value may be millions of characters.
  const params = parseProperty(`${bytes.slice(0, Math.max(0, colon - 1))}:`)?.params ?? {};
  const value = bytes.slice(colon);
  // A copy: a slice would keep the whole line in memory.
  const excerpt = Buffer.from(value.slice(0, shownCharacters), "latin1").toString();
  if (value.trim() === "") return null;
  if (isCut) return { problem: "tooLarge", excerpt };
  const packed = /^\s*data:[^,]{0,200};base64\\?,/i.exec(value.slice(0, 300))?.[0];
  const isPacked = /^(b|base64)$/i.test(params.ENCODING?.[0] ?? "");
  const base64 = packed !== undefined ? value.slice(packed.length) : isPacked ? value : null;
  if (base64 !== null) return { base64 };
  return { problem: /^\s*[a-z][a-z+.-]*:/i.test(value) ? "linked" : "unreadable", excerpt };
}
