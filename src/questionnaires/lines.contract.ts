import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, dateFormula, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import {
  classificationMethods,
  contactClassFields,
  customerClassFields,
  questionnaireLengths as length,
  lineTypes,
  priorities,
  sortingMethods,
  vendorClassFields,
} from "./questionnaire.rules.ts";
import { ofQuestionnaire } from "./questionnaires.contract.ts";

/** Contracts of the questions and answers of a questionnaire (contacts §8). */

const mostDecimals = 10;
const largest = 1e13;

/** A bound, inside as a decimal text; 0 is none, as blank is. */
const bound = () =>
  z
    .number()
    .min(-largest)
    .max(largest)
    .refine((value) => Number(value.toFixed(mostDecimals)) === value, {
      params: { code: "too_many_decimals", values: { maximum: mostDecimals } },
    })
    .nullable()
    .transform((value) =>
      value ? (String(value).includes("e") ? value.toFixed(mostDecimals) : String(value)) : null,
    );

const written = {
  description: text(length.description).optional(),
  multipleAnswers: z.boolean().optional(),
  autoClassification: z.boolean().optional(),
  customerClassField: z.enum(customerClassFields).nullable().optional(),
  vendorClassField: z.enum(vendorClassFields).nullable().optional(),
  contactClassField: z.enum(contactClassFields).nullable().optional(),
  startingDateFormula: dateFormula().optional(),
  endingDateFormula: dateFormula().optional(),
  classificationMethod: z.enum(classificationMethods).nullable().optional(),
  sortingMethod: z.enum(sortingMethods).nullable().optional(),
  decimals: z.int().min(-25).max(25).optional(),
  minPercentAnswered: z.int().min(0).max(100).optional(),
  fromValue: bound().optional(),
  toValue: bound().optional(),
  priority: z.enum(priorities).optional(),
};

export const QuestionnaireLine = z
  .object({
    lineNo: z.int(),
    type: z.enum(lineTypes),
    /** Of an answer the line of its question; `null` for questions and for answers above all questions. */
    questionLineNo: z.int().nullable(),
    description: z.string().nullable(),
    multipleAnswers: z.boolean(),
    autoClassification: z.boolean(),
    customerClassField: z.enum(customerClassFields).nullable(),
    vendorClassField: z.enum(vendorClassFields).nullable(),
    contactClassField: z.enum(contactClassFields).nullable(),
    startingDateFormula: z.string().nullable(),
    endingDateFormula: z.string().nullable(),
    classificationMethod: z.enum(classificationMethods).nullable(),
    sortingMethod: z.enum(sortingMethods).nullable(),
    decimals: z.int(),
    minPercentAnswered: z.int(),
    fromValue: z.number().nullable(),
    toValue: z.number().nullable(),
    priority: z.enum(priorities),
    /** Contacts that hold the answer. */
    noOfContacts: z.int(),
    /** Of an automatic question: the day as of which its answers were found. */
    classifiedOn: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "QuestionnaireLine" });
export type QuestionnaireLine = z.output<typeof QuestionnaireLine>;

export const NewQuestionnaireLine = z
  .strictObject({
    type: z.enum(lineTypes).optional(),
    /** Stands behind this line; 0: at the beginning; left out: at the end. */
    afterLineNo: z.int().min(0).optional(),
    ...written,
  })
  .meta({ id: "NewQuestionnaireLine" });
export type NewQuestionnaireLine = z.output<typeof NewQuestionnaireLine>;

export const QuestionnaireLineChanges = z
  .strictObject({
    type: z.enum(lineTypes).optional(),
    ...written,
    /** Whether the points of a question that is no rating any more may go. */
    deletePoints: z.boolean().optional(),
  })
  .meta({ id: "QuestionnaireLineChanges" });
export type QuestionnaireLineChanges = z.output<typeof QuestionnaireLineChanges>;

/** The number of a line in a path. */
export const lineNoParameter = () =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number);

export const ofLine = z.strictObject({ code: requiredCode(length.code), lineNo: lineNoParameter() });

