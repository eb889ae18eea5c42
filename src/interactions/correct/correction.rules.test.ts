import { describe, expect, test } from "vitest";
import {
  type CorrectableValues,
  correctableFields,
  decideCorrection,
  differencesOf,
  followTemplate,
  type Presets,
  type PresetValues,
} from "./correction.rules.ts";

const blank = Object.fromEntries(correctableFields.map((field) => [field, null])) as CorrectableValues;

describe("what differs", () => {
  test("is told in the order of the fields, with before and after", () => {
    const before = { ...blank, cost: 5, description: "Call" };

    expect(differencesOf(before, { ...before, cost: 7, description: "Called" })).toEqual([
      { field: "description", before: "Call", after: "Called" },
      { field: "cost", before: 5, after: 7 },
    ]);
    expect(differencesOf(before, { ...before })).toEqual([]);
  });

  test("is no subject that follows the description, but one that was typed", () => {
    const before = { ...blank, description: "Call", subject: "Call" };

    const fields = (after: Partial<CorrectableValues>) =>
      differencesOf(before, { ...before, ...after }).map(({ field }) => field);
    expect(fields({ description: "Called", subject: "Called" })).toEqual(["description"]);
    expect(fields({ subject: "Prices" })).toEqual(["subject"]);
  });
});

test("only what counts can be corrected", () => {
  expect(decideCorrection({ canceled: false, correctedByEntryNo: null })).toEqual({ allowed: true });
  expect(decideCorrection({ canceled: true, correctedByEntryNo: null })).toMatchObject({
    because: "interaction_canceled",
  });
  expect(decideCorrection({ canceled: true, correctedByEntryNo: 7 })).toMatchObject({
    because: "interaction_corrected",
  });
});

describe("another template", () => {
  const call: Presets = {
    description: "Call",
    unitCost: 8,
    unitDurationMin: 10,
    informationFlow: "outbound",
    initiatedBy: "us",
    campaignTarget: false,
    campaignResponse: false,
    defaultLanguageCode: null,
    languages: [{ languageCode: null }, { languageCode: "FI" }],
  };
  const letter: Presets = {
    ...call,
    description: "Letter",
    unitCost: 2,
    unitDurationMin: 30,
    informationFlow: null,
    defaultLanguageCode: "EN",
    languages: [{ languageCode: "EN" }],
  };
  const logged: PresetValues = {
    description: "Call",
    cost: 8,
    durationMin: 25,
    informationFlow: "outbound",
    initiatedBy: "them",
    campaignTarget: false,
    campaignResponse: false,
    languageCode: "FI",
  };

  test("presets what the former one did, and leaves what somebody entered", () => {
    const followed = followTemplate(logged, call, letter);

    expect(followed).toEqual({
      ...logged,
      description: "Letter",
      cost: 2,
      informationFlow: null,
      languageCode: "EN",
    });
    expect(followTemplate(followed, letter, call)).toEqual({ ...logged, languageCode: null });
  });

  test("without a description leaves the one that is there", () => {
    expect(followTemplate(logged, call, { ...letter, description: null }).description).toBe("Call");
  });
});
