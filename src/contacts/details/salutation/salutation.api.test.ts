import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "../../testing.ts";

test("CON-051 a contact is greeted by the formula of its salutation, type and language", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  await admin.post("/languages", { code: "ENU", locale: "en-US" });
  await admin.post("/languages", { code: "DAN", locale: "da-DK" });
  await admin.post("/salutations", { code: "M" });
  const path = "/salutations/M/formulas";
  await admin.put(`${path}/ENU/formal`, {
    salutation: "Dear %1 %2",
    name1: "jobTitle",
    name2: "surname",
  });
  const { no } = await given.contact(app, {
    type: "person",
    jobTitle: "Mr",
    surname: "Hill",
    salutationCode: "M",
    languageCode: "ENU",
  });
  const ask = async (query: string) => (await admin.get(`/contacts/${no}/salutation?${query}`)).body;

  const formal = { salutation: "Dear Mr Hill", salutationType: "formal", languageCode: "ENU" };
  expect(await ask("type=formal&languageCode=enu")).toEqual(formal);
  expect(await ask("")).toEqual(formal);
  expect(await ask("languageCode=DAN")).toMatchObject({
    status: 422,
    code: "salutation_formula_missing",
    values: { type: "formal", language: "DAN", contact: no },
  });
  expect((await ask("type=informal")).code).toBe("salutation_formula_missing");
  expect((await ask("languageCode=-")).code).toBe("salutation_formula_missing");

  // The organisation speaks English.
  expect(await ask("languageCode=DAN&fallback=true")).toEqual(formal);
  await admin.put(`${path}/-/formal`, { salutation: "Hello %1", name1: "surname" });
  expect(await ask("languageCode=DAN&fallback=true")).toMatchObject({
    salutation: "Hello Hill",
    languageCode: null,
  });
  expect((await admin.get("/contacts/NOBODY/salutation")).status).toBe(404);
});
