import { describe, expect, test } from "vitest";
import { answersOf, blankRating, canLeave, isWhole, toBody } from "./rating-draft.ts";

describe("the draft of a rating", () => {
  test("can leave a step once the step is whole", () => {
    const named = { ...blankRating, description: "Loyalty" };
    const bounded = {
      ...named,
      answers: [
        { description: null, fromValue: 3, toValue: null },
        { description: null, fromValue: null, toValue: 2 },
      ],
    };

    expect([canLeave("what", blankRating), canLeave("what", named)]).toEqual([false, true]);
    expect([canLeave("answers", named), canLeave("answers", bounded)]).toEqual([false, true]);
    expect(canLeave("points", bounded)).toBe(true);
  });

  test("an answer needs a bound in order, and a name where no preset brings one", () => {
    const answer = { description: null, fromValue: 3, toValue: null };

    expect(isWhole(answer, "abc")).toBe(true);
    expect(isWhole(answer, "custom")).toBe(false);
    expect(isWhole({ ...answer, toValue: 2 }, "abc")).toBe(false);
    expect(isWhole({ ...answer, fromValue: 0 }, "abc")).toBe(false);
    expect(answersOf("abc")).toHaveLength(3);
  });

  test("goes out in one piece", () => {
    const body = toBody({
      ...blankRating,
      description: "Loyalty",
      points: [{ code: "A:B:20000", label: "Pays: yes", points: 2 }],
    });

    expect(body.points).toEqual([{ questionnaireCode: "A:B", lineNo: 20_000, points: 2 }]);
    expect(body.answers).toEqual([
      { fromValue: null, toValue: null },
      { fromValue: null, toValue: null },
    ]);
  });
});
