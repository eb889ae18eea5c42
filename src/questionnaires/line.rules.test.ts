import { describe, expect, test } from "vitest";
import { blankLine, decideLine, type LineChange, type LineContent } from "./line.rules.ts";

const question = blankLine("question");
const automatic: LineContent = {
  ...question,
  autoClassification: true,
  contactClassField: "interactionQuantity",
  startingDateFormula: "-CY",
  endingDateFormula: "CY",
  classificationMethod: "percentageOfValue",
  sortingMethod: "descending",
  decimals: 1,
};
const rating: LineContent = {
  ...question,
  autoClassification: true,
  contactClassField: "rating",
  classificationMethod: "definedValue",
  minPercentAnswered: 50,
};

function written(before: LineContent, change: LineChange): LineContent {
  const { content, errors } = decideLine(before, change);
  expect(errors).toEqual([]);
  return content;
}

const codesOf = (before: LineContent, change: LineChange) =>
  decideLine(before, change).errors.map(({ path, code }) => `${path}: ${code}`);

describe("class fields", () => {
  test("choosing one clears the other two and sets a defined value where there is no method", () => {
    const first = written({ ...question, autoClassification: true }, { customerClassField: "sales" });
    const second = written(first, { vendorClassField: "purchase" });

    expect(first).toMatchObject({ customerClassField: "sales", classificationMethod: "definedValue" });
    expect(second).toMatchObject({ customerClassField: null, vendorClassField: "purchase" });
    expect(written(automatic, { customerClassField: "profit" })).toMatchObject({
      contactClassField: null,
      classificationMethod: "percentageOfValue",
      sortingMethod: "descending",
      startingDateFormula: "-CY",
    });
  });

  test("two at once are refused", () => {
    expect(
      codesOf(
        { ...question, autoClassification: true },
        { customerClassField: "sales", contactClassField: "avgCost" },
      ),
    ).toEqual(["contactClassField: class_single_field"]);
  });

  test("a rating has a defined value, no sorting and no dates", () => {
    expect(written(automatic, { contactClassField: "rating" })).toMatchObject({
      startingDateFormula: null,
      endingDateFormula: null,
      classificationMethod: "definedValue",
      sortingMethod: null,
      decimals: 1,
    });
    expect(
      codesOf(rating, { startingDateFormula: "CY", classificationMethod: "percentageOfContacts" }),
    ).toEqual([
      "startingDateFormula: class_fixed_by_rating",
      "sortingMethod: class_fixed_by_rating",
      "classificationMethod: class_fixed_by_rating",
    ]);
  });

  test("clearing it resets what belongs to it", () => {
    expect(written(automatic, { contactClassField: null })).toEqual({
      ...question,
      autoClassification: true,
    });
    expect(decideLine(rating, { contactClassField: null })).toMatchObject({
      leavesRating: true,
      content: { minPercentAnswered: 0, classificationMethod: null },
    });
    expect(decideLine(rating, { description: "Loyalty" }).leavesRating).toBe(false);
  });

  test("another class field than rating has no least share of answers", () => {
    expect(written(rating, { contactClassField: "avgCost" }).minPercentAnswered).toBe(0);
    expect(codesOf(automatic, { minPercentAnswered: 10 })).toEqual(["minPercentAnswered: class_only_rating"]);
  });
});

describe("method and sorting", () => {
  test("a defined value clears the sorting, a percentage sorts descending", () => {
    expect(written(automatic, { classificationMethod: "definedValue" }).sortingMethod).toBeNull();
    const byContacts = written(
      { ...automatic, sortingMethod: null, classificationMethod: "definedValue" },
      { classificationMethod: "percentageOfContacts" },
    );
    expect(byContacts.sortingMethod).toBe("descending");
    expect(
      written(automatic, { classificationMethod: "percentageOfContacts", sortingMethod: "ascending" })
        .sortingMethod,
    ).toBe("ascending");
    expect(codesOf(automatic, { classificationMethod: "definedValue", sortingMethod: "ascending" })).toEqual([
      "sortingMethod: class_no_sorting",
    ]);
  });
});

describe("the automatic classification", () => {
  test("is turned off once class field, dates, method and sorting are blank", () => {
    expect(codesOf(automatic, { autoClassification: false })).toEqual([
      "contactClassField: class_needs_auto",
      "startingDateFormula: class_needs_auto",
      "endingDateFormula: class_needs_auto",
      "classificationMethod: class_needs_auto",
      "sortingMethod: class_needs_auto",
    ]);
    expect(codesOf(question, { customerClassField: "sales" })).toContain(
      "customerClassField: class_needs_auto",
    );
    expect(written(automatic, { contactClassField: null, autoClassification: false })).toEqual(question);
  });
});

describe("the type of a line", () => {
  test("decides which fields it has", () => {
    expect(codesOf(blankLine("answer"), { multipleAnswers: true, decimals: 2 })).toEqual([
      "multipleAnswers: questionnaire_question_only",
      "decimals: questionnaire_question_only",
    ]);
    expect(codesOf(question, { fromValue: "1", priority: "high" })).toEqual([
      "fromValue: questionnaire_answer_only",
      "priority: questionnaire_answer_only",
    ]);
    expect(codesOf(question, { fromValue: null, priority: "normal" })).toEqual([]);
  });

  test("changes once the fields of the former type are blank", () => {
    const answer: LineContent = { ...blankLine("answer"), toValue: "10" };

    expect(codesOf(answer, { type: "question" })).toEqual(["toValue: questionnaire_type_field"]);
    expect(codesOf({ ...question, multipleAnswers: true }, { type: "answer" })).toEqual([
      "multipleAnswers: questionnaire_type_field",
    ]);
    expect(written(answer, { type: "question", toValue: null }).type).toBe("question");
  });
});
