import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredCode, requiredText, text } from "#platform/http/fields.ts";
import { lineNoParameter, ofLine, QuestionnaireLine } from "./lines.contract.ts";
import { questionnaireLengths as length } from "./questionnaire.rules.ts";
import { ofQuestionnaire } from "./questionnaires.contract.ts";

/** Contracts of ratings: questions that points of other answers answer (contacts §8). */

const mostPoints = 1_000_000;

/** Points, at most two decimals; inside a decimal text. */
const points = () =>
  z
    .number()
    .min(-mostPoints)
    .max(mostPoints)
    .refine((value) => Number(value.toFixed(2)) === value, {
      params: { code: "too_many_decimals", values: { maximum: 2 } },
    })
    .transform((value) => String(value));

export const RatingPoints = z
  .object({
    questionnaireCode: z.string(),
    lineNo: z.int(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    points: z.number(),
  })
  .meta({ id: "RatingPoints" });
export type RatingPoints = z.output<typeof RatingPoints>;

export const listRatingPoints = endpoint({
  id: "listRatingPoints",
  method: "GET",
  path: "/questionnaires/{code}/lines/{lineNo}/points",
  access: "setup.read",
  summary: "The answers that give a contact points in this rating, on one page.",
  params: ofLine,
  result: z.object({ items: z.array(RatingPoints) }).meta({ id: "RatingPointsList" }),
  problems: ["not_found"],
});

export const putRatingPoints = endpoint({
  id: "putRatingPoints",
  method: "PUT",
  path: "/questionnaires/{code}/lines/{lineNo}/points/{answerQuestionnaireCode}/{answerLineNo}",
  access: "setup.write",
  summary: "Says how many points an answer gives in this rating; 0 takes it out.",
  params: ofLine.extend({
    answerQuestionnaireCode: requiredCode(length.code),
    answerLineNo: lineNoParameter(),
  }),
  body: z.strictObject({ points: points() }).meta({ id: "RatingPointsChange" }),
  problems: ["not_found", "rating_required", "profile_not_answer", "rating_cycle"],
});

/** Answers of a new rating: their names are given, or come with the preset. */
export const ratingPresets = ["highLow", "abc", "custom"] as const;

const limit = () => z.number().min(-1e9).max(1e9).nullable().optional();

export const NewRating = z
  .strictObject({
    description: requiredText(length.description),
    minPercentAnswered: z.int().min(0).max(100).optional(),
    preset: z.enum(ratingPresets),
    /** Two for `highLow` (high, low), three for `abc`, any number for `custom`; each with one bound or both. */
    answers: z
      .array(
        z.strictObject({
          description: text(length.description).optional(),
          fromValue: limit(),
          toValue: limit(),
        }),
      )
      .min(1)
      .max(100),
    points: z
      .array(
        z.strictObject({
          questionnaireCode: requiredCode(length.code),
          lineNo: z.int().min(1),
          points: points(),
        }),
      )
      .max(1_000)
      .optional(),
  })
  .meta({ id: "NewRating" });
export type NewRating = z.output<typeof NewRating>;

export const createRating = endpoint({
  id: "createRating",
  method: "POST",
  path: "/questionnaires/{code}/ratings",
  access: "setup.write",
  summary: "Appends a rating with its answers and, if wanted, its points in one call.",
  params: ofQuestionnaire,
  body: NewRating,
  result: z.object({ items: z.array(QuestionnaireLine) }).meta({ id: "NewRatingLines" }),
  status: 201,
  problems: ["not_found", "rating_answers", "rating_range", "required", "rating_cycle"],
});
