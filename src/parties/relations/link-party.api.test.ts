import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { setupFieldsOfKind } from "../party-fields.rules.ts";
import { type PartyKind, resourceOfKind } from "../party-kinds.rules.ts";
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

describe("link with existing", () => {
  test("CON-062 the master's values stay", async ({ app }) => {
    const { given } = await begin(app);
    const one = await given.post("/contacts", { name: "New" });
    const two = await given.post("/contacts", { name: "New" });
    const first = await unlinked(given, "customer");
    const second = await unlinked(given, "customer", { phoneNo: "55" });

    await given.post(`/contacts/${one.no}/link`, { kind: "customer", partyNo: first.no });
    await given.post(`/contacts/${two.no}/link`, { kind: "customer", partyNo: second.no, master: "party" });

    expect(await given.get(`/contacts/${one.no}`)).toMatchObject({ name: "New" });
    expect(await given.get(`/customers/${first.no}`)).toMatchObject({ name: "New", contactNo: one.no });
    expect(await given.get(`/contacts/${two.no}`)).toMatchObject({
      name: "Old",
      phoneNo: "55",
      type: "company",
    });
    expect(await given.get(`/customers/${second.no}`)).toMatchObject({
      name: "Old",
      version: second.version,
    });
  });

  test("CON-063 a contact has one party of a kind, a party one contact", async ({ app }) => {
    const { admin, given } = await begin(app);
    const alfa = await given.post("/contacts", { name: "Alfa" });
    const beta = await given.post("/contacts", { name: "Beta" });
    const ten = await unlinked(given, "customer", { no: "10" });
    const twenty = await unlinked(given, "customer", { no: "20" });
    await given.post(`/contacts/${alfa.no}/link`, { kind: "customer", partyNo: ten.no });

    const second = await admin.post(`/contacts/${alfa.no}/link`, { kind: "customer", partyNo: twenty.no });
    const stolen = await admin.post(`/contacts/${beta.no}/link`, { kind: "customer", partyNo: ten.no });

    expect(second.body).toMatchObject({ code: "relation_contact_linked", values: { partyNo: "10" } });
    expect(stolen.body).toMatchObject({ code: "relation_party_linked", values: { contactNo: alfa.no } });
    for (const { no } of [ten, twenty]) await given.delete(`/customers/${no}`);
  });

  test("CON-082 an employee takes the names of the person, whoever is said to lead", async ({ app }) => {
    const { given } = await begin(app);
    const person = await given.post("/contacts", {
      type: "person",
      name: "Aarne Eskil Lind",
      initials: "AEL",
    });
    const employee = await unlinked(given, "employee", {
      firstName: "Other",
      lastName: "Name",
      initials: "ON",
    });

    await given.post(`/contacts/${person.no}/link`, {
      kind: "employee",
      partyNo: employee.no,
      master: "party",
    });

    expect(await given.get(`/employees/${employee.no}`)).toMatchObject({
      firstName: "Aarne",
      middleName: "Eskil",
      lastName: "Lind",
      initials: "AEL",
    });
    expect(await given.get(`/contacts/${person.no}`)).toMatchObject({ name: "Aarne Eskil Lind" });
  });

  test("the company of a person is linked; people alone only to customers and employees", async ({ app }) => {
    const { admin, given } = await begin(app);
    const company = await given.post("/contacts", { name: "Kunta" });
    const person = await given.post("/contacts", { type: "person", name: "Ida Ahde", companyNo: company.no });
    const alone = await given.post("/contacts", { type: "person", name: "Yksin Oleva" });
    const bank = await unlinked(given, "bankAccount");
    const vendor = await unlinked(given, "vendor");

    const linked = await given.post(`/contacts/${person.no}/link`, { kind: "bankAccount", partyNo: bank.no });
    const refused = await admin.post(`/contacts/${alone.no}/link`, { kind: "vendor", partyNo: vendor.no });

    expect(linked).toMatchObject({ contactNo: company.no });
    expect(refused.body.code).toBe("contact_company_required");
  });
});

describe("at once", () => {
  test("two contacts linked to the same customer: one of them wins", async ({ app }) => {
    const { admin, given } = await begin(app);
    const contacts = await Promise.all(
      ["Alfa", "Beta", "Gamma", "Delta"].map((name) => given.post("/contacts", { name })),
    );
    const customer = await unlinked(given, "customer");

    const answers = await Promise.all(
      contacts.map(({ no }) =>
        admin.post(`/contacts/${no}/link`, { kind: "customer", partyNo: customer.no }),
      ),
    );

    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)!.body.contactNo;
    for (const { body, status } of answers)
      if (status === 409)
        expect(body).toMatchObject({ code: "relation_party_linked", values: { contactNo: winner } });
    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({ contactNo: winner });
  });

  test("the same contact made a customer several times: one customer comes of it", async ({ app }) => {
    const { admin, given } = await begin(app);
    const company = await given.post("/contacts", { name: "Kiire" });
    const person = await given.post("/contacts", {
      type: "person",
      name: "Iiro Kiire",
      companyNo: company.no,
    });
    const nos = [company.no, person.no, company.no, person.no];

    const answers = await Promise.all(
      nos.map((no) => admin.post(`/contacts/${no}/create-as`, { kind: "customer" })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await given.get(`/customers?search=Kiire`)).items).toHaveLength(1);
  });
});
