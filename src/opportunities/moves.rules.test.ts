import { describe, expect, test } from "vitest";
import { decideMove, defaultMove, offerMoves, type StageOnTheWay, type WantedMove } from "./moves.rules.ts";

function stagesOf(...written: readonly (number | Partial<StageOnTheWay>)[]): StageOnTheWay[] {
  return written.map((each, index) => ({
    stage: index + 1,
    quoteRequired: false,
    allowSkip: false,
    ...(typeof each === "number" ? { stage: each } : each),
  }));
}

const four = stagesOf({}, { allowSkip: true }, { allowSkip: true }, {});

/** `next 2`, `skip 2,3,4`: what is offered and where it leads; `*` is preselected. */
function offered(stages: readonly StageOnTheWay[], current: number): string[] {
  return offerMoves(stages, current).map(
    ({ actionType, stages: targets, preselectedStage }) =>
      `${actionType} ${targets.map((stage) => (stage === preselectedStage ? `${stage}*` : stage)).join(",")}`,
  );
}

describe("O-10: what is offered", () => {
  test.for<[string, readonly StageOnTheWay[], number, readonly string[]]>([
    ["not started", four, 0, ["first 1*"]],
    ["not started, gaps", stagesOf(10, 20), 0, ["first 10*"]],
    ["a cycle without stages", [], 0, []],
    ["COT-029 from 1, 2 and 3 allow skip", four, 1, ["next 2*", "skip 2*,3,4", "update 1*"]],
    ["from 2", four, 2, ["next 3*", "previous 1*", "skip 3*,4", "update 2*"]],
    ["from 3: one target is no skip", four, 3, ["next 4*", "previous 2*", "jump 1,2*", "update 3*"]],
    ["COT-030 from 4", four, 4, ["previous 3*", "jump 1,2,3*", "update 4*"]],
    [
      "the stage after allows no skip",
      stagesOf({}, {}, { allowSkip: true }, {}),
      1,
      ["next 2*", "update 1*"],
    ],
    [
      "the skip ends where one allows none",
      stagesOf({}, { allowSkip: true }, {}, { allowSkip: true }, {}),
      1,
      ["next 2*", "skip 2*,3", "update 1*"],
    ],
    [
      "the last ones all allow it",
      stagesOf({}, { allowSkip: true }, { allowSkip: true }),
      1,
      ["next 2*", "skip 2*,3", "update 1*"],
    ],
    ["the only stage", stagesOf({}), 1, ["update 1*"]],
    ["gaps", stagesOf(10, 20, 30), 20, ["next 30*", "previous 10*", "update 20*"]],
  ])("%s", ([, stages, current, expected]) => {
    expect(offered(stages, current)).toEqual(expected);
  });

  test.for([
    [0, "first"],
    [1, "next"],
    [4, "update"],
  ] as const)("from %i one says nothing and means %s", ([current, expected]) => {
    expect(defaultMove(offerMoves(four, current))?.actionType).toBe(expected);
  });
});

describe("O-10: what is decided", () => {
  const quoted = stagesOf({}, { quoteRequired: true, allowSkip: true }, { allowSkip: true }, {});
  test.for<[string, readonly StageOnTheWay[], number, WantedMove, string]>([
    ["nothing said, not started", four, 0, {}, "first 1 null"],
    ["nothing said", four, 1, {}, "next 2 next"],
    ["nothing said on the last", four, 4, {}, "update 4 updated"],
    ["COT-027 next before the first", four, 0, { actionType: "next" }, "stage_not_available"],
    ["COT-027 update before the first", four, 0, { actionType: "update" }, "stage_not_available"],
    ["first again", four, 1, { actionType: "first" }, "stage_not_available"],
    ["next of the last", four, 4, { actionType: "next" }, "stage_not_available"],
    ["previous of the first", four, 1, { actionType: "previous" }, "stage_not_available"],
    ["another stage than next", four, 1, { actionType: "next", stage: 3 }, "stage_not_available"],
    ["no such stage", four, 1, { actionType: "skip", stage: 9 }, "stage_not_available"],
    ["COT-029 skip to the next one", four, 1, { actionType: "skip", stage: 2 }, "skip 2 next"],
    ["COT-029 skip to the last", four, 1, { actionType: "skip", stage: 4 }, "skip 4 jumped"],
    ["COT-030 jump back", four, 4, { actionType: "jump", stage: 2 }, "jump 2 jumped"],
    ["COT-030 jump to the nearest", four, 4, { actionType: "jump" }, "jump 3 previous"],
    ["previous", four, 4, { actionType: "previous" }, "previous 3 previous"],
    ["COT-031 next asks for a quote", quoted, 1, { actionType: "next" }, "quote_required"],
    ["COT-031 skip to it too", quoted, 1, { actionType: "skip", stage: 2 }, "quote_required"],
    ["skip over it does not", quoted, 1, { actionType: "skip", stage: 3 }, "skip 3 jumped"],
    ["back to it does not", quoted, 3, { actionType: "previous" }, "previous 2 previous"],
    ["staying on it does not", quoted, 2, { actionType: "update" }, "update 2 updated"],
    ["a cycle without stages", [], 0, {}, "cycle_without_stages"],
  ])("%s", ([, stages, current, wanted, expected]) => {
    const decision = decideMove(stages, current, wanted, false);
    expect(
      decision.allowed
        ? `${decision.actionType} ${decision.stage} ${decision.actionTaken}`
        : decision.because,
    ).toBe(expected);
  });

  test("with a quote one goes on", () => {
    expect(decideMove(quoted, 1, { actionType: "next" }, true)).toMatchObject({ allowed: true, stage: 2 });
  });
});
