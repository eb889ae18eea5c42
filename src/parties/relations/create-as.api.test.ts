import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { setupFieldsOfKind } from "../party-fields.rules.ts";
import { type PartyKind, partyKinds, resourceOfKind } from "../party-kinds.rules.ts";
import { reservedCodes, setUpParties, sure } from "../testing.ts";

async function begin(app: TestApp) {
  const admin = await setUpParties(app);
  return { admin, given: sure(admin) };
}

type Given = ReturnType<typeof sure>;

/** A party that no contact is linked to. */
async function unlinked(given: Given, kind: PartyKind, values: object = {}) {
  const field = setupFieldsOfKind[kind].relationCode;
  await given.patch("/marketing-setup", { [field]: null });
  const party = await given.post(
    `/${resourceOfKind[kind]}`,
    kind === "employee" ? values : { name: "Old", ...values },
  );
  await given.patch("/marketing-setup", reservedCodes());
  return party;
}

describe("create as", () => {
  test("CON-056 a customer of a company has its fields and a row", async ({ app }) => {
    const { given } = await begin(app);
    const { no } = await given.post("/contacts", {
      name: "Satama",
      registrationNo: "777",
      address: "Laituri 1",
      postCode: "65100",
      city: "Vaasa",
    });

    const party = await given.post(`/contacts/${no}/create-as`, { kind: "customer" });

    expect(party).toMatchObject({ kind: "customer", name: "Satama", contactNo: no });
    expect(await given.get(`/customers/${party.no}`)).toMatchObject({
      name: "Satama",
      registrationNo: "777",
      address: "Laituri 1",
      postCode: "65100",
      city: "Vaasa",
      contactType: "company",
      contactNo: no,
    });
    expect((await given.get(`/contacts/${no}/business-relations`)).items).toMatchObject([
      { businessRelationCode: "CUST", linkTo: "customer", linkNo: party.no, isOpenable: true },
    ]);
  });

  test("CON-057 a standalone person becomes a customer itself", async ({ app }) => {
    const { given } = await begin(app);
    const { no } = await given.post("/contacts", {
      type: "person",
      name: "Ilmari Kaski",
      address: "Polku 2",
      phoneNo: "040 1",
      email: "ilmari@kaski.test",
    });

    const party = await given.post(`/contacts/${no}/create-as`, { kind: "customer" });

    expect(await given.get(`/customers/${party.no}`)).toMatchObject({
      name: "Ilmari Kaski",
      address: "Polku 2",
      phoneNo: "040 1",
      email: "ilmari@kaski.test",
      contactType: "person",
      contactNo: no,
    });
  });

  test("CON-058 neither vendors nor bank accounts are made of standalone people, nor employees of companies", async ({
    app,
  }) => {
    const { admin, given } = await begin(app);
    const person = await given.post("/contacts", { type: "person", name: "Ilmari Kaski" });
    const company = await given.post("/contacts", { name: "Kaski" });
    const create = async (no: string, kind: PartyKind) =>
      (await admin.post(`/contacts/${no}/create-as`, { kind })).body.code;

    expect(await create(person.no, "vendor")).toBe("contact_company_required");
    expect(await create(person.no, "bankAccount")).toBe("contact_company_required");
    expect(await create(company.no, "employee")).toBe("contact_person_only");
  });

  test.for(["customer", "vendor", "bankAccount"] as const)(
    "CON-059 of a person with a company, the company becomes the %s",
    async (kind, { app }) => {
      const { admin, given } = await begin(app);
      const company = await given.post("/contacts", { name: "Kunta", city: "Kemi" });
      const person = await given.post("/contacts", {
        type: "person",
        name: "Ida Ahde",
        companyNo: company.no,
      });

      const party = await given.post(`/contacts/${person.no}/create-as`, { kind });
      const again = await admin.post(`/contacts/${person.no}/create-as`, { kind });

      expect(party).toMatchObject({ contactNo: company.no, name: "Kunta" });
      expect(await given.get(`/${resourceOfKind[kind]}/${party.no}`)).toMatchObject({
        name: "Kunta",
        city: "Kemi",
      });
      expect(again.body).toMatchObject({
        code: "relation_contact_linked",
        values: { contactNo: company.no, partyNo: party.no },
      });
    },
  );

  test("CON-060 what the contact has wins over the template, which fills what is blank", async ({ app }) => {
    const { given } = await begin(app);
    for (const code of ["SE", "DK"]) await given.post("/countries", { code });
    await given.post("/currencies", { code: "DKK" });
    await given.post("/number-series", {
      code: "TEMPLATED",
      lines: [{ startingDate: "2020-01-01", startingNo: "T-01" }],
    });
    await given.post("/party-templates", {
      kind: "customer",
      code: "NORDIC",
      countryCode: "DK",
      currencyCode: "DKK",
      noSeries: "TEMPLATED",
    });
    const { no } = await given.post("/contacts", { name: "Fabrik", countryCode: "SE" });

    const party = await given.post(`/contacts/${no}/create-as`, { kind: "customer" });

    expect(await given.get(`/customers/${party.no}`)).toMatchObject({
      no: "T-01",
      countryCode: "SE",
      currencyCode: "DKK",
      noSeries: "TEMPLATED",
    });
    await given.delete("/party-templates/customer/NORDIC");
  });

  test("CON-061 only templates of the contact's type count; of several one must be named", async ({
    app,
  }) => {
    const { admin, given } = await begin(app);
    await given.post("/territories", { code: "T1" });
    await given.post("/party-templates", {
      kind: "customer",
      code: "T1",
      contactType: "company",
      territoryCode: "T1",
    });
    await given.post("/party-templates", { kind: "customer", code: "T2", contactType: "person" });
    const first = await given.post("/contacts", { name: "Ensi" });
    const second = await given.post("/contacts", { name: "Toinen" });
    const create = (no: string, templateCode?: string) =>
      admin.post(`/contacts/${no}/create-as`, { kind: "customer", templateCode });

    const wrongType = await create(first.no, "T2");
    const only = await create(first.no);
    await given.post("/party-templates", { kind: "customer", code: "T3" });
    const unnamed = await create(second.no);
    const named = await create(second.no, "T3");

    expect(wrongType.body).toMatchObject({
      status: 422,
      errors: [{ path: "templateCode", code: "not_found" }],
    });
    expect(await given.get(`/customers/${only.body.no}`)).toMatchObject({ territoryCode: "T1" });
    expect(unnamed.body).toMatchObject({ status: 422, code: "template_required" });
    expect(named.status, named.text).toBe(201);
    for (const code of ["T1", "T2", "T3"]) await given.delete(`/party-templates/customer/${code}`);
  });

  test("CON-080 an employee is made of a person, with the parts of its name", async ({ app }) => {
    const { given } = await begin(app);
    const company = await given.post("/contacts", { name: "Talo" });
    const person = await given.post("/contacts", {
      type: "person",
      name: "Ann Oak",
      jobTitle: "Fitter",
      companyNo: company.no,
    });

    const party = await given.post(`/contacts/${person.no}/create-as`, { kind: "employee" });

    expect(await given.get(`/employees/${party.no}`)).toMatchObject({
      name: "Ann Oak",
      firstName: "Ann",
      lastName: "Oak",
      jobTitle: "Fitter",
      contactNo: person.no,
    });
    expect((await given.get(`/contacts/${person.no}/business-relations`)).items).toMatchObject([
      { businessRelationCode: "EMPL", linkTo: "employee", linkNo: party.no },
    ]);
    expect(await given.get(`/contacts/${person.no}`)).toMatchObject({ businessRelation: "employee" });
  });

  test("CON-081 and CON-108 nobody who is privacy blocked, nor whose company is, is created as or linked", async ({
    app,
  }) => {
    const { admin, given } = await begin(app);
    const blocked = await given.post("/contacts", {
      type: "person",
      name: "Salla Piilo",
      privacyBlocked: true,
    });
    const company = await given.post("/contacts", { name: "Piilo", privacyBlocked: true });
    const person = await given.post("/contacts", {
      type: "person",
      name: "Tero Piilo",
      companyNo: company.no,
    });
    const customer = await unlinked(given, "customer");

    const employee = await admin.post(`/contacts/${blocked.no}/create-as`, { kind: "employee" });
    const ofCompany = await admin.post(`/contacts/${person.no}/create-as`, { kind: "customer" });
    const link = await admin.post(`/contacts/${company.no}/link`, { kind: "customer", partyNo: customer.no });

    for (const answer of [employee, ofCompany, link])
      expect(answer.body).toMatchObject({ status: 409, code: "contact_privacy_blocked" });
  });

  test.for(partyKinds)(
    "CON-055 without the code of %s nothing is linked or created",
    async (kind, { app }) => {
      const { admin, given } = await begin(app);
      const field = setupFieldsOfKind[kind].relationCode;
      const person = await given.post("/contacts", { type: "person", name: "Ilmari Kaski" });
      const company = await given.post("/contacts", { name: "Kaski" });
      const no = kind === "employee" ? person.no : company.no;
      await given.patch("/marketing-setup", { [field]: null });
      const party = await given.post(`/${resourceOfKind[kind]}`, {});

      const created = await admin.post(`/contacts/${no}/create-as`, { kind });
      const linked = await admin.post(`/contacts/${no}/link`, { kind, partyNo: party.no });

      for (const answer of [created, linked])
        expect(answer.body).toMatchObject({ status: 409, code: "setup_missing", errors: [{ path: field }] });
      expect(party.contactNo).toBeNull();
      await given.patch("/marketing-setup", reservedCodes());
    },
  );
});
