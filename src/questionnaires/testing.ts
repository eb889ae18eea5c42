import { expect } from "vitest";
import type { TestApp } from "#app/testing.ts";
import { unique } from "#interactions/testing.ts";
import type { ClassifiedQuestion } from "./classification.contract.ts";

/** A line as a test writes it: its texts by what matters to it. */
export type GivenLine = Readonly<Record<string, unknown>> & { readonly type: "question" | "answer" };

export interface GivenQuestionnaire {
  readonly code: string;
  /** Numbers of the lines by their description. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A questionnaire made over the API, with its lines in their order. */
export async function givenQuestionnaire(
  app: TestApp,
  header: Readonly<Record<string, unknown>>,
  lines: readonly GivenLine[],
): Promise<GivenQuestionnaire> {
  const admin = await app.as("crmAdmin");
  const code = unique("Q");
  const created = await admin.post("/questionnaires", { code, ...header });
  expect(created.status, created.text).toBe(201);
  const numbers: Record<string, number> = {};
  for (const line of lines) {
    const { status, body, text } = await admin.post(`/questionnaires/${code}/lines`, line);
    expect(status, text).toBe(201);
    numbers[String(line.description)] = body.lineNo;
  }
  return { code, lines: numbers };
}

export function question(description: string, fields: Readonly<Record<string, unknown>> = {}): GivenLine {
  return { type: "question", description, ...fields };
}

export function answer(description: string, fields: Readonly<Record<string, unknown>> = {}): GivenLine {
  return { type: "answer", description, ...fields };
}

/** The class of an automatic question over this year, by defined value unless said. */
export function automatic(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { autoClassification: true, startingDateFormula: "-CY", endingDateFormula: "CY", ...fields };
}

/** What a dry run found, without the contacts that only a dry run names. */
export function withoutSamples(questions: readonly ClassifiedQuestion[]): ClassifiedQuestion[] {
  return questions.map((question) => ({
    ...question,
    answers: question.answers.map((each) => ({ ...each, gainedBy: [], lostBy: [] })),
  }));
}
