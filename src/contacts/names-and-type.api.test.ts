import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given, setUpMarketing } from "./testing.ts";

describe("names", () => {
  test("CON-025 a person's name is split", async ({ app }) => {
    const user = await app.as("crmUser");

    const made = await user.post("/contacts", { no: "CON025", type: "person", name: "Ida Marie Holm" });

    expect(made.body).toMatchObject({
      name: "Ida Marie Holm",
      firstName: "Ida",
      middleName: "Marie",
      surname: "Holm",
      searchName: "IDA MARIE HOLM",
    });
  });

  test("CON-026 a part of the name changes the name", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { type: "person", name: "Ida Marie Holm" });

    const changed = await user.patch(`/contacts/${no}`, { surname: "Lund" });

    expect(changed.body).toMatchObject({ name: "Ida Marie Lund", searchName: "IDA MARIE LUND", version: 2 });
  });

  test("CON-027 the search name of a company follows its name", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { name: "Alfa" });

    const renamed = await user.patch(`/contacts/${no}`, { name: "Beta" });

    expect(renamed.body).toMatchObject({ name: "Beta", searchName: "BETA", companyName: "Beta" });
  });

  test("CON-028 a search name of one's own stays", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { name: "Alfa", searchName: "my alfa" });

    expect((await user.patch(`/contacts/${no}`, { name: "Beta" })).body.searchName).toBe("MY ALFA");
  });

  test("CON-034 without the right to edit nothing changes, with it the parts rebuild the name", async ({
    app,
  }) => {
    const { no } = await given.contact(app, { type: "person", name: "Eva Ann Dahl" });

    const refused = await (await app.as("viewer")).patch(`/contacts/${no}`, { surname: "Lund" });
    const kept = await (await app.as("viewer")).get(`/contacts/${no}`);
    const changed = await (await app.as("crmUser")).patch(`/contacts/${no}`, { surname: "Lund" });

    expect(refused.status).toBe(403);
    expect(kept.body).toMatchObject({ name: "Eva Ann Dahl", version: 1 });
    expect(changed.body.name).toBe("Eva Ann Lund");
  });

  test("CON-035 an unknown language is refused and the parts of the name stay", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { type: "person", name: "Eva Ann Dahl" });

    const refused = await user.patch(`/contacts/${no}`, { languageCode: "KLINGON", surname: "Lund" });

    expect(refused.body).toMatchObject({
      status: 422,
      code: "not_found",
      errors: [{ path: "languageCode" }],
    });
    expect((await user.get(`/contacts/${no}`)).body).toMatchObject({
      firstName: "Eva",
      middleName: "Ann",
      surname: "Dahl",
    });
  });

  test("a company has no first name", async ({ app }) => {
    const user = await app.as("crmUser");

    const refused = await user.post("/contacts", { no: "NOFIRST", name: "Yhtiö Oy", firstName: "Yhtiö" });

    expect(refused.body).toMatchObject({
      status: 422,
      code: "contact_person_only",
      errors: [{ path: "firstName" }],
    });
  });

  test("a company's company name is its name", async ({ app }) => {
    const user = await app.as("crmUser");

    const made = await user.post("/contacts", { no: "BYCOMPANYNAME", companyName: "Niminen Oy" });
    const sentBack = await user.patch(`/contacts/${made.body.no}`, {
      companyNo: made.body.no,
      companyName: "Niminen Oy",
      name: "Uusi Oy",
    });
    const another = await user.patch(`/contacts/${made.body.no}`, {
      name: "Eri Oy",
      companyName: "Aivan eri Oy",
    });

    expect(made.body).toMatchObject({ name: "Niminen Oy", companyName: "Niminen Oy" });
    expect(sentBack.body).toMatchObject({ name: "Uusi Oy", companyName: "Uusi Oy" });
    expect(another.body).toMatchObject({ code: "contact_person_only", errors: [{ path: "companyName" }] });
  });
});

describe("the number", () => {
  test("can change; the old one is free again and people follow", async ({ app }) => {
    const user = await app.as("crmUser");
    const company = await given.contact(app);
    const person = await given.contact(app, { type: "person", companyNo: company.no });
    const other = await given.contact(app);

    const taken = await user.patch(`/contacts/${company.no}`, { no: other.no });
    const changed = await user.patch(`/contacts/${company.no}`, { no: "renumbered" });

    expect(taken.body).toMatchObject({ status: 409, code: "duplicate" });
    expect(changed.body).toMatchObject({ no: "RENUMBERED", companyNo: "RENUMBERED" });
    expect((await user.get(`/contacts/${company.no}`)).body).toMatchObject({
      status: 404,
      code: "contact_not_found",
    });
    expect((await user.get(`/contacts/${person.no}`)).body.companyNo).toBe("RENUMBERED");
    expect((await user.post("/contacts", { no: company.no, name: "Uusi haltija Oy" })).status).toBe(201);
  });

  test("stays where the series forbids numbers given by hand", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    await setUpMarketing(app, { startingNo: "Q1", allowManual: false });

    const refused = await user.patch(`/contacts/${no}`, { no: "BYHAND" });
    await setUpMarketing(app);

    expect(refused.body).toMatchObject({ status: 409, code: "contact_manual_no" });
  });
});

