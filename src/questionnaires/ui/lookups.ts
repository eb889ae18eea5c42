import { lookupOf } from "#web/fields/lookup.ts";
import { listQuestionnaireAnswers } from "../lines.contract.ts";

/** Answers of all questionnaires, known by `questionnaire:line`. */
export const answerSource = lookupOf(listQuestionnaireAnswers, {
  option: ({ code, question, answer, questionnaireCode }) => ({
    value: code,
    label: [question, answer].filter((text) => text !== null).join(": ") || code,
    description: questionnaireCode,
  }),
});
