/** Which way an opportunity may go on its sales cycle (campaigns O-10). Stages are in their order. */

export const actionTypes = ["first", "next", "previous", "skip", "jump", "update"] as const;
export type ActionType = (typeof actionTypes)[number];

export const actionsTaken = ["next", "previous", "updated", "jumped", "won", "lost"] as const;
/** What an entry records; `null` is the first stage. */
export type ActionTaken = (typeof actionsTaken)[number];

/** What decides about moving. */
export interface StageOnTheWay {
  readonly stage: number;
  readonly quoteRequired: boolean;
  readonly allowSkip: boolean;
}

export interface OfferedMove {
  readonly actionType: ActionType;
  /** In the order of the cycle. */
  readonly stages: readonly number[];
  /** The one that is meant where nobody says. */
  readonly preselectedStage: number;
}

/**
 * The moves that are offered, the one meant where nobody says first by `defaultMove`.
 *
 * @param current the stage it stands on; 0 where it has not been started, or stands on none
 */
export function offerMoves(stages: readonly StageOnTheWay[], current: number): OfferedMove[] {
  const [first] = stages;
  if (!first) return [];
  if (current === 0) return [move("first", [first.stage])];
  const before = stages.filter(({ stage }) => stage < current).map(({ stage }) => stage);
  const after = stages.filter(({ stage }) => stage > current);
  const skippable = skipTargets(after);
  return [
    ...(after[0] ? [move("next", [after[0].stage])] : []),
    ...(before.length > 0 ? [move("previous", before.slice(-1))] : []),
    ...(skippable.length > 1 ? [move("skip", skippable)] : []),
    ...(before.length > 1 ? [move("jump", before, before.at(-1)!)] : []),
    move("update", [current]),
  ];
}

function move(actionType: ActionType, stages: readonly number[], preselectedStage = stages[0]!): OfferedMove {
  return { actionType, stages, preselectedStage };
}

/** As far as each stage on the way allows to be skipped, and the one after. */
function skipTargets(after: readonly StageOnTheWay[]): number[] {
  if (!after[0]?.allowSkip) return [];
  const end = after.findIndex(({ allowSkip }) => !allowSkip);
  return after.slice(0, end === -1 ? after.length : end + 1).map(({ stage }) => stage);
}

/** First, else Next, else Update. */
export function defaultMove(moves: readonly OfferedMove[]): OfferedMove | undefined {
  const usual = ["first", "next", "update"] as const;
  return usual.flatMap((type) => moves.filter(({ actionType }) => actionType === type))[0];
}

export interface WantedMove {
  readonly actionType?: ActionType | undefined;
  readonly stage?: number | undefined;
}

export type MoveDecision =
  | {
      readonly allowed: true;
      readonly actionType: ActionType;
      readonly stage: number;
      readonly actionTaken: ActionTaken | null;
    }
  | {
      readonly allowed: false;
      readonly because: "cycle_without_stages" | "stage_not_available" | "quote_required";
    };

/** Whether the wanted move may be made; what is not said is the usual one. */
export function decideMove(
  stages: readonly StageOnTheWay[],
  current: number,
  wanted: WantedMove,
  hasQuote: boolean,
): MoveDecision {
  if (stages.length === 0) return { allowed: false, because: "cycle_without_stages" };
  const moves = offerMoves(stages, current);
  const chosen =
    wanted.actionType === undefined
      ? defaultMove(moves)
      : moves.find(({ actionType }) => actionType === wanted.actionType);
  const stage = wanted.stage ?? chosen?.preselectedStage;
  if (!chosen || stage === undefined || !chosen.stages.includes(stage))
    return { allowed: false, because: "stage_not_available" };
  if (needsQuote(stages, chosen.actionType, stage) && !hasQuote)
    return { allowed: false, because: "quote_required" };
  return {
    allowed: true,
    actionType: chosen.actionType,
    stage,
    actionTaken: actionTaken(stages, current, chosen.actionType, stage),
  };
}

/** Only the way on asks for a quote. */
export function needsQuote(
  stages: readonly StageOnTheWay[],
  actionType: ActionType,
  target: number,
): boolean {
  const goesOn = actionType === "next" || actionType === "skip";
  return goesOn && stages.some(({ stage, quoteRequired }) => stage === target && quoteRequired);
}

function actionTaken(
  stages: readonly StageOnTheWay[],
  current: number,
  actionType: ActionType,
  target: number,
): ActionTaken | null {
  if (actionType === "first") return null;
  if (actionType === "update") return "updated";
  const next = stages.find(({ stage }) => stage > current)?.stage;
  const previous = stages.findLast(({ stage }) => stage < current)?.stage;
  if (target === next) return "next";
  return target === previous ? "previous" : "jumped";
}
