import { expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given } from "../testing.ts";

async function scene(app: TestApp) {
  const viewer = await app.as("viewer");
  if ((await viewer.get("/contacts/S-KUURA")).status !== 200) {
    await given.contact(app, {
      no: "S-KUURA",
      name: "Kuura Konepaja Oy",
      email: "info@kuura.test; myynti@kuura.test",
      phoneNo: "+358 3 123 4567",
    });
    await given.contact(app, {
      no: "S-IDA",
      type: "person",
      name: "Ida Marie Ågren",
      mobilePhoneNo: "040 555 0100",
    });
    await given.contact(app, { no: "S-AGREN", type: "person", name: "Öystein Ågren", companyNo: "S-KUURA" });
  }
  const similar = async (values: Record<string, string>) => {
    const { body } = await viewer.get(`/contacts/similar?${new URLSearchParams(values)}`);
    return body.items.map(({ no, alike }: { no: string; alike: string[] }) => [no, ...alike]);
  };
  return { viewer, similar };
}

test.for([
  ["words in another order, without accents", { type: "person", name: "agren oystein" }, ["S-AGREN", "name"]],
  ["a middle name left out", { type: "person", name: "Ida Ågren" }, ["S-IDA", "name"]],
  ["a middle name put in", { type: "person", name: "Öystein Aatu Ågren" }, ["S-AGREN", "name"]],
  ["a typing error", { type: "company", name: "Kuura Konepjaa" }, ["S-KUURA", "name"]],
  ["a number dialled from abroad", { type: "person", phoneNo: "+358 40 5550100" }, ["S-IDA", "phone"]],
  ["the second e-mail", { type: "company", email: "Myynti@kuura.test" }, ["S-KUURA", "email"]],
] as const)("%s is found", async ([, typed, hit], { app }) => {
  const { similar } = await scene(app);

  expect(await similar(typed)).toEqual([hit]);
});

test.for([
  ["a surname alone", { type: "person", name: "Ågren" }],
  ["the other type", { type: "company", name: "Öystein Ågren" }],
  ["the form of a company", { type: "company", name: "Oy" }],
  ["nothing", { type: "person" }],
] as const)("%s finds nobody", async ([, typed], { app }) => {
  const { similar } = await scene(app);

  expect(await similar(typed)).toEqual([]);
});

test("who has more in common comes first; unknown parameters are refused", async ({ app }) => {
  const { viewer, similar } = await scene(app);

  expect(
    await similar({ type: "person", name: "Öystein Ågren", mobilePhoneNo: "0405550100", limit: "5" }),
  ).toEqual([
    ["S-IDA", "phone"],
    ["S-AGREN", "name"],
  ]);
  expect((await viewer.get("/contacts/similar?type=person&surname=x")).status).toBe(400);
  expect((await viewer.get("/contacts/similar")).status).toBe(400);
});
