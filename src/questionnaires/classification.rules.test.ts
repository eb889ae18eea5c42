import { describe, expect, test } from "vitest";
import { checkLines, isInRange, orderRatings, ratingsRestingOn, roundValue } from "./classification.rules.ts";
import { blankLine, type LineContent } from "./line.rules.ts";

describe("rounding", () => {
  test.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.4, 0, 0],
    [-0.4, 0, 0],
    [1250, -2, 1300],
    [-1250, -2, -1300],
    [49, -2, 0],
    [1.5e-7, 7, 2e-7],
    [123_456_789_012_345, 5, 123_456_789_012_345],
  ])("%d to %d decimals is %d, half away from zero", (value, decimals, rounded) => {
    expect(roundValue(value, decimals)).toBe(rounded);
  });
});

describe("a range", () => {
  test.each([
    [3, 3, 9, true],
    [9, 3, 9, true],
    [9.01, 3, 9, false],
    [10, 10, null, true],
    [9, 10, null, false],
    [0, null, 10, true],
    [-5, null, 10, true],
    [0, 0, 0, false],
    [0, null, null, false],
    [-5, -10, -1, true],
  ])("holds %d between %s and %s: %s", (value, fromValue, toValue, expected) => {
    expect(isInRange(value, { fromValue, toValue })).toBe(expected);
  });
});

describe("the check report (R-17)", () => {
  const line = (lineNo: number, content: LineContent) => ({ ...content, lineNo });
  const question = blankLine("question");
  const answer = blankLine("answer");

  test("COT-095 a question without answers and an answer without question are warned about", () => {
    const lines = [line(1, answer), line(2, question), line(3, question), line(4, answer)];

    expect(checkLines(lines)).toEqual([
      { lineNo: 1, warnings: ["answer_without_question"] },
      { lineNo: 2, warnings: ["question_without_answers"] },
    ]);
  });

  test("an automatic question needs class field, dates, method and, for percentages, a sorting", () => {
    const bare = { ...question, autoClassification: true };
    const percentage: LineContent = {
      ...bare,
      customerClassField: "sales",
      classificationMethod: "percentageOfValue",
      startingDateFormula: "-CY",
    };
    const rating: LineContent = {
      ...bare,
      contactClassField: "rating",
      classificationMethod: "definedValue",
    };
    const ranged = { ...answer, toValue: "5" };

    expect(
      checkLines([
        line(1, bare),
        line(2, ranged),
        line(3, percentage),
        line(4, ranged),
        line(5, rating),
        line(6, ranged),
      ]),
    ).toEqual([
      { lineNo: 1, warnings: ["class_field_missing", "dates_missing", "method_missing"] },
      { lineNo: 3, warnings: ["dates_missing", "sorting_missing"] },
    ]);
  });

  test("answers of an automatic question need a range that can be met", () => {
    const rating: LineContent = {
      ...question,
      autoClassification: true,
      contactClassField: "rating",
      classificationMethod: "definedValue",
      decimals: 1,
    };

    expect(
      checkLines([
        line(1, rating),
        line(2, answer),
        line(3, { ...answer, fromValue: "5", toValue: "1" }),
        line(4, { ...answer, fromValue: "1.25" }),
        line(5, { ...answer, fromValue: "1.2" }),
      ]),
    ).toEqual([
      { lineNo: 2, warnings: ["range_missing"] },
      { lineNo: 3, warnings: ["range_order"] },
      { lineNo: 4, warnings: ["range_decimals"] },
    ]);
  });
});

describe("ratings that rest on ratings", () => {
  const edges = [
    { rating: "1:3", source: "1:2" },
    { rating: "1:2", source: "1:1" },
    { rating: "1:1", source: "9:9" },
  ] as const;

  test("come after those they rest on", () => {
    expect(orderRatings(["1:3", "1:2", "1:1"], edges)).toEqual(["1:1", "1:2", "1:3"]);
  });

  test("have no order in a circle, nor on themselves", () => {
    expect(orderRatings(["1:1", "1:2"], [...edges.slice(1), { rating: "1:1", source: "1:2" }])).toBeNull();
    expect(orderRatings(["1:1"], [{ rating: "1:1", source: "1:1" }])).toBeNull();
  });

  test("change with an answer however many ratings lie between", () => {
    expect([...ratingsRestingOn("9:9", edges)].sort()).toEqual(["1:1", "1:2", "1:3"]);
    expect([...ratingsRestingOn("1:3", edges)]).toEqual([]);
  });
});
