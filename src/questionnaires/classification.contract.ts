import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { date, requiredCode } from "#platform/http/fields.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import { priorities, questionnaireLengths } from "./questionnaire.rules.ts";
import { ofQuestionnaire } from "./questionnaires.contract.ts";

/** Contracts of the classification of all contacts and of what it comes to (contacts §8, B10). */

/** A contact that a dry run names. */
const SampledContact = z
  .object({ no: z.string(), name: z.string().nullable() })
  .meta({ id: "SampledContact" });

/** How the answers of one question changed; `noOf…` count contacts. */
export const ClassifiedQuestion = z
  .object({
    questionnaireCode: z.string(),
    lineNo: z.int(),
    description: z.string().nullable(),
    /** Contacts that hold an answer of it now. */
    noOfContacts: z.int(),
    /** Answers that contacts got and lost. */
    gained: z.int(),
    lost: z.int(),
    noOfContactsChanged: z.int(),
    /** Every answer of the question, in the order of the questionnaire. */
    answers: z.array(
      z.object({
        lineNo: z.int(),
        description: z.string().nullable(),
        /** Contacts that got and lost it. */
        gained: z.int(),
        lost: z.int(),
        /** In a dry run, the first few of them. */
        gainedBy: z.array(SampledContact),
        lostBy: z.array(SampledContact),
      }),
    ),
  })
  .meta({ id: "ClassifiedQuestion" });
export type ClassifiedQuestion = z.output<typeof ClassifiedQuestion>;

export const ClassificationResult = z
  .object({
    dryRun: z.boolean(),
    /** The day the periods were counted from. */
    date: z.string(),
    questions: z.array(ClassifiedQuestion),
  })
  .meta({ id: "ClassificationResult" });
export type ClassificationResult = z.output<typeof ClassificationResult>;

export const ClassificationOrder = z
  .strictObject({
    /** Left out: all of them. */
    questionnaireCodes: z.array(requiredCode(questionnaireLengths.code)).min(1).max(500).optional(),
    /** The day that date formulas count from; today unless said. */
    date: date().optional(),
    /** Only says what would change. */
    dryRun: z.boolean().optional(),
  })
  .meta({ id: "ClassificationOrder" });

export const updateClassification = endpoint({
  id: "updateClassification",
  method: "POST",
  path: "/questionnaires/update-classification",
  access: "jobs.run",
  summary: "Answers the automatic questions of all contacts anew, then the ratings; a job.",
  description:
    "Each question is one transaction: whatever happens, its answers are all old or all new. With `dryRun` everything is undone and only counted, and the first few contacts that would get or lose an answer are named.",
  body: ClassificationOrder,
  result: z.union([ClassificationResult, JobAccepted]),
  problems: ["not_found", "class_incomplete", "class_dates"],
});

export const QuestionnaireDistribution = z
  .object({
    /** Contacts the questionnaire is for; minors are not among them. */
    noOfContacts: z.int(),
    questions: z.array(
      z.object({
        lineNo: z.int(),
        description: z.string().nullable(),
        isAutomatic: z.boolean(),
        isRating: z.boolean(),
        classifiedOn: z.string().nullable(),
        /** Contacts that hold at least one of its answers. */
        noOfContacts: z.int(),
        answers: z.array(
          z.object({
            lineNo: z.int(),
            description: z.string().nullable(),
            priority: z.enum(priorities),
            noOfContacts: z.int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "QuestionnaireDistribution" });
export type QuestionnaireDistribution = z.output<typeof QuestionnaireDistribution>;

export const getQuestionnaireDistribution = endpoint({
  id: "getQuestionnaireDistribution",
  method: "GET",
  path: "/questionnaires/{code}/distribution",
  access: "contacts.read",
  summary: "How many contacts hold each answer; `profileAnswer=code:line` of /contacts lists them.",
  params: ofQuestionnaire,
  result: QuestionnaireDistribution,
  problems: ["not_found"],
});