const lineProblems = [
  "not_found",
  "questionnaire_question_only",
  "questionnaire_answer_only",
  "class_needs_auto",
  "class_fixed_by_rating",
  "class_only_rating",
  "class_no_sorting",
  "class_single_field",
  "invalid_date_formula",
] as const;

export const listQuestionnaireLines = endpoint({
  id: "listQuestionnaireLines",
  method: "GET",
  path: "/questionnaires/{code}/lines",
  access: "setup.read",
  summary:
    "All questions and answers in their order, on one page; answers belong to the nearest question above.",
  params: ofQuestionnaire,
  result: z.object({ items: z.array(QuestionnaireLine) }).meta({ id: "QuestionnaireLines" }),
  problems: ["not_found"],
});

export const getQuestionnaireLine = endpoint({
  id: "getQuestionnaireLine",
  method: "GET",
  path: "/questionnaires/{code}/lines/{lineNo}",
  access: "setup.read",
  summary: "One question or answer.",
  params: ofLine,
  result: QuestionnaireLine,
  problems: ["not_found"],
});

export const createQuestionnaireLine = endpoint({
  id: "createQuestionnaireLine",
  method: "POST",
  path: "/questionnaires/{code}/lines",
  access: "setup.write",
  summary: "Adds a question or, unless said, an answer; the first line is a question.",
  params: ofQuestionnaire,
  body: NewQuestionnaireLine,
  result: QuestionnaireLine,
  status: 201,
  problems: [...lineProblems, "rating_cycle"],
});

export const changeQuestionnaireLine = endpoint({
  id: "changeQuestionnaireLine",
  method: "PATCH",
  path: "/questionnaires/{code}/lines/{lineNo}",
  access: "setup.write",
  summary: "Changes a line; what depends on a class field or a method follows (contacts §8).",
  description:
    "Choosing one class field clears the other two and, without a method, sets `definedValue`; `rating` fixes that method and clears sorting and dates; clearing the class field resets dates, method, sorting, decimals and `minPercentAnswered`. A bound of 0 is none. Taking `rating` from a question that has points needs `deletePoints`.",
  params: ofLine,
  body: QuestionnaireLineChanges,
  result: QuestionnaireLine,
  problems: [
    ...lineProblems,
    "questionnaire_type_field",
    "questionnaire_in_use",
    "confirmation_required",
    "rating_cycle",
    "stale_version",
  ],
});

export const deleteQuestionnaireLine = endpoint({
  id: "deleteQuestionnaireLine",
  method: "DELETE",
  path: "/questionnaires/{code}/lines/{lineNo}",
  access: "setup.write",
  summary: "Deletes a line that no contact holds, no rating needs and, of questions, no answer follows.",
  params: ofLine,
  problems: ["not_found", "questionnaire_in_use", "rating_cycle", "stale_version"],
});

export const moveQuestionnaireLine = endpoint({
  id: "moveQuestionnaireLine",
  method: "POST",
  path: "/questionnaires/{code}/lines/{lineNo}/move",
  access: "setup.write",
  summary: "Swaps an answer with the one above or below it of the same question; at the end nothing happens.",
  params: ofLine,
  body: z.strictObject({ direction: z.enum(["up", "down"]) }).meta({ id: "QuestionnaireLineMove" }),
  result: QuestionnaireLine,
  problems: ["not_found", "profile_not_answer"],
});

export const QuestionnaireAnswer = z
  .object({
    /** `questionnaire:line`, as the filter `profileAnswer` of contacts takes it. */
    code: z.string(),
    questionnaireCode: z.string(),
    lineNo: z.int(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    questionLineNo: z.int().nullable(),
  })
  .meta({ id: "QuestionnaireAnswer" });

export const listQuestionnaireAnswers = endpoint({
  id: "listQuestionnaireAnswers",
  method: "GET",
  path: "/questionnaire-answers",
  access: "setup.read",
  summary:
    "Answers of all questionnaires, to choose from; `search` looks for words in code, question and answer.",
  query: listQuery(["code"], {
    search: z.string().max(200).optional(),
    code: codeList().optional(),
    questionnaireCode: codeList().optional(),
  }),
  result: listOf(QuestionnaireAnswer),
});
