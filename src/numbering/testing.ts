import { expect } from "vitest";
import type { TestApp } from "#app/testing.ts";

/** A number series that the marketing set-up names in `field`, such as `campaignNos`. */
export async function givenSeriesFor(app: TestApp, field: string, startingNo: string): Promise<void> {
  const admin = await app.as("crmAdmin");
  const code = field.toUpperCase();
  await admin.post("/number-series", {
    code,
    allowAutomatic: true,
    allowManual: true,
    lines: [{ startingDate: "2020-01-01", startingNo }],
  });
  const answer = await admin.patch("/marketing-setup", { [field]: code });
  expect(answer.status, answer.text).toBe(200);
}
