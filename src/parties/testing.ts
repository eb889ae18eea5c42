import { expect } from "vitest";
import type { TestApp, TestClient } from "#app/testing.ts";
import { setupFieldsOfKind } from "./party-fields.rules.ts";

/** The codes that a test reserves for linked rows. */
export const relationCodes = {
  customer: "CUST",
  vendor: "VEND",
  bankAccount: "BANK",
  employee: "EMPL",
} as const;

/** Number series of contacts and of every kind of party, and the codes of linked rows. */
export async function setUpParties(app: TestApp): Promise<TestClient> {
  const admin = await app.as("admin");
  const series = {
    contactNos: "C0001",
    customerNos: "CU001",
    vendorNos: "VE001",
    bankAccountNos: "BA001",
    employeeNos: "EM001",
  };
  for (const [field, startingNo] of Object.entries(series)) {
    await admin.post("/number-series", {
      code: field.toUpperCase(),
      lines: [{ startingDate: "2020-01-01", startingNo }],
    });
  }
  for (const code of [...Object.values(relationCodes), "PRESS"])
    await admin.post("/business-relations", { code });
  const answer = await admin.patch("/marketing-setup", {
    ...Object.fromEntries(Object.keys(series).map((field) => [field, field.toUpperCase()])),
    ...reservedCodes(),
  });
  expect(answer.status, answer.text).toBe(200);
  return admin;
}

/** The fields of the marketing set-up with the codes of linked rows. */
export function reservedCodes(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(relationCodes).map(([kind, code]) => [
      setupFieldsOfKind[kind as keyof typeof relationCodes].relationCode,
      code,
    ]),
  );
}

/** A client whose answers are checked: what it creates and changes must succeed. */
export function sure(client: TestClient) {
  const expectSuccess = async (sent: ReturnType<TestClient["post"]>) => {
    const answer = await sent;
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.body;
  };
  return {
    get: (path: string) => expectSuccess(client.get(path)),
    post: (path: string, body: unknown) => expectSuccess(client.post(path, body)),
    patch: (path: string, body: unknown) => expectSuccess(client.patch(path, body)),
    delete: (path: string) => expectSuccess(client.delete(path)),
  };
}
