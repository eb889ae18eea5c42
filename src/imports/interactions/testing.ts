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

/** Entries that were recorded since, at most 200, in their order. */
export async function entriesSince(
  client: TestClient,
  lastEntryNo: number,
): Promise<{ readonly entryNo: number; readonly [field: string]: unknown }[]> {
  const { body } = await client.get("/interaction-log-entries?sort=-entryNo&limit=200");
  return body.items.filter(({ entryNo }: { entryNo: number }) => entryNo > lastEntryNo).toReversed();
}

/** The number of the latest entry; 0 = there is none. */
export async function lastEntryNo(client: TestClient): Promise<number> {
  const { body } = await client.get("/interaction-log-entries?sort=-entryNo&limit=1");
  return body.items[0]?.entryNo ?? 0;
}
