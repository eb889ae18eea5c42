import { expect, test } from "vitest";
import { hasWords, simplified } from "./palette-search.ts";

test("accents and case do not matter", () => {
  expect(simplified("  Mäkinen Ünsal ")).toBe("makinen unsal");
});

test.each([
  ["Go to contacts", "go con", true],
  ["Kirjaa vuorovaikutus", "vuoro", true],
  ["Kirjaa vuorovaikutus", "kutus", false],
  ["Sähköposti-ilmoitukset", "ilmo", true],
  ["Contacts", "contacts new", false],
])("%s has the words %s: %s", (text, words, expected) => {
  expect(hasWords(text, words)).toBe(expected);
});
