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

test("a contact without a language is greeted in the language of merge fields", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  for (const code of ["SVE", "NOR"]) await admin.post("/languages", { code });
  await admin.post("/salutations", { code: "PLAIN" });
  const path = "/salutations/PLAIN/formulas";
  const greet = (salutation: string) => ({ salutation, name1: "surname" });
  await admin.put(`${path}/SVE/formal`, greet("Kära %1"));
  await admin.put(`${path}/NOR/formal`, greet("Hej %1"));
  const person = { type: "person", surname: "Hill", salutationCode: "PLAIN" } as const;
  const { no } = await given.contact(app, person);
  const norwegian = await given.contact(app, { ...person, languageCode: "NOR" });
  const ask = async (of: string, query = "") => (await admin.get(`/contacts/${of}/salutation?${query}`)).body;

  expect((await ask(no)).code).toBe("salutation_formula_missing");
  await admin.patch("/marketing-setup", { mergeFieldLanguageCode: "sve" });
  expect(await ask(no)).toEqual({ salutation: "Kära Hill", salutationType: "formal", languageCode: "SVE" });
  expect((await ask(norwegian.no)).salutation).toBe("Hej Hill");
  expect((await ask(no, "languageCode=NOR")).salutation).toBe("Hej Hill");
  expect((await ask(no, "languageCode=-")).code).toBe("salutation_formula_missing");

  // A new code shows everywhere; the language cannot be deleted as long as it is named.
  await admin.patch("/languages/SVE", { code: "SV" });
  expect((await admin.get("/marketing-setup")).body.mergeFieldLanguageCode).toBe("SV");
  expect((await admin.delete("/languages/SV")).body).toMatchObject({ status: 409, code: "setup_in_use" });
  expect(await ask(no)).toMatchObject({ salutation: "Kära Hill", languageCode: "SV" });
});
