import { describe, expect, test } from "vitest";
import type { Catalogue } from "#platform/i18n/translate.ts";
import { joinCatalogues, moduleTexts } from "./texts.ts";

/** Every text with its path: `problems.required` → "{{field}} is required." */
function flatten(catalogue: Catalogue, path = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe("the texts", () => {
  const { en, fi } = joinCatalogues();
  const finnish = new Map(flatten(fi));

  test("every English text has a Finnish one with the same values", () => {
    const wrong = flatten(en).filter(([path, text]) => {
      const other = finnish.get(path);
      return !other?.trim() || placeholders(text).join() !== placeholders(other).join();
    });

    expect(wrong).toEqual([]);
    expect(finnish.size).toBe(flatten(en).length);
  });

  test.each(["en", "fi"] as const)(
    "a problem or field that two modules name reads the same in %s",
    (language) => {
      const seen = new Map<string, string>();
      const conflicts: string[] = [];
      for (const texts of Object.values(moduleTexts[language])) {
        for (const part of ["problems", "fields"] as const) {
          for (const [path, text] of flatten(texts[part] ?? {}, `${part}.`)) {
            if (seen.has(path) && seen.get(path) !== text)
              conflicts.push(`${path}: ${seen.get(path)} | ${text}`);
            seen.set(path, text);
          }
        }
      }
      expect(conflicts).toEqual([]);
    },
  );
});
