import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, requiredCode } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { profileChangeCauses, profileChangeKinds } from "./history.rules.ts";

/** Contract of the history of a contact's answers (contacts B10). */

/** An answer that a contact got or lost, or a rating that it holds by other points than before. */
export const ProfileChange = z
  .object({
    /** The same for all answers that changed together. */
    changeNo: z.int(),
    recordedAt: z.string(),
    questionnaireCode: z.string(),
    lineNo: z.int(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    /** The line, or its questionnaire, is no longer there; the texts are those it had. */
    isLineDeleted: z.boolean(),
    change: z.enum(profileChangeKinds),
    /** Of ratings. */
    pointsBefore: z.number().nullable(),
    pointsAfter: z.number().nullable(),
    cause: z.enum(profileChangeCauses),
    /** Who ticked the answer or ordered the run; `rapport`: the program itself. */
    actor: z.string(),
  })
  .meta({ id: "ProfileChange" });
export type ProfileChange = z.output<typeof ProfileChange>;

export const listProfileChanges = endpoint({
  id: "listProfileChanges",
  method: "GET",
  path: "/contacts/{no}/profile-history",
  access: "contacts.read",
  summary: "Answers that a contact got and lost, and ratings whose points changed, the latest first.",
  description:
    "Needs `contacts.read`. Answers that were given before Rapport kept a history are missing; lines go after five years. 409 `contact_minor` for a minor.",
  params: z.strictObject({ no: requiredCode(20) }),
  query: listQuery(["recordedAt"], { questionnaireCode: codeList().optional() }),
  result: listOf(ProfileChange),
  problems: ["contact_not_found", "contact_minor"],
});
