import { lookupOf } from "#web/fields/lookup.ts";
import { listQuestionnaireAnswers } from "../lines.contract.ts";
import { answerName } from "./answer-name.ts";

/** Answers of all questionnaires, known by `questionnaire:line`. */
export const answerSource = lookupOf(listQuestionnaireAnswers, {
  option: ({ code, question, answer, questionnaireCode }) => ({
    value: code,
    label: answerName(question, answer, code),
    description: questionnaireCode,
  }),
});
