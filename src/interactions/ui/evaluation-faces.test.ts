import { expect, test } from "vitest";
import { evaluationOfKey, faceOf, faces } from "./evaluation-faces.ts";

test("the keys 1 to 5 go from very negative to very positive", () => {
  expect(["1", "2", "3", "4", "5"].map(evaluationOfKey)).toEqual([
    "veryNegative",
    "negative",
    "neutral",
    "positive",
    "veryPositive",
  ]);
});

test.for(["0", "6", "a", "12", "Enter"])("the key %s is no evaluation", (key) => {
  expect(evaluationOfKey(key)).toBeUndefined();
});

test("every evaluation has its face", () => {
  expect(faces.map(({ value }) => faceOf(value).value)).toEqual(faces.map(({ value }) => value));
});
