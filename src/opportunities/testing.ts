import { expect } from "vitest";
import type { TestApp } from "#app/testing.ts";
import type { ProbabilityCalculation } from "./estimates.rules.ts";

let counter = 0;

interface GivenStage {
  readonly stage?: number;
  readonly description?: string;
  readonly completed?: number;
  readonly chancesOfSuccess?: number;
  readonly quoteRequired?: boolean;
  readonly allowSkip?: boolean;
  readonly dateFormula?: string | null;
}

/** A sales cycle with stages 1, 2, 3 …, made over the API; answers its code. */
export async function givenCycle(
  app: TestApp,
  stages: readonly GivenStage[] = [{}],
  probabilityCalculation: ProbabilityCalculation = "multiply",
): Promise<string> {
  const admin = await app.as("crmAdmin");
  counter += 1;
  const code = `CYCLE${counter}`;
  const made = await admin.post("/sales-cycles", { code, probabilityCalculation });
  expect(made.status, made.text).toBe(201);
  for (const [index, stage] of stages.entries()) {
    const answer = await admin.post(`/sales-cycles/${code}/stages`, {
      stage: index + 1,
      description: `Stage ${index + 1}`,
      completed: 50,
      chancesOfSuccess: 40,
      ...stage,
    });
    expect(answer.status, answer.text).toBe(201);
  }
  return code;
}

/** The cycle that new opportunities have where nobody says another one; its first stage is worth 20 %. */
export async function givenDefaultCycle(app: TestApp): Promise<string> {
  const code = await givenCycle(app);
  const admin = await app.as("crmAdmin");
  const answer = await admin.patch("/marketing-setup", { defaultSalesCycleCode: code });
  expect(answer.status, answer.text).toBe(200);
  return code;
}

/** Codes to close opportunities with: `WON` and `LOST`. */
export async function givenCloseCodes(app: TestApp): Promise<void> {
  const admin = await app.as("crmAdmin");
  for (const type of ["won", "lost"])
    await admin.post("/close-opportunity-codes", { code: type.toUpperCase(), type });
}

/** Starts an opportunity of a cycle with stages, and closes it where that is wanted. */
export async function bringTo(
  app: TestApp,
  no: string,
  status: "inProgress" | "won" | "lost",
  estimatedValue = 1_000,
): Promise<void> {
  const user = await app.as("crmUser");
  const started = await user.post(`/opportunities/${no}/activate-first-stage`, { estimatedValue });
  expect(started.status, started.text).toBe(200);
  if (status === "inProgress") return;
  await givenCloseCodes(app);
  const closed = await user.post(`/opportunities/${no}/close`, {
    status,
    closeOpportunityCode: status.toUpperCase(),
    sales: estimatedValue,
  });
  expect(closed.status, closed.text).toBe(200);
}
