import type { CodedText, DemoLanguage } from "./demo.types.ts";

/** A code with its description in English and in Finnish. */
export type BilingualRow = readonly [code: string, en: string, fi: string];

export function inLanguage(rows: readonly BilingualRow[], language: DemoLanguage): CodedText[] {
  return rows.map(([code, en, fi]) => ({ code, description: language === "fi" ? fi : en }));
}

/** As `inLanguage`, for the lists whose text is called `name`. */
export function namedInLanguage(
  rows: readonly BilingualRow[],
  language: DemoLanguage,
): { code: string; name: string }[] {
  return inLanguage(rows, language).map(({ code, description }) => ({ code, name: description }));
}
