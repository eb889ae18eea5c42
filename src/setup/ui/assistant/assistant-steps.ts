export const assistantPath = "/welcome";

/** The steps of the first-start assistant, in order. */
export const assistantSteps = [
  "company",
  "language",
  "numbers",
  "me",
  "templates",
  "users",
  "import",
  "done",
] as const;
export type AssistantStep = (typeof assistantSteps)[number];

export function stepAfter(step: AssistantStep): AssistantStep {
  return assistantSteps[assistantSteps.indexOf(step) + 1] ?? "done";
}

export function stepBefore(step: AssistantStep): AssistantStep | null {
  return assistantSteps[assistantSteps.indexOf(step) - 1] ?? null;
}
