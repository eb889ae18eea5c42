/** Texts and codes as every record keeps them (contacts §0). Lengths count code points, not UTF-16 units. */

import type { FieldError } from "./errors.ts";

const controlCharacters = /[\p{Cc}\p{Cs}]/u;
const controlCharactersButLayout = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/** Trimmed and composed (NFC, so that both ways of writing "ä" are one); an empty text becomes `null`. */
export function normalizeText(value: string | null | undefined): string | null {
  const text = (value ?? "").normalize("NFC").trim();
  return text === "" ? null : text;
}

/** A text in upper case: codes, numbers, search names. */
export function normalizeCode(value: string | null | undefined): string | null {
  return normalizeText(value)?.toUpperCase() ?? null;
}

/** Characters as a person counts them: "🙂" is one. */
export function textLength(text: string): number {
  let length = 0;
  for (const _character of text) length++;
  return length;
}

/** The first `maxLength` characters, without a blank left hanging at the end. */
export function cutText(text: string, maxLength: number): string {
  return textLength(text) <= maxLength ? text : [...text].slice(0, maxLength).join("").trimEnd();
}

export interface TextLimits {
  readonly maxLength: number;
  /** Line breaks and tabs are allowed. */
  readonly multiline?: boolean;
}

/** What is wrong with a normalized text: `too_long` (with `maximum`) or `control_characters`. */
export function checkText(path: string, text: string | null | undefined, limits: TextLimits): FieldError[] {
  if (text === null || text === undefined) return [];
  const { maxLength, multiline = false } = limits;
  const errors: FieldError[] = [];
  if (textLength(text) > maxLength) errors.push({ path, code: "too_long", values: { maximum: maxLength } });
  if ((multiline ? controlCharactersButLayout : controlCharacters).test(text)) {
    errors.push({ path, code: "control_characters" });
  }
  return errors;
}
