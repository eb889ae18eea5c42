import type { TestAnswer, TestApp, TestClient } from "#app/testing.ts";
import { givenNumberSeries, upload } from "../testing.ts";

/** A company with a person, a template with two names, salespeople, a campaign: what past interactions name. */
export async function givenHistory(app: TestApp): Promise<void> {
  await givenNumberSeries(app);
  const admin = await app.as("admin");
  await create(admin, "/salespeople", { code: "AK", name: "Aino Kallio" });
  await create(admin, "/interaction-groups", { code: "PHONE" });
  await create(admin, "/interaction-templates", {
    code: "CALL",
    interactionGroupCode: "PHONE",
    description: "Puhelu",
    unitDurationMin: 5,
  });
  await create(admin, "/contacts", {
    no: "HALLA",
    type: "company",
    name: "Halla Oy",
    email: "info@halla.example",
    phoneNo: "+358 20 765 4321",
    externalId: "X-9",
  });
  await create(admin, "/contacts", { no: "KASTE", type: "company", name: "Kaste Ab" });
  await create(admin, "/contacts", {
    no: "AINO",
    type: "person",
    name: "Aino Routa",
    companyNo: "HALLA",
    email: "aino@halla.example; aino.routa@koti.example",
    phoneNo: "040 123 4567",
  });
}

async function create(client: TestClient, path: string, body: object): Promise<void> {
  const answer = await client.post(path, body);
  if (answer.status !== 201 && answer.body.code !== "duplicate") throw new Error(answer.text);
}

/** Uploads a file of past interactions. */
export function uploadHistory(
  client: TestClient,
  file: string | Buffer,
  options: { fileName?: string; contentType?: string } = {},
): Promise<TestAnswer> {
  return upload(client, file, { fileName: "history.csv", ...options, kind: "interactions" });
}
