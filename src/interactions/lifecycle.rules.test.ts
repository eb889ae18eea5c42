import { describe, expect, test } from "vitest";
import {
  type CancelableEntry,
  completeResult,
  decideCancel,
  decideDelete,
  decideReinstate,
  evaluations,
  isEvaluation,
} from "./lifecycle.rules.ts";

const open = (entryNo: number): CancelableEntry => ({
  entryNo,
  canceled: false,
  loggedSegmentCanceled: false,
  campaignEntryCanceled: false,
  correctedBy: null,
  successorCanceled: false,
});
const canceled = (entryNo: number): CancelableEntry => ({ ...open(entryNo), canceled: true });

test("there are five evaluations, and none is not one of them", () => {
  expect(evaluations).toHaveLength(5);
  expect(evaluations.every(isEvaluation)).toBe(true);
  expect(isEvaluation(null)).toBe(false);
  expect(isEvaluation("none")).toBe(false);
});

test("canceling leaves canceled entries untouched", () => {
  expect(decideCancel([open(1), canceled(2), open(3)])).toEqual({ entryNos: [1, 3] });
  expect(decideCancel([])).toEqual({ entryNos: [] });
});

describe("reinstating", () => {
  test("leaves open entries untouched, whatever became of their campaign", () => {
    expect(decideReinstate([canceled(1), { ...open(2), campaignEntryCanceled: true }])).toEqual({
      allowed: true,
      entryNos: [1],
    });
  });

  test("INT-084 is refused while the logged segment or the campaign entry is canceled", () => {
    const ofSegment = { ...canceled(2), loggedSegmentCanceled: true };
    const ofCampaign = { ...canceled(3), campaignEntryCanceled: true };

    expect(decideReinstate([ofSegment])).toEqual({
      allowed: false,
      refusals: [{ entryNo: 2, because: "segment_canceled" }],
    });
    expect(decideReinstate([ofCampaign])).toEqual({
      allowed: false,
      refusals: [{ entryNo: 3, because: "campaign_entry_canceled" }],
    });
    expect(decideReinstate([canceled(1), ofCampaign, { ...ofSegment, campaignEntryCanceled: true }])).toEqual(
      {
        allowed: false,
        refusals: [
          { entryNo: 3, because: "campaign_entry_canceled" },
          { entryNo: 2, because: "segment_canceled" },
        ],
      },
    );
  });
});

test("of an entry and what corrected it only one comes back", () => {
  const corrected = { ...canceled(1), correctedBy: 2 };
  const refused = {
    allowed: false,
    refusals: [{ entryNo: 1, because: "interaction_corrected", correctedBy: 2 }],
  };

  expect(decideReinstate([corrected])).toEqual(refused);
  expect(decideReinstate([{ ...corrected, successorCanceled: true }, canceled(2)])).toEqual(refused);
  expect(decideReinstate([{ ...corrected, successorCanceled: true }])).toEqual({
    allowed: true,
    entryNos: [1],
  });
});

test("INT-082 of a canceled and an open entry only the canceled one is reinstated", () => {
  expect(decideReinstate([canceled(1), open(2)])).toEqual({ allowed: true, entryNos: [1] });
});

test("only canceled and postponed entries can be deleted, all or none", () => {
  const logged = { entryNo: 1, canceled: false, postponed: false };
  const canceledOne = { ...logged, entryNo: 2, canceled: true };
  const postponed = { ...logged, entryNo: 3, postponed: true };

  expect(decideDelete([canceledOne, postponed])).toEqual({ allowed: true });
  expect(decideDelete([canceledOne, logged])).toEqual({
    allowed: false,
    because: "not_deletable",
    entryNos: [1],
  });
});

describe("the result of an interaction", () => {
  test("is stored as given, success as its opposite", () => {
    const result = {
      description: "Agreed",
      evaluation: "positive",
      wasSuccessful: false,
      cost: "17",
      durationMin: 9,
    } as const;
    expect(completeResult(result)).toEqual({
      allowed: true,
      change: {
        description: "Agreed",
        evaluation: "positive",
        attemptFailed: true,
        cost: "17",
        durationMin: 9,
      },
    });
  });

  test("changes only what is supplied", () => {
    expect(completeResult({})).toEqual({ allowed: true, change: {} });
    expect(completeResult({ evaluation: null, wasSuccessful: true })).toEqual({
      allowed: true,
      change: { evaluation: null, attemptFailed: false },
    });
  });

  test("cannot clear the description; blank cost and duration are 0", () => {
    expect(completeResult({ description: null })).toEqual({
      allowed: false,
      because: "description_required",
    });
    expect(completeResult({ cost: null, durationMin: null })).toEqual({
      allowed: true,
      change: { cost: 0, durationMin: 0 },
    });
  });
});
