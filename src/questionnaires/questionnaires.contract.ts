import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, enumList, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { lineWarnings } from "./classification.rules.ts";
import {
  questionnaireLengths as length,
  priorities,
  questionnaireContactTypes,
} from "./questionnaire.rules.ts";
import { classificationSchedules, weekdays } from "./schedule.rules.ts";

/** Contracts of questionnaires (contacts §8). */

const written = {
  description: text(length.description).optional(),
  contactType: z.enum(questionnaireContactTypes).nullable().optional(),
  businessRelationCode: code(10).optional(),
  priority: z.enum(priorities).optional(),
  classificationSchedule: z.enum(classificationSchedules).optional(),
  classificationWeekday: z.enum(weekdays).optional(),
  classificationHour: z.int().min(0).max(23).optional(),
};

export const Questionnaire = z
  .object({
    code: z.string(),
    description: z.string().nullable(),
    /** `null`: for companies and people. */
    contactType: z.enum(questionnaireContactTypes).nullable(),
    businessRelationCode: z.string().nullable(),
    priority: z.enum(priorities),
    /** When its automatic questions are answered anew by themselves (B10). */
    classificationSchedule: z.enum(classificationSchedules),
    /** Of weekly ones. */
    classificationWeekday: z.enum(weekdays),
    /** 0–23, by the organisation's clock. */
    classificationHour: z.int(),
    noOfQuestions: z.int(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Questionnaire" });
export type Questionnaire = z.output<typeof Questionnaire>;

export const NewQuestionnaire = z
  .strictObject({ code: requiredCode(length.code), ...written })
  .meta({ id: "NewQuestionnaire" });
export type NewQuestionnaire = z.output<typeof NewQuestionnaire>;

export const QuestionnaireChanges = z
  .strictObject({ code: requiredCode(length.code).optional(), ...written })
  .meta({ id: "QuestionnaireChanges" });
export type QuestionnaireChanges = z.output<typeof QuestionnaireChanges>;

export const ofQuestionnaire = z.strictObject({ code: requiredCode(length.code) });

export const listQuestionnaires = endpoint({
  id: "listQuestionnaires",
  method: "GET",
  path: "/questionnaires",
  access: "setup.read",
  summary: "Questionnaires; `search` looks for words in code and description.",
  query: listQuery(["code", "description"], {
    search: z.string().max(200).optional(),
    code: codeList().optional(),
    contactType: enumList(questionnaireContactTypes).optional(),
    businessRelationCode: codeList().optional(),
    priority: enumList(priorities).optional(),
  }),
  result: listOf(Questionnaire),
});

export const getQuestionnaire = endpoint({
  id: "getQuestionnaire",
  method: "GET",
  path: "/questionnaires/{code}",
  access: "setup.read",
  summary: "One questionnaire; its questions and answers are its lines.",
  params: ofQuestionnaire,
  result: Questionnaire,
  problems: ["not_found"],
});

export const createQuestionnaire = endpoint({
  id: "createQuestionnaire",
  method: "POST",
  path: "/questionnaires",
  access: "setup.write",
  summary: "Creates a questionnaire without lines.",
  body: NewQuestionnaire,
  result: Questionnaire,
  status: 201,
  problems: ["duplicate", "not_found"],
});

export const changeQuestionnaire = endpoint({
  id: "changeQuestionnaire",
  method: "PATCH",
  path: "/questionnaires/{code}",
  access: "setup.write",
  summary: "Changes a questionnaire; a new `code` shows everywhere at once.",
  params: ofQuestionnaire,
  body: QuestionnaireChanges,
  result: Questionnaire,
  problems: ["not_found", "duplicate", "stale_version"],
});

export const deleteQuestionnaire = endpoint({
  id: "deleteQuestionnaire",
  method: "DELETE",
  path: "/questionnaires/{code}",
  access: "setup.write",
  summary: "Deletes a questionnaire with its lines, unless contacts hold one of them or a rating needs one.",
  params: ofQuestionnaire,
  problems: ["not_found", "questionnaire_in_use", "stale_version"],
});

export const checkQuestionnaire = endpoint({
  id: "checkQuestionnaire",
  method: "GET",
  path: "/questionnaires/{code}/check",
  access: "setup.read",
  summary: "The lines that will not work as they are, each with what is wrong (campaigns R-17).",
  params: ofQuestionnaire,
  result: z.object({
    items: z.array(z.object({ lineNo: z.int(), warnings: z.array(z.enum(lineWarnings)) })),
  }),
  problems: ["not_found"],
});
