import { expect, test } from "vitest";
import { editDistance, isSimilarName, tellingWords } from "./similar-names.rules.ts";

test.each([
  ["Saimaan Paperi", "Saimaan Paperi Oy"],
  ["saimaan paperi oy", "Saimaan Páperi Oyj"],
  ["Saiman Paperi", "Saimaan Paperi Oy"],
  ["Ida Holm", "Holm Ida"],
  ["Ida Holm", "Ida Marie Holm"],
  ["Kuusikko", "Kuusikko Oy"],
  ["Brødr. Lund A/S", "Brodr Lund"],
])("“%s” resembles “%s”", (typed, existing) => {
  expect(isSimilarName(typed, existing)).toBe(true);
});

test.each([
  ["Holm", "Ida Holm"],
  ["Ida Holm", "Ida Lund"],
  ["Saimaan Paperi", "Saimaan Kone Oy"],
  ["Oy", "Saimaan Paperi Oy"],
  ["", "Saimaan Paperi Oy"],
])("“%s” does not resemble “%s”", (typed, existing) => {
  expect(isSimilarName(typed, existing)).toBe(false);
});

test("forms of companies are told apart from names, unless there is nothing else", () => {
  expect(tellingWords("The Lake Company Ltd.")).toEqual(["lake"]);
  expect(tellingWords("Oy Ab")).toEqual(["oy", "ab"]);
});

test("edits are counted letter by letter", () => {
  expect(editDistance("makinen", "makinen")).toBe(0);
  expect(editDistance("makinen", "makien")).toBe(1);
  expect(editDistance("makinen", "makniene")).toBe(2);
  expect(editDistance("makinen", "maknien")).toBe(1);
  expect(editDistance("paja", "pjaa")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});
