import { expect, test } from "vitest";
import { answerName } from "./answer-name.ts";

test.each([
  ["Mood", "Good", "Mood: Good"],
  ["How do they decide?", "Alone", "How do they decide? Alone"],
  [null, "Good", "Good"],
  ["Mood", null, "Mood: 20000"],
])("%s and %s read %s", (question, answer, name) => {
  expect(answerName(question, answer, "20000")).toBe(name);
});
