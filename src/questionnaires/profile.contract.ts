import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { flag, requiredCode } from "#platform/http/fields.ts";
import { lineNoParameter } from "./lines.contract.ts";
import { priorities, questionnaireLengths } from "./questionnaire.rules.ts";

/** Contracts of the profile of a contact: what it has answered (contacts §8). */

const contactNoLength = 20;

/** A line that gave points in a rating. */
export const PointsGiven = z
  .object({
    questionnaireCode: z.string(),
    lineNo: z.int(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    points: z.number(),
  })
  .meta({ id: "PointsGiven" });

export const ProfileAnswer = z
  .object({
    questionnaireCode: z.string(),
    lineNo: z.int(),
    questionLineNo: z.int().nullable(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    priority: z.enum(priorities),
    questionnairePriority: z.enum(priorities),
    isAutomatic: z.boolean(),
    isRating: z.boolean(),
    /** The day it was given or found; of a rating that of the oldest answer it rests on. */
    date: z.string().nullable(),
    /** Of ratings, and which answers gave them. */
    points: z.number().nullable(),
    answeredPercent: z.number().nullable(),
    pointsFrom: z.array(PointsGiven),
  })
  .meta({ id: "ProfileAnswer" });
export type ProfileAnswer = z.output<typeof ProfileAnswer>;

export const ProfileQuestion = z
  .object({
    lineNo: z.int(),
    description: z.string().nullable(),
    multipleAnswers: z.boolean(),
    isAutomatic: z.boolean(),
    isRating: z.boolean(),
    answers: z.array(
      z.object({
        lineNo: z.int(),
        description: z.string().nullable(),
        priority: z.enum(priorities),
        isHeld: z.boolean(),
        date: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ProfileQuestion" });
export type ProfileQuestion = z.output<typeof ProfileQuestion>;

export const ContactProfile = z
  .object({
    /** What the contact has answered: by answer priority, then questionnaire priority; hidden ones are left out. */
    items: z.array(ProfileAnswer),
    /** The questionnaires that are for the contact, or that it has answers of. */
    questionnaires: z.array(
      z.object({
        code: z.string(),
        description: z.string().nullable(),
        priority: z.enum(priorities),
        questions: z.array(ProfileQuestion),
      }),
    ),
  })
  .meta({ id: "ContactProfile" });
export type ContactProfile = z.output<typeof ContactProfile>;

const ofContact = z.strictObject({ no: requiredCode(contactNoLength) });
const ofAnswer = ofContact.extend({
  questionnaireCode: requiredCode(questionnaireLengths.code),
  lineNo: lineNoParameter(),
});

const path = "/contacts/{no}/profile-answers/{questionnaireCode}/{lineNo}";

export const getContactProfile = endpoint({
  id: "getContactProfile",
  method: "GET",
  path: "/contacts/{no}/profile-answers",
  access: "contacts.read",
  summary: "What a contact has answered, and the questionnaires that are for it.",
  description: "409 `profile_none` where there is no questionnaire for it, `contact_minor` for a minor.",
  params: ofContact,
  result: ContactProfile,
  problems: ["contact_not_found", "profile_none", "contact_minor"],
});

export const setProfileAnswer = endpoint({
  id: "setProfileAnswer",
  method: "PUT",
  path,
  access: "contacts.write",
  summary: "Ticks an answer for a contact; ratings that rest on it are found anew at once.",
  description: "With `replace`, an answer to a question that takes one only gives way.",
  params: ofAnswer,
  query: z.strictObject({ replace: flag().optional() }),
  problems: [
    "contact_not_found",
    "not_found",
    "contact_minor",
    "profile_not_offered",
    "profile_not_answer",
    "profile_auto",
    "profile_single_answer",
  ],
});

export const clearProfileAnswer = endpoint({
  id: "clearProfileAnswer",
  method: "DELETE",
  path,
  access: "contacts.write",
  summary: "Takes an answer back; one that was not given is no error.",
  params: ofAnswer,
  problems: ["contact_not_found", "not_found", "contact_minor", "profile_not_answer", "profile_auto"],
});