describe("the type", () => {
  test("CON-029 a company with company's fields does not become a person", async ({ app }) => {
    const user = await app.as("crmUser");
    await given.codes(app, "currencies", "SEK");
    const { no } = await given.contact(app, { currencyCode: "SEK" });

    const refused = await user.patch(`/contacts/${no}`, { type: "person" });

    expect(refused.body).toMatchObject({
      status: 409,
      code: "contact_type_field",
      errors: [{ path: "currencyCode" }],
    });
    expect(refused.body.detail).toContain("Currency");
  });

  test("CON-030 a company with people does not become a person", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    await given.contact(app, { type: "person", companyNo: no });

    expect((await user.patch(`/contacts/${no}`, { type: "person" })).body).toMatchObject({
      status: 409,
      code: "contact_has_persons",
    });
  });

  test("CON-031 a person with interactions does not become a company", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no, id } = await given.contact(app, { type: "person" });
    await given.entry(app, { contact_id: id });

    expect((await user.patch(`/contacts/${no}`, { type: "company" })).body).toMatchObject({
      status: 409,
      code: "contact_type_has_interactions",
    });
  });

  test("CON-032 a person becomes a company", async ({ app }) => {
    await setUpMarketing(app, { companySalutationCode: "COMP" });
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { type: "person", name: "Bo Ek", jobTitle: "Ostaja" });

    const changed = await user.patch(`/contacts/${no}`, { type: "company" });

    expect(changed.body).toMatchObject({
      type: "company",
      firstName: null,
      surname: null,
      jobTitle: null,
      name: "Bo Ek",
      companyNo: no,
      companyName: "Bo Ek",
      salutationCode: "COMP",
    });
    expect((await user.get(`/contacts?companyNo=${no}`)).body.items).toMatchObject([{ no }]);
  });

  test("a company becomes a person, and may join a company with the same request", async ({ app }) => {
    await setUpMarketing(app, { personSalutationCode: "PERS" });
    const user = await app.as("crmUser");
    const company = await given.contact(app);
    const { no } = await given.contact(app, { name: "Ida Holm" });

    const changed = await user.patch(`/contacts/${no}`, { type: "person", companyNo: company.no });

    expect(changed.body).toMatchObject({
      type: "person",
      firstName: "Ida",
      surname: "Holm",
      companyNo: company.no,
      companyName: company.name,
      salutationCode: "PERS",
    });
  });
});

describe("the company of a person", () => {
  test("CON-033 is found by its name", async ({ app }) => {
    const user = await app.as("crmUser");
    const company = await given.contact(app, { name: "Nordic" });
    const person = await given.contact(app, { type: "person", name: "Nordic" });

    const changed = await user.patch(`/contacts/${person.no}`, { companyName: "Nordic" });

    expect(changed.body).toMatchObject({ companyNo: company.no, companyName: "Nordic" });
  });

  test.for([
    ["FIND-1", "FIND-1"],
    ["etsittävä tukku oy", "FIND-1"],
    ["Etsittävä", "FIND-1"],
    ["find-", "FIND-1"],
    ["ruutukatu", null],
    ["ainoakaupunki", "FIND-2"],
    ["09 123 456", "FIND-2"],
    ["Kaksoset Oy", null],
    ["henkilön nimi", null],
    ["100%", "FIND-3"],
    ["ei sellaista", null],
  ])("is found from %j: %j", async ([text, no], { app }) => {
    const user = await app.as("crmUser");
    if ((await user.get("/contacts/FIND-1")).status === 404) {
      await given.contact(app, { no: "FIND-1", name: "Etsittävä Tukku Oy" });
      await given.contact(app, {
        no: "FIND-2",
        name: "Etsivä Oy",
        city: "Ainoakaupunki",
        phoneNo: "(09) 123-456",
      });
      await given.contact(app, { no: "FIND-3", name: "Takuu 100% Oy" });
      await given.contact(app, { no: "TWIN-1", name: "Kaksoset Oy" });
      await given.contact(app, { no: "TWIN-2", name: "KAKSOSET OY" });
      await given.contact(app, { no: "NOT-1", type: "person", name: "Henkilön Nimi" });
    }
    const person = await given.contact(app, { type: "person" });

    const changed = await user.patch(`/contacts/${person.no}`, { companyName: text });

    if (no === null)
      expect(changed.body).toMatchObject({
        status: 422,
        code: "contact_select_company",
        errors: [{ path: "companyName" }],
      });
    else expect(changed.body.companyNo).toBe(no);
  });

  test("must exist and be a company", async ({ app }) => {
    const user = await app.as("crmUser");
    const person = await given.contact(app, { type: "person" });
    const create = (companyNo: string) =>
      user.post("/contacts", { no: `OF-${companyNo}`, type: "person", name: "Eero", companyNo });

    expect((await create("NOWHERE")).body).toMatchObject({
      status: 422,
      code: "not_found",
      errors: [{ path: "companyNo" }],
    });
    expect((await create(person.no)).body).toMatchObject({
      status: 422,
      code: "contact_select_company",
      errors: [{ path: "companyNo" }],
    });
    expect((await user.patch(`/contacts/${person.no}`, { companyNo: person.no })).body.code).toBe(
      "contact_select_company",
    );
  });

  test("is none of a company's business", async ({ app }) => {
    const user = await app.as("crmUser");
    const [one, other] = [await given.contact(app), await given.contact(app)];

    expect((await user.patch(`/contacts/${one.no}`, { companyNo: other.no })).body).toMatchObject({
      status: 422,
      code: "contact_person_only",
      errors: [{ path: "companyNo" }],
    });
    expect((await user.patch(`/contacts/${one.no}`, { companyNo: one.no, city: "Oulu" })).body.city).toBe(
      "Oulu",
    );
  });

  test("goes when it is written blank", async ({ app }) => {
    const user = await app.as("crmUser");
    const company = await given.contact(app, { city: "Turku" });
    const person = await given.contact(app, { type: "person", companyNo: company.no });

    const left = await user.patch(`/contacts/${person.no}`, { companyName: "" });

    expect(left.body).toMatchObject({ companyNo: null, companyName: null, city: "Turku" });
  });
});
