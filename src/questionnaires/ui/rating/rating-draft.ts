import type { z } from "zod";
import type { NewRating, ratingPresets } from "../../ratings.contract.ts";
import { splitAnswerCode } from "../split-answer-code.ts";

export type RatingPreset = (typeof ratingPresets)[number];

export interface DraftAnswer {
  readonly description: string | null;
  readonly fromValue: number | null;
  readonly toValue: number | null;
}

export interface DraftPoints {
  /** `questionnaire:line`. */
  readonly code: string;
  readonly label: string;
  readonly points: number;
}

/** A rating while it is being made. */
export interface RatingDraft {
  readonly description: string | null;
  readonly minPercentAnswered: number;
  readonly preset: RatingPreset;
  readonly answers: readonly DraftAnswer[];
  readonly points: readonly DraftPoints[];
}

export const ratingSteps = ["what", "answers", "points"] as const;
export type RatingStep = (typeof ratingSteps)[number];

/** What the steps are given. */
export interface RatingStepProps {
  readonly draft: RatingDraft;
  readonly change: (part: Partial<RatingDraft>) => void;
  /** What is missing shows. */
  readonly isPressed: boolean;
}

export const blankAnswer: DraftAnswer = { description: null, fromValue: null, toValue: null };

/** As many answers as the preset has. */
export function answersOf(preset: RatingPreset): readonly DraftAnswer[] {
  return Array.from({ length: { highLow: 2, abc: 3, custom: 1 }[preset] }, () => blankAnswer);
}

export const blankRating: RatingDraft = {
  description: null,
  minPercentAnswered: 0,
  preset: "highLow",
  answers: answersOf("highLow"),
  points: [],
};

/** Each answer has at least one bound, in order; own answers have a name. */
export function isWhole(answer: DraftAnswer, preset: RatingPreset): boolean {
  const { description, fromValue, toValue } = answer;
  if (!fromValue && !toValue) return false;
  if (fromValue && toValue && fromValue > toValue) return false;
  return preset !== "custom" || description !== null;
}

export function canLeave(step: RatingStep, draft: RatingDraft): boolean {
  if (step === "what") return draft.description !== null;
  if (step === "answers") return draft.answers.every((answer) => isWhole(answer, draft.preset));
  return true;
}

/** The whole as one call takes it. */
export function toBody(draft: RatingDraft): z.input<typeof NewRating> {
  return {
    description: draft.description ?? "",
    minPercentAnswered: draft.minPercentAnswered,
    preset: draft.preset,
    answers: draft.answers.map(({ description, ...bounds }) => ({
      ...bounds,
      ...(description !== null && { description }),
    })),
    points: draft.points.map(({ code, points }) => ({ ...splitAnswerCode(code), points })),
  };
}
