import { expect, test } from "vitest";
import { editableNumber, readNumber } from "./number-input.rules.ts";

test.each([
  ["1234,5", "en", 1234.5],
  ["1234.5", "fi", 1234.5],
  ["1 234,50", "fi", 1234.5],
  ["1\u00a0234,50\u00a0€", "fi", 1234.5],
  ["1,234.50", "en", 1234.5],
  ["1.234,50", "fi", 1234.5],
  ["1,234", "en", 1234],
  ["1,234", "fi", 1.234],
  ["1.234", "fi", 1.234],
  ["1.234.567", "fi", 1234567],
  ["0,5", "en", 0.5],
  [",5", "fi", 0.5],
  ["−3", "fi", -3],
  ["€12", "en", 12],
  ["30 min", "en", 30],
  ["15 %", "fi", 15],
  ["7", "fi", 7],
] as const)("%s in %s is %d", (typed, language, expected) => {
  expect(readNumber(typed, language)).toBe(expected);
});

test.each(["", "abc", "1,2,3", "1.23.456", "12-3", "--1", "1,234.50,0"])("%j is no number", (typed) => {
  expect(readNumber(typed, "en")).toBeNull();
});

test("a number is edited with the language's decimal sign", () => {
  expect(editableNumber(1234.5, "fi")).toBe("1234,5");
  expect(editableNumber(1234.5, "en")).toBe("1234.5");
});
