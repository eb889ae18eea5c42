import { expect, test } from "vitest";
import { catalogue as english } from "./catalogue.en.ts";
import { catalogue as finnish } from "./catalogue.fi.ts";

/** Every text with its path: `web.list.empty` → "Nothing here yet". */
function flatten(node: object, path = ""): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

test("every text of the browser is there in Finnish, with the same values in it", () => {
  const translated = new Map(flatten(finnish));
  const wrong = flatten(english).filter(([path, text]) => {
    const other = translated.get(path);
    return !other?.trim() || placeholders(text).join() !== placeholders(other).join();
  });

  expect(wrong).toEqual([]);
  expect(translated.size).toBe(flatten(english).length);
});
