import type { DemoContact, DemoLanguage, DemoProfiles } from "./demo.types.ts";
import { addDays, workdayBefore } from "./demo-calendar.ts";
import {
  type ManualRow,
  type QuestionnaireRow,
  questionnaireRows,
  type RangesRow,
} from "./questionnaires.data.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** Of those who are asked, how many answer a question. */
const ANSWERED_SHARE = 0.85;

/** The questionnaires of the house, and what some companies and people have answered within the last year or so. */
export function generateQuestionnaires(
  contacts: readonly DemoContact[],
  today: string,
  language: DemoLanguage,
  seed: number,
): DemoProfiles {
  return {
    questionnaires: questionnaireRows.map((row) => inWords(row, language)),
    answers: questionnaireRows.flatMap((row) => {
      const random = seededRandom(`questionnaire ${row.code} ${seed}`);
      return contacts
        .filter((contact) => isFor(row, contact) && random.chance(row.askedShare))
        .flatMap((contact) => answersOf(contact, row, today, random));
    }),
  };
}

function isFor({ contactType }: QuestionnaireRow, { type, privacyBlocked }: DemoContact): boolean {
  return (contactType === "companies") === (type === "company") && !privacyBlocked;
}

/** One talk, on one day, in which most of the questions came up. */
function answersOf(
  { key: contactKey, organizationalLevelCode }: DemoContact,
  { code, manual }: QuestionnaireRow,
  today: string,
  random: Random,
): DemoProfiles["answers"] {
  const date = workdayBefore(addDays(today, -random.between(1, 400)));
  return manual.flatMap(({ multipleAnswers, answers, byLevel }, questionIndex) => {
    if (!random.chance(ANSWERED_SHARE)) return [];
    const possible = byLevel?.[organizationalLevelCode ?? ""] ?? [...answers.keys()];
    const indexes = random.sample(possible, multipleAnswers ? random.between(1, 2) : 1);
    return indexes.map((answerIndex) => ({
      contactKey,
      questionnaireCode: code,
      questionIndex,
      answerIndex,
      date,
    }));
  });
}

function inWords(
  { code, text, contactType, manual, talked, rating }: QuestionnaireRow,
  language: DemoLanguage,
): DemoProfiles["questionnaires"][number] {
  const word = ([en, fi]: ManualRow["text"]) => (language === "fi" ? fi : en);
  const ranges = (row: RangesRow) => ({
    description: word(row.text),
    answers: row.answers.map(([en, fi, fromValue, toValue]) => ({
      description: word([en, fi]),
      fromValue,
      toValue,
    })),
  });
  return {
    code,
    description: word(text),
    contactType,
    manual: manual.map((question) => ({
      description: word(question.text),
      multipleAnswers: question.multipleAnswers ?? false,
      answers: question.answers.map(([en, fi, points = 0]) => ({ description: word([en, fi]), points })),
    })),
    talked: talked && ranges(talked),
    rating: rating && ranges(rating),
  };
}
