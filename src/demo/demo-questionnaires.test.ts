import { describe, expect, test } from "vitest";
import { demoContent } from "./demo-content.ts";

const TODAY = "2026-11-25";
const demo = demoContent("en", TODAY);
const { questionnaires, answers } = demo.profiles;
const contacts = new Map(demo.contacts.map((contact) => [contact.key, contact]));

const askedOf = (code: string) =>
  new Set(answers.filter((answer) => answer.questionnaireCode === code).map(({ contactKey }) => contactKey));

describe("what was answered", () => {
  test("by about half of the companies and a third of the people", () => {
    const companies = demo.contacts.filter(({ type }) => type === "company").length;
    const people = demo.contacts.length - companies;
    expect(askedOf("COMPANY").size / companies).toBeGreaterThan(0.4);
    expect(askedOf("COMPANY").size / companies).toBeLessThan(0.6);
    expect(askedOf("PERSON").size / people).toBeGreaterThan(0.25);
    expect(askedOf("PERSON").size / people).toBeLessThan(0.42);
  });

  test("by contacts whom the questionnaire is for, and not by those who are blocked", () => {
    for (const { contactKey, questionnaireCode } of answers)
      expect(contacts.get(contactKey)).toMatchObject({
        type: questionnaireCode === "COMPANY" ? "company" : "person",
        privacyBlocked: false,
      });
  });

  test("before today, each answer once, and one only where a question takes one", () => {
    const given = new Map<string, number[]>();
    for (const { contactKey, questionnaireCode, questionIndex, answerIndex, date } of answers) {
      expect(date < TODAY).toBe(true);
      const key = `${contactKey} ${questionnaireCode} ${questionIndex}`;
      given.set(key, [...(given.get(key) ?? []), answerIndex]);
      const { manual } = questionnaires.find(({ code }) => code === questionnaireCode)!;
      const { multipleAnswers, answers: offered } = manual[questionIndex]!;
      expect(offered[answerIndex]).toBeDefined();
      expect(new Set(given.get(key)).size).toBe(given.get(key)!.length);
      if (!multipleAnswers) expect(given.get(key)).toHaveLength(1);
    }
    expect([...given.values()].some(({ length }) => length === 2)).toBe(true);
  });

  test("those who lead a company decide", () => {
    const roles = answers.filter(
      ({ contactKey, questionnaireCode, questionIndex }) =>
        contacts.get(contactKey)!.organizationalLevelCode === "CEO" &&
        questionnaireCode === "PERSON" &&
        questionIndex === 0,
    );
    expect(roles.length).toBeGreaterThan(3);
    expect(new Set(roles.map(({ answerIndex }) => answerIndex))).toEqual(new Set([0]));
  });
});

test("whatever the points come to, there is exactly one rating for them", () => {
  const rated = questionnaires.filter(({ rating }) => rating !== null);
  expect(rated.map(({ code }) => code)).toEqual(["COMPANY"]);
  const most = rated[0]!.manual
    .flatMap((question) => question.answers.map(({ points }) => points))
    .reduce((a, b) => a + b);
  for (let points = 0; points <= most; points += 1) {
    const matching = rated[0]!.rating!.answers.filter(
      ({ fromValue, toValue }) => points >= (fromValue ?? 0) && points <= (toValue ?? most),
    );
    expect(matching).toHaveLength(1);
  }
});

test("questionnaires speak the language asked for; who answered what is the same", () => {
  const finnish = demoContent("fi", TODAY).profiles;

  expect(finnish.answers).toEqual(answers);
  expect(demoContent("en", TODAY).profiles).toEqual(demo.profiles);
  const texts = textsOf(finnish.questionnaires);
  expect(texts).toHaveLength(textsOf(questionnaires).length);
  for (const [index, text] of textsOf(questionnaires).entries()) expect(texts[index]).not.toBe(text);
});

function textsOf(list: typeof questionnaires): string[] {
  return list.flatMap(({ description, manual, talked, rating }) => [
    description,
    ...[...manual, ...(talked ? [talked] : []), ...(rating ? [rating] : [])].flatMap((question) => [
      question.description,
      ...question.answers.map((answer) => answer.description),
    ]),
  ]);
}
