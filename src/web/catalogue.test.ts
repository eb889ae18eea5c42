import { expect, test } from "vitest";
import { catalogue as english } from "./catalogue.en.ts";
import { catalogue as finnish } from "./catalogue.fi.ts";
import { laterTexts as laterEnglish } from "./later-texts.en.ts";
import { laterTexts as laterFinnish } from "./later-texts.fi.ts";

/** Every text with its path: `web.list.empty` → "Nothing here yet". */
function flatten(node: object, path = ""): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

test.for([
  ["every page", english, finnish],
  ["some pages", laterEnglish, laterFinnish],
] as const)("every text for %s is there in Finnish, with the same values in it", ([, texts, others]) => {
  const translated = new Map(flatten(others));
  const wrong = flatten(texts).filter(([path, text]) => {
    const other = translated.get(path);
    return !other?.trim() || placeholders(text).join() !== placeholders(other).join();
  });

  expect(wrong).toEqual([]);
  expect(translated.size).toBe(flatten(texts).length);
});
