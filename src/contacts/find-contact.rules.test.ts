import { expect, test } from "vitest";
import { misspellingTolerance } from "./find-contact.rules.ts";

test.each([
  ["Kivi", 0],
  ["Kivit", 1],
  ["Mäkelä Oy", 1],
  ["Mäkelä Oyj", 2],
  ["  Kivi  ", 0],
])("%j may be misspelled by %i", (text, tolerance) => {
  expect(misspellingTolerance(text)).toBe(tolerance);
});
