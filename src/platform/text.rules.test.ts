import { expect, test } from "vitest";
import { checkText, cutText, normalizeCode, normalizeText, textLength } from "./text.rules.ts";

test.each([
  ["  Kivi Oy ", "Kivi Oy"],
  ["", null],
  [" \t\u00a0\n", null],
  [null, null],
  [undefined, null],
  ["Ma\u0308kela\u0308", "Mäkelä"],
])("%j is kept as %j", (written, kept) => {
  expect(normalizeText(written)).toBe(kept);
});

test.each([
  [" fi ", "FI"],
  ["ab(12)", "AB(12)"],
  ["åland", "ÅLAND"],
  ["  ", null],
])("the code %j is kept as %j", (written, kept) => {
  expect(normalizeCode(written)).toBe(kept);
});

test("characters are counted as people count them", () => {
  expect(textLength("Äiti🙂")).toBe(5);
  expect(checkText("name", "🙂🙂🙂", { maxLength: 3 })).toEqual([]);
  expect(checkText("name", "🙂🙂🙂🙂", { maxLength: 3 })).toEqual([
    { path: "name", code: "too_long", values: { maximum: 3 } },
  ]);
});

test("a text is cut between characters and never ends in a blank", () => {
  expect(cutText("abc🙂", 4)).toBe("abc🙂");
  expect(cutText("abc🙂d", 4)).toBe("abc🙂");
  expect(cutText("abc def", 4)).toBe("abc");
});

test.each(["a\u0000b", "a\tb", "a\nb", "a\u007fb", "a\u0085b", "a\ud800b"])(
  "%j has no place in a name",
  (text) => {
    expect(checkText("name", text, { maxLength: 10 })).toEqual([
      { path: "name", code: "control_characters" },
    ]);
  },
);

test("a text of several lines has line breaks and tabs, but no other control characters", () => {
  expect(checkText("text", "one\r\n\ttwo", { maxLength: 20, multiline: true })).toEqual([]);
  expect(checkText("text", "one\u0007", { maxLength: 20, multiline: true })).toHaveLength(1);
  expect(checkText("text", "one\ud800", { maxLength: 20, multiline: true })).toHaveLength(1);
});

test("nothing is wrong with a blank", () => {
  expect(checkText("name", null, { maxLength: 1 })).toEqual([]);
});
